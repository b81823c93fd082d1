import 'server-only';
import {
  type AuditEvent,
  auditEvent,
  type BrokenLine,
  type ChainedLine,
  genesisHash,
  verifyChain,
} from '@/lib/domain/audit';
import { sha256 } from '@/lib/domain/hash';
import { db, type Tx } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import {
  type BatchLine,
  decided,
  isToldByBatch,
  type ToldBatch,
  toldBatches,
} from '@/lib/server/verify/batch-witnesses';

/** A row that the trail does not tell of, or tells otherwise. */
export type Unwitnessed = { what: 'decision' | 'revision' | 'publication'; id: string; documentId: string };

export type Verdict = {
  lines: number;
  /** Number and hash of the last line, to be compared with what others have noted down. */
  last: { sequence: number; hash: string };
  broken: BrokenLine | null;
  unwitnessed: Unwitnessed[];
};

/**
 * Reckons the whole trail of an organisation again, and holds decisions, revisions and publications against it: all of
 * them, or those of one document.
 */
export function auditVerify(organisationId: string, documentId?: string): Promise<Verdict> {
  const whose = { organisationId, ...(documentId !== undefined && { documentId }) };
  // One snapshot for all of it: what is being written meanwhile is not yet there at all.
  return db.$transaction((tx) => verdictOn(tx, organisationId, whose), { isolationLevel: 'RepeatableRead' });
}

type Whose = { organisationId: string; documentId?: string };

async function verdictOn(tx: Tx, organisationId: string, whose: Whose): Promise<Verdict> {
  const rows = await tx.auditEvent.findMany({ where: { organisationId }, orderBy: { sequence: 'asc' } });
  const head = await tx.auditHead.findUnique({ where: { organisationId } });
  const lines: ChainedLine[] = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = { sequence: head?.sequence ?? 0, hash: head?.hash ?? genesisHash };
  const { said, batches } = eventsByDocument(lines);
  const decisions = await unwitnessedDecisions(tx, whose, said);
  const told = await toldBatches(tx, organisationId, decisions, batches);
  const inBatch = new Set(told.flatMap(({ rows }) => [...rows.values()].map(({ id }) => id)));
  const publications = await unwitnessedPublications(tx, whose, said);
  const unwitnessed = [
    ...decisions.filter(({ id }) => !inBatch.has(id)).map(named('decision')),
    ...(await unwitnessedRevisions(tx, whose, said, told)).map(named('revision')),
    ...publications.filter((each) => !each.intact || !isToldByBatch(each, told, batches)).map(named('publication')),
  ];
  return { lines: lines.length, last, broken: verifyChain(lines, last), unwitnessed };
}

const named =
  (what: Unwitnessed['what']) =>
  ({ id, documentId }: { id: string; documentId: string }): Unwitnessed => ({ what, id, documentId });

type Witness = { actorId: string | null; at: number; event: AuditEvent };
type Said = ReadonlyMap<string, readonly Witness[]>;

function eventsByDocument(lines: readonly ChainedLine[]): { said: Said; batches: BatchLine[] } {
  const said = new Map<string, Witness[]>();
  const batches: BatchLine[] = [];
  for (const { documentId, actorId, at, event: text } of lines) {
    const event = parsedEvent(text);
    if (!event) continue;
    const witness = { actorId, at: Date.parse(at), event };
    if (event.kind === 'batch_moved' || event.kind === 'batch_published') batches.push({ ...witness, event });
    if (documentId === null) continue;
    const before = said.get(documentId);
    if (before) before.push(witness);
    else said.set(documentId, [witness]);
  }
  return { said, batches };
}

const decisionFields = { ...decided, publication: { select: { id: true } } } as const;
type Decided = Prisma.DecisionGetPayload<{ select: typeof decisionFields }>;

// Each line tells of one decision, so that a decision made up beside a real one finds none left. The process's own
// decision to publish is told by its publication.
async function unwitnessedDecisions(tx: Tx, where: Whose, said: Said): Promise<Decided[]> {
  const decisions = await tx.decision.findMany({ where, select: decisionFields });
  const left = new Map([...said].map(([documentId, witnesses]) => [documentId, [...witnesses]]));
  return decisions.filter((decision) => {
    const witnesses = left.get(decision.documentId) ?? [];
    const found = witnesses.findIndex((witness) => tellsOf(witness, decision));
    if (found >= 0) witnesses.splice(found, 1);
    return decision.kind === 'publish' ? decision.publication === null : found < 0;
  });
}

const aMinute = 60_000;

const tellsOf = ({ event, actorId, at }: Witness, decision: Decided) =>
  event.kind === 'document_moved' &&
  event.move === decision.kind &&
  event.sha256 === decision.sha256 &&
  event.note === decision.words &&
  (event.declarations ?? []).join() === decision.declarations.join() &&
  actorId === decision.actorId &&
  Math.abs(at - decision.at.getTime()) < aMinute;

async function unwitnessedRevisions(tx: Tx, where: Whose, said: Said, told: readonly ToldBatch[]) {
  const revisions = await tx.revision.findMany({ where });
  const submitted = told.filter(({ line }) => line.event.move === 'submit');
  return revisions.filter(({ id, documentId, number, content, office, ...hashes }) => {
    const intact = sha256(content) === hashes.sha256 && sha256(office) === hashes.officeSha256;
    const witnessed = said
      .get(documentId)
      ?.some(
        ({ event }) =>
          event.kind === 'document_moved' &&
          event.move === 'submit' &&
          event.revision === number &&
          event.sha256 === hashes.sha256 &&
          event.officeSha256 === hashes.officeSha256,
      );
    const inBatch = submitted.some(({ rows }) => {
      const row = rows.get(documentId);
      return row?.revisionId === id && row.sha256 === hashes.sha256;
    });
    return !(intact && (witnessed || inBatch));
  });
}

async function unwitnessedPublications(tx: Tx, where: Whose, said: Said) {
  const publications = await tx.publication.findMany({ where });
  return publications.flatMap(({ snapshot, ...publication }) => {
    const { documentId, number, act, path, sha256: digest } = publication;
    const intact = sha256(snapshot) === digest;
    const witnessed = said
      .get(documentId)
      ?.some(
        ({ event }) =>
          event.kind === 'document_published' &&
          event.number === number &&
          event.act === act &&
          event.path === path &&
          event.sha256 === digest,
      );
    return intact && witnessed ? [] : [{ ...publication, intact }];
  });
}

function parsedEvent(text: string): AuditEvent | undefined {
  try {
    return auditEvent.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // the chain says so already
  }
}

/** The organisation of a slug, or all of them. */
export const organisationsToVerify = (slug: string | undefined) =>
  db.organisation.findMany({
    where: slug === undefined ? {} : { slug },
    select: { id: true, slug: true, name: true },
    orderBy: { createdAt: 'asc' },
  });
