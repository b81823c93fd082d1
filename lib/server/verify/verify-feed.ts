import 'server-only';
import { type FeedLine, readFeed } from '@/lib/documents/reading/feed';
import { publicAddress } from '@/lib/domain/public-address';
import type { PublicFault } from '@/lib/domain/verification';
import { db } from '@/lib/server/db';
import type { Get, VerifiedEdition } from '@/lib/server/verify/verify-public';

/** As many of the newest as a feed is held against: it may be shorter, but never leave one out. */
const newest = 100;

/** Gets the feeds of an organisation, of both sizes, and answers where they say otherwise than the log of publications. */
export async function* verifyFeed(
  { id, slug }: { id: string; slug: string },
  get: Get,
): AsyncGenerator<VerifiedEdition> {
  for (const size of ['standard', 'large'] as const) {
    const address = publicAddress(size, slug, 'feed.xml');
    const first = await faultsOf(id, slug, address, get);
    // Something may have become public between the two questions.
    const faults = first.length > 0 ? await faultsOf(id, slug, address, get) : [];
    if (faults.length > 0) yield { title: address, number: 1, withdrawn: false, answers: 1, faults };
  }
}

async function faultsOf(id: string, slug: string, address: string, get: Get): Promise<PublicFault[]> {
  const expected = await linesOf(id);
  const answer = await get(address);
  if (answer?.status !== 200) return [{ kind: 'status', address, expected: 200, found: answer?.status ?? null }];
  try {
    return differences(expected, readFeed(answer.body, slug, address)).map(([wanted, found]) => ({
      ...{ kind: 'misprint', medium: 'html', place: address, expected: wanted, found },
    }));
  } catch {
    return [{ kind: 'unreadable' }];
  }
}

/** What is missing among the newest, what is too much, and what is otherwise. */
function differences(expected: readonly FeedLine[], found: readonly FeedLine[]): [string, string | null][] {
  const words = ({ title, updated }: FeedLine) => `${title} ${updated}`;
  const [wanted, said] = [expected, found].map((lines) => new Map(lines.map((line) => [line.path, line])));
  const wrong = found.flatMap((line): [string, string][] => {
    const right = wanted?.get(line.path);
    return right && words(right) === words(line) ? [] : [[right ? words(right) : '', words(line)]];
  });
  const [oldest = ''] = found.map(({ updated }) => updated).sort();
  const missing = expected.filter(({ path, updated }) => updated > oldest && !said?.has(path));
  return [...wrong, ...missing.map((line): [string, null] => [words(line), null])];
}

async function linesOf(organisationId: string): Promise<FeedLine[]> {
  const rows = await db.$queryRaw<{ path: string; title: string; at: Date }[]>`
    SELECT path, title, published_at AS at FROM (
      SELECT DISTINCT ON (path) path, title, act, published_at FROM publication
      WHERE organisation_id = ${organisationId}::uuid ORDER BY path, number DESC) last
    WHERE act <> 'withdraw' ORDER BY published_at DESC, path LIMIT ${newest}`;
  return rows.map(({ path, title, at }) => ({ path, title, updated: at.toISOString() }));
}
