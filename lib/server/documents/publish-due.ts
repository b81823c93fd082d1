import 'server-only';
import { canonicalJson } from '@/lib/domain/canonical';
import { dayOf } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { proofAhead } from '@/lib/server/documents/proof-read';
import { isForPublic, isIntact, publish, unsettledOf } from '@/lib/server/documents/publish';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { inTransaction } from '@/lib/server/transaction';

/**
 * Publishes what was signed for today or an earlier day, each exactly once, however many processes ask.
 * What the rules or the hash hold back stays signed, is written into the trail, and is tried again next time.
 */
export async function publishDue(at: Date): Promise<{ published: string[]; held: string[] }> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT document.id FROM document JOIN revision ON revision.id = document.revision_id
    WHERE document.status = 'signed' AND revision.becomes_public AND coalesce(revision.office::jsonb ->> 'publishOn', '') <= ${dayOf(at)}
    ORDER BY document.status_since`;
  const outcome = { published: [] as string[], held: [] as string[] };
  for (const { id } of due) {
    await proofAhead(id, 'signed');
    const result = await inTransaction((tx) => publishOne(tx, id));
    if (result) outcome[result].push(id);
  }
  return outcome;
}

async function publishOne(tx: Tx, id: string): Promise<'published' | 'held' | null> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM document WHERE id = ${id}::uuid AND status = 'signed' FOR UPDATE SKIP LOCKED`;
  if (held.length === 0) return null; // another process has it, or had it
  const { revision, ...document } = await tx.document.findUniqueOrThrow({ where: { id }, include: { revision: true } });
  if (!revision) throw new Error(`document ${id} is signed without a revision`);
  if (!isForPublic(document, revision)) return null;
  if (!isIntact(revision)) return hold(tx, document, revision.sha256, 'hash', []);
  const { blocks, warnings } = await unsettledOf(tx, document, revision);
  const open = [...blocks, ...warnings].map(({ rule }) => rule);
  if (open.length > 0) return hold(tx, document, revision.sha256, 'rules', open);
  const misprints = await misprintsAt(() => publish(tx, document, revision));
  if (misprints.length > 0) return hold(tx, document, revision.sha256, 'misprint', misprints);
  return 'published';
}

/** Publishes, or names what kept it: publishing refuses before it writes. */
async function misprintsAt(publishing: () => Promise<void>): Promise<string[]> {
  try {
    await publishing();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.issues.map((issue) => (issue.code === 'misprinted' ? `${issue.medium} ${issue.place}` : issue.code));
  }
}

type Held = { id: string; organisationId: string };

/** Says once why a signed document did not become public, and says it again when the reason changes. */
async function hold(
  tx: Tx,
  { id, organisationId }: Held,
  sha256: string,
  reason: 'hash' | 'rules' | 'misprint',
  findings: string[],
) {
  const event = { kind: 'publication_held' as const, reason, findings, sha256 };
  const last = await tx.auditEvent.findFirst({
    where: { documentId: id },
    orderBy: { sequence: 'desc' },
    select: { event: true },
  });
  if (last?.event !== canonicalJson(event)) await record(tx, { id: null, organisationId }, id, event);
  return 'held' as const;
}
