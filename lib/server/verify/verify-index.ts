import 'server-only';
import { type IndexLine, rereadIndex } from '@/lib/documents/reading/open-index';
import { publicAddress } from '@/lib/domain/public-address';
import { dayOf } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { Get, VerifiedEdition } from '@/lib/server/verify/verify-public';

/** Longer ones are not held against the publications: they would have to be in memory whole. */
const longest = 20_000;

/** Gets the index of what an organisation has published in both forms that are read by people, and answers what it says otherwise. */
export async function* verifyIndex(
  { id, slug }: { id: string; slug: string },
  get: Get,
): AsyncGenerator<VerifiedEdition> {
  if ((await db.publicEntry.count({ where: { organisationId: id } })) > longest) return;
  for (const medium of ['json', 'csv'] as const) {
    const first = await faultsOf(id, slug, medium, get);
    // Something may have become public between the two questions.
    yield* first.length > 0 ? await faultsOf(id, slug, medium, get) : [];
  }
}

async function faultsOf(id: string, slug: string, medium: 'json' | 'csv', get: Get): Promise<VerifiedEdition[]> {
  const name = `index.${medium}`;
  const address = publicAddress('standard', slug, 'data', name);
  const expected = await linesOf(id);
  const answer = await get(address);
  const whole = { title: name, number: 1, withdrawn: false, answers: 1 };
  if (answer?.status !== 200) {
    return [{ ...whole, faults: [{ kind: 'status', address, expected: 200, found: answer?.status ?? null }] }];
  }
  try {
    return rereadIndex(medium, answer.body, slug, expected).map(({ title, edition, difference }) => ({
      ...{ ...whole, title, number: edition },
      faults: [{ kind: 'misprint', ...difference }],
    }));
  } catch {
    return [{ ...whole, faults: [{ kind: 'unreadable' }] }];
  }
}

/** By the log of publications alone, which is not what the index is made of. */
async function linesOf(organisationId: string): Promise<IndexLine[]> {
  const editions = await db.publication.findMany({
    where: { organisationId },
    orderBy: { number: 'asc' },
    select: { path: true, number: true, act: true, title: true, sha256: true, publishedAt: true },
  });
  const lines = new Map<string, IndexLine>();
  const first = new Map<string, Date>();
  for (const { path, number, act, title, sha256, publishedAt } of editions) {
    if (!first.has(path)) first.set(path, publishedAt);
    const publishedOn = dayOf(first.get(path) ?? publishedAt);
    if (act === 'withdraw') lines.delete(path);
    else lines.set(path, { path, title, edition: number, publishedOn, sha256 });
  }
  return [...lines.values()];
}
