import 'server-only';
import type { AuditEvent } from '@/lib/domain/audit';
import { batchHash } from '@/lib/domain/items/batch';
import type { Tx } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';

// A batch moves thousands of rows with one line of the trail. The line tells how many and the hash over all of them, so the rows
// themselves are held against it: all of them together, for one that was altered, put in or left out gives another hash.

type Moved = Extract<AuditEvent, { kind: 'batch_moved' }>;
type Published = Extract<AuditEvent, { kind: 'batch_published' }>;
export type BatchLine = { actorId: string | null; at: number; event: Moved | Published };

/** What is held against the trail of a decision. */
export const decided = {
  ...{ id: true, documentId: true, kind: true, sha256: true, words: true, actorId: true, at: true },
  ...{ declarations: true, revisionId: true },
} as const;
const asRow = { ...decided, document: { select: { path: true } } } as const;
type Decided = Prisma.DecisionGetPayload<{ select: typeof decided }>;
type Row = Prisma.DecisionGetPayload<{ select: typeof asRow }>;

/** What a line of a batch tells of: its rows as they were decided on at one instant, and how many were published at it. */
export type ToldBatch = {
  line: BatchLine & { event: Moved };
  at: Date;
  rows: ReadonlyMap<string, Row>;
  published: number;
};

// Signing thousands of rows takes its time: the instant is that of the beginning, the line is written at the end.
const longest = 15 * 60_000;

/** The batches to which some of these decisions belong, each told of by a line of its own. */
export async function toldBatches(
  tx: Tx,
  organisationId: string,
  decisions: readonly Decided[],
  lines: readonly BatchLine[],
): Promise<ToldBatch[]> {
  const left = lines.flatMap((line) => (line.event.kind === 'batch_moved' ? [{ ...line, event: line.event }] : []));
  const told: ToldBatch[] = [];
  for (const { kind, actorId, at } of firstOfEach(decisions)) {
    const candidates = left.filter((line) => line.event.move === kind && line.actorId === actorId && isNear(line, at));
    if (candidates.length === 0) continue;
    const rows = await tx.decision.findMany({ where: { organisationId, kind, actorId, at }, select: asRow });
    const hash = batchHash(rows.map(({ document, sha256 }) => ({ path: document.path, sha256: sha256 ?? '' })));
    const line = candidates.find(
      ({ event }) => event.rows === rows.length && event.sha256 === hash && rows.every((row) => saysAs(event, row)),
    );
    if (!line) continue;
    left.splice(left.indexOf(line), 1); // each tells of one move
    const byDocument = new Map(rows.map((row) => [row.documentId, row]));
    told.push({ line, at, rows: byDocument, published: await publishedOf(tx, organisationId, at, byDocument) });
  }
  return told;
}

const isNear = ({ at }: BatchLine, decided: Date) => at >= decided.getTime() && at - decided.getTime() < longest;

const saysAs = ({ note, declarations = [] }: Moved, { words, declarations: declared }: Decided) =>
  note === words && declarations.join() === declared.join();

/** One decision of each move: all rows of a batch are moved at one instant. */
function firstOfEach<Each extends Decided>(decisions: readonly Each[]): Each[] {
  const moves = new Map<string, Each>();
  for (const decision of decisions)
    moves.set([decision.kind, decision.actorId, decision.at.getTime()].join(), decision);
  return [...moves.values()];
}

async function publishedOf(tx: Tx, organisationId: string, at: Date, rows: ReadonlyMap<string, Row>): Promise<number> {
  const where = { organisationId, publishedAt: at, number: 1 };
  const found = await tx.publication.findMany({ where, select: { documentId: true } });
  return found.filter(({ documentId }) => rows.has(documentId)).length;
}

type Publication = { documentId: string; number: number; act: string; sha256: string; publishedAt: Date };

/** Whether a line of a batch tells that this publication followed from its signature, and that so many did. */
export function isToldByBatch(
  { documentId, number, act, sha256, publishedAt }: Publication,
  told: readonly ToldBatch[],
  lines: readonly BatchLine[],
): boolean {
  if (number !== 1 || act !== 'publish') return false;
  const batch = told.find(
    ({ line, at, rows }) =>
      line.event.move === 'sign_off' &&
      at.getTime() === publishedAt.getTime() &&
      rows.get(documentId)?.sha256 === sha256,
  );
  if (!batch) return false;
  const { batchId, sha256: hash } = batch.line.event;
  const line = lines.find(({ event }) => event.kind === 'batch_published' && event.batchId === batchId);
  return line?.event.sha256 === hash && line.event.rows === batch.published;
}
