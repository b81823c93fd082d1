import { z } from 'zod';
import { roles } from '@/lib/domain/access';
import { attachmentTypes } from '@/lib/domain/attachment';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { batchMoves } from '@/lib/domain/items/batch';
import { validities } from '@/lib/domain/items/content';
import { ledgerKinds } from '@/lib/domain/ledger/entry';
import { requestEventKinds } from '@/lib/domain/requests/events';
import { requestFileKinds } from '@/lib/domain/requests/request-form';
import { moveNames, statuses } from '@/lib/domain/workflow/moves';
import { declarations } from '@/lib/domain/workflow/secrecy';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.uuid();
const name = z.string().max(200);
const text = z.string().max(2_000);

const event = <Kind extends string, Facts extends z.ZodRawShape>(kind: Kind, facts: Facts) =>
  z.strictObject({ kind: z.literal(kind), ...facts });

/**
 * What the trail can say. No password, no address of a machine, nothing of a citizen.
 * People are named by id: the trail stays when a name changes, and shows no more of a person than their part.
 */
export const auditEvent = z.discriminatedUnion('kind', [
  // People and sign-in
  event('signed_in', {}),
  event('sign_in_failed', { userId: id, failures: z.int().min(1) }),
  event('signed_out', {}),
  event('sessions_ended', { userId: id, count: z.int().min(0) }),
  event('password_confirmed', {}),
  event('password_changed', {}),
  event('password_reset', { userId: id }),
  event('user_created', { userId: id, roles: z.array(z.enum(roles)) }),
  event('user_changed', { userId: id, fields: z.array(name) }),
  event('user_disabled', { userId: id }),
  event('user_enabled', { userId: id }),
  event('role_granted', { userId: id, role: z.enum(roles) }),
  event('role_withdrawn', { userId: id, role: z.enum(roles) }),

  // The organisation
  event('organisation_created', { slug: name }),
  event('organisation_changed', { fields: z.array(name) }),
  event('field_created', { fieldId: id, name }),
  event('field_changed', { fieldId: id, name }),
  event('field_closed', { fieldId: id }),
  event('field_reopened', { fieldId: id }),
  event('leaders_set', { fieldId: id, userIds: z.array(id) }),

  /** Past items of one field, taken in from a list: one line for all of them. */
  event('items_imported', {
    batchId: id,
    fieldId: id,
    rows: z.int().min(1),
    fileName: name,
    fileSha256: digest,
  }),
  /** All rows of a batch at once; the hash covers each of them. */
  event('batch_moved', {
    batchId: id,
    move: z.enum(batchMoves),
    from: z.enum(statuses),
    to: z.enum(statuses),
    rows: z.int().min(1),
    sha256: digest,
    note: text,
    declarations: z.array(z.enum(declarations)).optional(),
  }),
  event('batch_published', {
    batchId: id,
    /** Of all rows those that are for the public, and the index numbers that they were given. */
    rows: z.int().min(0),
    sha256: digest,
    firstIndexNumber: name,
    lastIndexNumber: name,
  }),
  event('batch_row_taken_out', { batchId: id, path: name }),

  // The catalogue
  event('catalogue_installed', { nodes: z.int().min(1) }),
  event('node_created', { nodeId: id, label: name }),
  event('node_changed', { nodeId: id, label: name, facts: z.array(name) }),
  event('node_moved', { nodeId: id, label: name, direction: z.enum(['up', 'down']) }),
  event('node_closed', { nodeId: id, label: name }),
  event('node_reopened', { nodeId: id, label: name }),
  event('node_deleted', { nodeId: id, label: name }),

  // Registers
  event('posting_recorded', { postingId: id, place: name, postedOn: name, photo: digest.optional() }),
  /** A photograph added to a posting, or put in place of another: the posting recorded anew. */
  event('posting_photographed', { postingId: id, before: id, photo: digest, instead: digest.nullable() }),
  event('posting_ended', { postingId: id, takenDownOn: name }),
  event('posting_revoked', { postingId: id }),
  event('ledger_entry_added', {
    entryId: id,
    ledger: z.enum(ledgerKinds),
    month: name,
    count: z.int(),
    amount: name.nullable(),
    corrects: id.nullable(),
  }),

  // Disclosure requests: by number, never by who asked or for what
  event('request_event', {
    requestId: id,
    number: name,
    entered: z.enum(requestEventKinds),
    on: z.iso.date(),
    /** Published years whose tables three or four change by it. */
    restated: z.array(z.int()),
  }),
  /** What was entered of a request was set right; what stood there before is kept sealed beside it. */
  event('request_changed', {
    requestId: id,
    number: name,
    fields: z.array(name),
    reason: text,
    restated: z.array(z.int()),
  }),
  event('request_assigned', { requestId: id, number: name, userId: id }),
  /** Somebody saw who asked; the reason is theirs. */
  event('applicant_revealed', { requestId: id, number: name, reason: text }),
  event('request_file_added', {
    requestId: id,
    fileKind: z.enum(requestFileKinds),
    type: z.enum(attachmentTypes),
    size: z.int().min(1),
  }),
  event('request_file_opened', { requestId: id, fileId: id, fileKind: z.enum(requestFileKinds) }),
  event('request_file_erased', { requestId: id, fileId: id }),
  event('requests_exported', {
    rows: z.int().min(0),
    format: z.enum(['xlsx', 'csv']),
    withApplicants: z.boolean(),
    /** Asked for where the file tells who asked. */
    reason: text.optional(),
  }),
  event('requests_imported', { rows: z.int().min(1), fileSha256: digest }),
  /** The office's retention rule was carried out. */
  event('applicants_erased', { requestId: id, number: name, archivedOn: z.iso.date() }),
  /** What is sealed was sealed anew with another key. */
  event('applicants_resealed', { requests: z.int().min(0), files: z.int().min(0) }),

  // Documents
  event('document_created', { documentKind: name, path: name, title: text }),
  event('draft_saved', { saveId: id, version: z.int(), cells: z.array(name), sections: z.array(name) }),
  event('zeros_declared', { saveId: id, count: z.int().min(1) }),
  event('reason_written', { finding: text, withdrawn: z.boolean() }),
  /** A file is named by its hash: its name may say more than the trail may keep. */
  event('file_added', { sha256: digest, type: z.enum(attachmentTypes), size: z.int().min(1) }),
  event('file_replaced', { before: digest, sha256: digest, type: z.enum(attachmentTypes), size: z.int().min(1) }),
  event('remark_answered', { remarkId: id }),
  event('document_moved', {
    move: z.enum(moveNames),
    from: z.enum(statuses),
    to: z.enum(statuses),
    /** Number and hashes of the revision that the move is about; null where none is. */
    revision: z.int().min(1).nullable(),
    sha256: digest.nullable(),
    officeSha256: digest.nullable(),
    note: text,
    declarations: z.array(z.enum(declarations)).optional(),
  }),
  event('document_published', {
    path: name,
    number: z.int().min(1),
    act: z.enum(['publish', 'correct', 'withdraw']),
    sha256: digest,
  }),
  /** On the day named, the rules or the hash no longer held: the process published nothing. */
  event('publication_held', {
    reason: z.enum(['rules', 'hash', 'misprint']),
    findings: z.array(name),
    sha256: digest.nullable(),
  }),
  event('index_given', { indexNumber: name }),
  /** Another item repeals it, or no longer does; null where its own edition says so. */
  event('validity_changed', { validity: z.enum(validities), day: z.iso.date().nullable(), by: name.nullable() }),
  event('trail_verified', { lines: z.int().min(0), broken: z.int().nullable() }),
]);
export type AuditEvent = z.infer<typeof auditEvent>;

/** One line of the trail of an organisation, as stored. */
export type TrailLine = {
  organisationId: string;
  /** From 1, without gaps. */
  sequence: number;
  /** Instant in ISO 8601, UTC, with milliseconds. */
  at: string;
  actorId: string | null;
  documentId: string | null;
  /** Canonical JSON of the event. */
  event: string;
  previousHash: string;
};
export type ChainedLine = TrailLine & { hash: string };

/** What stands before the first line. */
export const genesisHash = '0'.repeat(64);

/** Each line carries the hash of the one before, so that no line can be altered, left out, put in or moved unseen. */
export function chainHash(line: TrailLine): string {
  const { organisationId, sequence, at, actorId, documentId, event: said, previousHash } = line;
  return sha256(canonicalJson({ organisationId, sequence, at, actorId, documentId, event: said, previousHash }));
}

export type BrokenLine = { sequence: number; fault: 'missing' | 'out_of_place' | 'altered' | 'unreadable' };

/**
 * The first line that is not as it was written; null when the whole trail holds. `lines` in the order stored,
 * `head` what the organisation's trail says its last line is.
 */
export function verifyChain(
  lines: readonly ChainedLine[],
  head: { sequence: number; hash: string },
): BrokenLine | null {
  let previousHash = genesisHash;
  for (const [position, line] of lines.entries()) {
    const sequence = position + 1;
    if (line.sequence > sequence) return { sequence, fault: 'missing' };
    if (line.sequence < sequence) return { sequence: line.sequence, fault: 'out_of_place' };
    if (line.previousHash !== previousHash || line.hash !== chainHash(line)) return { sequence, fault: 'altered' };
    if (!isReadable(line.event)) return { sequence, fault: 'unreadable' };
    previousHash = line.hash;
  }
  if (lines.length < head.sequence) return { sequence: lines.length + 1, fault: 'missing' };
  if (lines.length > head.sequence) return { sequence: head.sequence + 1, fault: 'out_of_place' };
  return previousHash === head.hash ? null : { sequence: lines.length, fault: 'altered' };
}

function isReadable(said: string): boolean {
  try {
    return auditEvent.safeParse(JSON.parse(said)).success;
  } catch {
    return false; // not JSON at all
  }
}
