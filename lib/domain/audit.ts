import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '@/lib/domain/canonical';
import { moveNames, statuses } from '@/lib/domain/workflow/moves';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Everything that the trail can tell: a closed list. Parsed when written and when read; no state is worked out from it. */
export const auditEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report_created'), year: z.int(), format: z.string(), proposals: z.int() }),
  z.strictObject({ kind: z.literal('draft_saved'), version: z.int(), changes: z.int() }),
  z.strictObject({ kind: z.literal('zeros_declared'), version: z.int(), addresses: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('remark_answered'), remark: z.string(), answer: z.string() }),
  z.strictObject({
    kind: z.literal('document_moved'),
    move: z.enum(moveNames),
    from: z.enum(statuses),
    to: z.enum(statuses),
    note: z.string(),
    /** Number and hashes of the revision that the move is about. */
    revision: z.int().optional(),
    sha256: sha256.optional(),
    officeSha256: sha256.optional(),
    remarks: z.int().optional(),
  }),
  z.strictObject({
    kind: z.literal('published'),
    act: z.enum(['publish', 'correct', 'withdraw']),
    number: z.int(),
    path: z.string(),
    sha256,
  }),
  z.strictObject({
    kind: z.literal('publication_held'),
    sha256,
    why: z.enum(['content_changed', 'rules']),
    issues: z.array(z.string()),
  }),
]);
export type AuditEvent = z.infer<typeof auditEvent>;

/** One line of the trail, without its place in the chain. */
export type AuditLine = {
  organisationId: string;
  sequence: number;
  /** ISO 8601, in UTC, to the millisecond. */
  at: string;
  actorId: string | null;
  documentId: string | null;
  /** Canonical JSON. */
  event: string;
};
export type ChainedLine = AuditLine & { previousHash: string; hash: string };

/** What the first line of every trail is chained to. */
export const genesisHash = '0'.repeat(64);

/** The hash of a line: over all it says and the hash of the line before. */
export const chainHash = (previousHash: string, line: AuditLine): string =>
  createHash('sha256').update(canonicalJson({ ...line, previousHash }), 'utf8').digest('hex');

export type Fault = 'missing' | 'altered' | 'unchained' | 'unreadable';

/** The first line of a trail at which the chain does not hold, by its number; null where all of it holds. */
export function verifyChain(
  lines: readonly ChainedLine[],
  head: { sequence: number; hash: string },
): { sequence: number; fault: Fault } | null {
  let previous = { sequence: 0, hash: genesisHash };
  for (const { previousHash, hash, ...line } of lines) {
    const sequence = previous.sequence + 1;
    if (line.sequence !== sequence) return { sequence, fault: 'missing' };
    if (previousHash !== previous.hash) return { sequence, fault: 'unchained' };
    if (chainHash(previousHash, line) !== hash) return { sequence, fault: 'altered' };
    if (!isReadable(line.event)) return { sequence, fault: 'unreadable' };
    previous = { sequence, hash };
  }
  if (head.sequence !== previous.sequence) return { sequence: previous.sequence + 1, fault: 'missing' };
  return head.hash === previous.hash ? null : { sequence: previous.sequence, fault: 'altered' };
}

function isReadable(event: string): boolean {
  try {
    return auditEvent.safeParse(JSON.parse(event)).success;
  } catch {
    return false;
  }
}
