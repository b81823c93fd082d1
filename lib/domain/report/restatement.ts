import type { CellAddress } from '@/lib/domain/report/content';

/** What the register of requests says otherwise of a published year, and what the next report has to tell. */
export type Restatement = {
  year: number;
  /** Cells of tables three and four, totals included; `label` as the format of that year names them. */
  cells: readonly { address: CellAddress; label: string; before: number; after: number }[];
  /** The requests that moved, by id and number: 2023-5. */
  requests: readonly { id: string; number: string }[];
  /** The reasons written where the late entries were made. */
  reasons: readonly string[];
};
