import type { CellAddress } from '@/lib/domain/report/content';

/** What a finding is about: cells, or a stretch of text (offsets in UTF-16 units of the block's text). */
export type Place =
  | { kind: 'cell'; address: CellAddress }
  | { kind: 'text'; section: string; block: string; start: number; end: number; quote: string }
  | { kind: 'section'; section: string };

export type Severity = 'block' | 'warn';

/** One fault found by one rule. lib/text/findings.ts words it; `facts` are what the sentence needs. */
export type Finding = {
  rule: string;
  /** Stable name of this finding, by rule and place: a written reason is kept under it. */
  key: string;
  severity: Severity;
  places: readonly Place[];
  facts: Readonly<Record<string, string | number>>;
};
