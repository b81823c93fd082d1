import { type ColumnKey, columnKeys, importColumns } from '@/lib/domain/items/import-columns';
import { type SheetCell, shownIn } from '@/lib/domain/sheet';

/** Where each column of a list stands, and what its head row lacks, has twice, or has beyond what is read. */
export type Heads<Key extends string = ColumnKey> = {
  at: Partial<Record<Key, number>>;
  missing: Key[];
  repeated: string[];
  unread: string[];
};

type Column = { head: string; also: readonly string[]; needed: boolean };

export const headsOf = (cells: readonly SheetCell[]): Heads => headsAmong(cells, columnKeys, importColumns);

/** The same for a list of any kind. */
export function headsAmong<Key extends string>(
  cells: readonly SheetCell[],
  keys: readonly Key[],
  columns: Record<Key, Column>,
): Heads<Key> {
  const heads: Heads<Key> = { at: {}, missing: [], repeated: [], unread: [] };
  const namesOf = (key: Key) => [columns[key].head, ...columns[key].also];
  cells.forEach((cell, position) => {
    const name = plain(shownIn(cell));
    if (name === '') return;
    const key = keys.find((each) => namesOf(each).includes(name));
    if (!key) heads.unread.push(name);
    else if (heads.at[key] !== undefined) heads.repeated.push(name);
    else heads.at[key] = position;
  });
  heads.missing = keys.filter((key) => columns[key].needed && heads.at[key] === undefined);
  return heads;
}

// 标题* and 标 题（必填） are the head 标题.
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s|\*|\((必填|选填)\)/g, '')
    .slice(0, 60);
