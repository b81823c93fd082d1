import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { moves, type Status } from '@/lib/domain/workflow/moves';

/** What can be done with a batch of imported items as a whole. */
export const batchMoves = ['submit', 'take_back', 'approve', 'send_back', 'sign_off'] as const;
export type BatchMove = (typeof batchMoves)[number];

/** Where a batch stands after its last move. Its signature makes it public at once. */
export function statusOfBatch(last: BatchMove | null): Status {
  if (last === null) return 'draft';
  return last === 'sign_off' ? 'published' : moves[last].to;
}

type Row = { path: string; sha256: string };

/**
 * 批次校验码: SHA-256 of the canonical JSON of all rows in the order of their addresses, each as [address, hash of its
 * content]. Who has the rows can count it out; no row can be altered, left out, put in or moved unseen.
 */
export const batchHash = (rows: readonly Row[]): string =>
  sha256(canonicalJson([...rows].sort(byNumber).map((row) => [row.path, row.sha256])));

// items/9 comes before items/10.
const byNumber = (one: Row, other: Row) => numberIn(one.path) - numberIn(other.path);
const numberIn = (path: string) => Number(/\d+$/.exec(path)?.[0] ?? 0);
