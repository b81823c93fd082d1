import { z } from 'zod';
import type { Day } from '@/lib/domain/calendar/day';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import type { ItemDraft } from '@/lib/domain/items/content';
import { columnKeys, exampleMark } from '@/lib/domain/items/import-columns';
import { type Heads, headsOf } from '@/lib/domain/items/import-heads';
import { readRow } from '@/lib/domain/items/import-row';
import { requestColumnKeys } from '@/lib/domain/requests/import-columns';
import { type SheetRow, shownIn } from '@/lib/domain/sheet';

/** What the words of a list can mean in one organisation today. */
export type ImportContext = {
  today: Day;
  /** Full name of the organisation: who issued what names nobody. */
  organisation: string;
  nodes: readonly ImportNode[];
  fields: readonly { id: string; name: string; open: boolean }[];
  /** Where neither the row nor its node names a field. */
  defaultFieldId: string;
};
export type ImportNode = {
  id: string;
  kind: 'article_20' | 'article_21' | 'own';
  code: string;
  label: string;
  open: boolean;
  fieldId: string | null;
  ways: readonly string[];
};

/** What is wrong with a cell. lib/text/import.ts says it in Chinese, with what to do. */
export const rowProblems = [
  'required',
  'too_long',
  'control_characters',
  'formula',
  'not_a_day',
  'day_ambiguous',
  'year_short',
  'no_such_day',
  'in_future',
  'before_formed',
  'unknown_node',
  'closed_node',
  'unknown_class',
  'unknown_field',
  'closed_field',
  'unknown_choice',
  'reason_needed',
  'end_needed',
  'example_row',
  'repeated_row',
  'malformed',
  'course',
  'restates_needed',
] as const;
export type RowProblem = (typeof rowProblems)[number];

export const rowFault = z.strictObject({
  column: z.enum([...columnKeys, ...requestColumnKeys]),
  /** As the reader sees it, shortened. */
  value: z.string(),
  problem: z.enum(rowProblems),
  /** A number that belongs to the problem: the most characters, or the row that is repeated. */
  number: z.int().optional(),
});
export type RowFault = z.infer<typeof rowFault>;

export type ImportedRow = {
  number: number;
  /** Of what the row says, however it is written: the same row is known again. */
  sha256: string;
  title: string;
  faults: RowFault[];
  /** Null where the row is faulty. */
  draft: ItemDraft | null;
  fieldId: string | null;
};

/** What a list says: its rows, or what keeps it from being read at all. */
export type ImportedList = { heads: Heads; rows: ImportedRow[] };

/** Reads a list of past items, row by row. Nothing is guessed: what is not certain is a fault of its cell. */
export function readList([head, ...rows]: readonly SheetRow[], context: ImportContext): ImportedList {
  const heads = headsOf(head?.cells ?? []);
  if (heads.missing.length + heads.repeated.length > 0) return { heads, rows: [] };
  const seen = new Map<string, number>();
  const read: ImportedRow[] = [];
  for (const row of rows) {
    if (row.cells.every((cell) => shownIn(cell).trim() === '')) continue;
    read.push(listed(row, heads, context, seen));
  }
  return { heads, rows: read };
}

function listed(row: SheetRow, heads: Heads, context: ImportContext, seen: Map<string, number>): ImportedRow {
  const { said, draft, fieldId, faults } = readRow((key) => row.cells[heads.at[key] ?? -1], context);
  const digest = sha256(canonicalJson(said));
  const title = said.title ?? '';
  const earlier = seen.get(digest);
  if (title.startsWith(exampleMark)) faults.push({ column: 'title', value: title, problem: 'example_row' });
  else if (earlier !== undefined)
    faults.push({ column: 'title', value: title.slice(0, 100), problem: 'repeated_row', number: earlier });
  else seen.set(digest, row.number);
  const sound = faults.length === 0;
  return {
    ...{ number: row.number, sha256: digest, title, faults },
    draft: sound ? draft : null,
    fieldId: sound ? fieldId : null,
  };
}
