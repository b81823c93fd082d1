import type { Day } from '@/lib/domain/calendar/day';
import { isDayProblem, readDay } from '@/lib/domain/calendar/read-day';
import { textProblem } from '@/lib/domain/report/text-problem';
import { type SheetCell, shownIn, textCell } from '@/lib/domain/sheet';

/** What can be wrong with the cell of any list. */
export type CellProblem =
  | 'required'
  | 'too_long'
  | 'control_characters'
  | 'formula'
  | 'unknown_choice'
  | 'malformed'
  | Exclude<ReturnType<typeof readDay>, Day>;

export type CellFault<Key extends string, Problem extends string> = {
  column: Key;
  value: string;
  problem: Problem;
  number?: number;
};

/** One row of a list, by column. The first fault of a cell is told; the others follow from it. */
export type CellReader<Key extends string, Problem extends string> = {
  text: (key: Key) => string;
  cell: (key: Key) => SheetCell;
  fault: (column: Key, problem: Problem | CellProblem, number?: number) => void;
};

type Columns<Key extends string> = {
  keys: readonly Key[];
  /** Cells of several lines. */
  long: readonly Key[];
  /** Cells whose content is not repeated beside a fault: it tells of a person. */
  secret?: readonly Key[];
};

/** The cells of a row as texts, with formulas and unseen characters told as faults. `said` is what the row says, however it is written. */
export function readCells<Key extends string, Problem extends string>(
  { keys, long, secret = [] }: Columns<Key>,
  cellAt: (key: Key) => SheetCell | undefined,
) {
  const faults: CellFault<Key, Problem | CellProblem>[] = [];
  const cells = new Map(keys.map((key) => [key, cellAt(key) ?? textCell('')]));
  const cell = (key: Key) => cells.get(key) ?? textCell('');
  const said: Partial<Record<Key, string>> = {};
  const row: CellReader<Key, Problem> = {
    text: (key) => clean(shownIn(cell(key))),
    cell,
    fault(column, problem, number) {
      const value = secret.includes(column) ? '' : clean(shownIn(cell(column))).slice(0, 100);
      if (faults.every((fault) => fault.column !== column))
        faults.push({ column, value, problem, ...(number !== undefined && { number }) });
    },
  };
  for (const key of keys) {
    if (cell(key).kind === 'formula' || /^\s*[=＝]/.test(shownIn(cell(key)))) row.fault(key, 'formula');
    else if (textProblem(row.text(key), long.includes(key) ? 'lines' : 'line')) row.fault(key, 'control_characters');
    if (row.text(key) !== '') said[key] = row.text(key);
  }
  return { row, said, faults };
}

/** Days said as days, so that a row is known again however they were written. */
export function sayDays<Key extends string>(
  said: Partial<Record<Key, string>>,
  { cell }: Pick<CellReader<Key, never>, 'cell'>,
  keys: readonly Key[],
) {
  for (const key of keys) {
    const day = readDay(cell(key));
    if (said[key] !== undefined && !isDayProblem(day)) said[key] = day;
  }
}

// What word processors and spreadsheets leave in a cell without anybody seeing it.
function clean(text: string): string {
  const plain = text
    .replace(/_x000D_/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\t\u00a0]/g, ' ')
    .normalize('NFC')
    .trim();
  // An apostrophe is how a spreadsheet is told that the rest is a text.
  return /^'+[=+\-@＝＋－＠]/.test(plain) ? plain.slice(1) : plain;
}

export function needed<Key extends string>(row: CellReader<Key, never>, key: Key): boolean {
  if (row.text(key) !== '') return true;
  row.fault(key, 'required');
  return false;
}

export function line<Key extends string>(row: CellReader<Key, never>, key: Key, most: number): string {
  const text = row.text(key).replace(/\s*\n\s*/g, '');
  if (text.length > most) row.fault(key, 'too_long', most);
  return text;
}

export function dayIn<Key extends string>(row: CellReader<Key, never>, key: Key): Day | null {
  if (row.text(key) === '') return null;
  const read = readDay(row.cell(key).kind === 'text' ? textCell(row.text(key)) : row.cell(key));
  if (!isDayProblem(read)) return read;
  row.fault(key, read);
  return null;
}

export const closed = (text: string) => text.replace(/\s/g, '');

/** The choice that a cell names; null where it is empty. `words` hold what each may be called. */
export function chosen<Key extends string, Value extends string>(
  row: CellReader<Key, never>,
  key: Key,
  words: Record<Value, readonly string[]>,
): Value | null {
  const text = closed(row.text(key));
  if (text === '') return null;
  const value = (Object.keys(words) as Value[]).find((each) => words[each].includes(text)); // the keys of the record
  if (!value) row.fault(key, 'unknown_choice');
  return value ?? null;
}
