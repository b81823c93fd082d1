import 'server-only';
import { type AuditEvent, auditEvent, chainHash, genesisHash } from '@/lib/domain/audit';
import { canonicalJson } from '@/lib/domain/canonical';
import { now } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db';

/** Who acts, in which organisation; no id where the process itself acts. */
type Doer = { id: string | null; organisationId: string };

/**
 * Adds one line to the trail of the organisation, in the transaction of the change it tells of.
 * The head of the trail is locked until then, so that the chain cannot fork: take it last.
 */
export async function record(tx: Tx, doer: Doer, documentId: string | null, event: AuditEvent) {
  const { id: actorId, organisationId } = doer;
  const head = await lockHead(tx, organisationId);
  const line = {
    organisationId,
    sequence: head.sequence + 1,
    at: now().toISOString(),
    actorId,
    documentId,
    event: canonicalJson(auditEvent.parse(event)),
    previousHash: head.hash,
  };
  const hash = chainHash(line);
  await tx.auditEvent.create({ data: { ...line, hash }, select: { sequence: true } });
  const data = { sequence: line.sequence, hash };
  await tx.auditHead.update({ where: { organisationId }, data, select: { sequence: true } });
}

/**
 * Holds the trail before other rows that several transactions want: whoever decides holds it already when they publish, so
 * that nobody waits for it with a row in hand that the other needs.
 */
export const holdTrail = async (tx: Tx, organisationId: string) => void (await lockHead(tx, organisationId));

type Head = { sequence: number; hash: string };

async function lockHead(tx: Tx, organisationId: string): Promise<Head> {
  const lock = () =>
    tx.$queryRaw<
      Head[]
    >`SELECT sequence, hash FROM audit_head WHERE organisation_id = ${organisationId}::uuid FOR UPDATE`;
  const [head] = await lock();
  if (head) return head;
  await tx.$executeRaw`
    INSERT INTO audit_head (organisation_id, sequence, hash) VALUES (${organisationId}::uuid, 0, ${genesisHash})
    ON CONFLICT (organisation_id) DO NOTHING`;
  const [first] = await lock();
  if (!first) throw new Error(`organisation ${organisationId} has no head of its trail`);
  return first;
}
