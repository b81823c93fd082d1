import 'server-only';
import { db, type Tx } from '@/lib/server/db';
import { record } from '@/lib/server/record';
import { applicantKeyOf, openApplicant, sealApplicant } from '@/lib/server/requests/applicant';
import { resealChanges } from '@/lib/server/requests/change-request';
import { resealFile } from '@/lib/server/requests/store-request-file';
import { withoutData } from '@/lib/server/requests/without-data';
import { addKey, type Key, keyRing } from '@/lib/server/sealing/key-ring';
import { inTransaction } from '@/lib/server/transaction';

/** How much is sealed with a key; `known` false where the ring does not hold it and nobody can open it. */
export type KeyUse = {
  id: string;
  madeAt: string | null;
  current: boolean;
  known: boolean;
  requests: number;
  files: number;
};

/** Every key of the ring, and every other that something is sealed with. */
export async function keyUses(): Promise<KeyUse[]> {
  const counted = await db.$queryRaw<{ id: string; requests: number; files: number }[]>`
    SELECT id, sum(requests)::int AS requests, sum(files)::int AS files FROM (
      SELECT sealed_with AS id, count(*) AS requests, 0 AS files FROM (
        SELECT id, sealed_with FROM disclosure_request WHERE sealed IS NOT NULL
        UNION SELECT request_id, sealed_with FROM request_change WHERE sealed IS NOT NULL
      ) request GROUP BY 1
      UNION ALL
      SELECT sealed_with, 0, count(*) FROM request_file WHERE erased_at IS NULL GROUP BY 1
    ) part GROUP BY id ORDER BY id`;
  const { keys, current } = keyRing();
  const unknown = counted.filter(({ id }) => keys.every((key) => key.id !== id));
  const use = (id: string) => counted.find((each) => each.id === id) ?? { requests: 0, files: 0 };
  return [
    ...keys.map(({ id, madeAt }) => ({ id, madeAt, current: id === current.id, known: true, ...use(id) })),
    ...unknown.map(({ id, ...each }) => ({ id, madeAt: null, current: false, known: false, ...each })),
  ];
}

export type Rotation = { key: string; begun: 'new_key' | 'went_on'; requests: number; files: number };

/**
 * Seals everything with a new key, a row a transaction. What was interrupted goes on with the key that it had begun with, so
 * that it may be called again until it ends; the office works on meanwhile. `noted` hears how far it is.
 */
export async function rotateKeys(noted: (done: number) => void = () => {}): Promise<Rotation> {
  const unfinished = await pending(keyRing().current);
  const begun = unfinished ? 'went_on' : 'new_key';
  if (!unfinished) addKey();
  const { current } = keyRing();
  const done = new Map<string, { requests: number; files: number }>();
  let count = 0;
  for (const what of ['requests', 'files'] as const) {
    for (let after: string | null = null; ; ) {
      const ids = await others(what, current, after);
      for (const { id, organisationId } of ids) {
        await inTransaction((tx) => (what === 'requests' ? resealRequest(tx, id) : resealFile(tx, id)));
        const mine = done.get(organisationId) ?? { requests: 0, files: 0 };
        done.set(organisationId, { ...mine, [what]: mine[what] + 1 });
        count += 1;
        noted(count);
      }
      after = ids.at(-1)?.id ?? null;
      if (after === null) break;
    }
  }
  for (const [organisationId, counts] of done)
    await inTransaction((tx) =>
      record(tx, { id: null, organisationId }, null, { kind: 'applicants_resealed', ...counts }),
    );
  const sum = (what: 'requests' | 'files') => [...done.values()].reduce((all, each) => all + each[what], 0);
  return { key: current.id, begun, requests: sum('requests'), files: sum('files') };
}

const batch = 100;
type Row = { id: string; organisationId: string };

/** Rows sealed with another key of the ring; what no key of it opens is left as it is. */
function others(what: 'requests' | 'files', current: Key, after: string | null): Promise<Row[]> {
  const sealedWith = { in: keyRing().keys.flatMap(({ id }) => (id === current.id ? [] : [id])) };
  const page = { orderBy: { id: 'asc' }, take: batch, select: { id: true, organisationId: true } } as const;
  const beyond = after === null ? {} : { id: { gt: after } };
  return what === 'requests'
    ? db.disclosureRequest.findMany({
        where: { OR: [{ sealedWith }, { changes: { some: { sealedWith } } }], ...beyond },
        ...page,
      })
    : db.requestFile.findMany({ where: { sealedWith, erasedAt: null, ...beyond }, ...page });
}

const pending = async (current: Key) =>
  (await others('requests', current, null)).length + (await others('files', current, null)).length > 0;

async function resealRequest(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM disclosure_request WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.disclosureRequest.findUniqueOrThrow({
    where: { id },
    select: { id: true, applicantName: true, sealed: true, sealedWith: true },
  });
  const data = openApplicant(row);
  if (!data) return; // erased since
  await resealChanges(tx, id);
  await withoutData(() =>
    tx.disclosureRequest.update({
      where: { id },
      data: { ...sealApplicant(id, data), applicantKey: applicantKeyOf(row.applicantName, data) },
      select: { id: true },
    }),
  );
}
