import { type ColumnKey, columnKeys, importColumns } from '@/lib/domain/items/import-columns';
import { type SheetCell, shownIn } from '@/lib/domain/sheet';

/** Where each column of a list stands, and what its head row lacks, has twice, or has beyond what is read. */
export type Heads = {
  at: Partial<Record<ColumnKey, number>>;
  missing: ColumnKey[];
  repeated: string[];
  unread: string[];
};

export function headsOf(cells: readonly SheetCell[]): Heads {
  const heads: Heads = { at: {}, missing: [], repeated: [], unread: [] };
  cells.forEach((cell, position) => {
    const name = plain(shownIn(cell));
    if (name === '') return;
    const key = columnKeys.find((each) => namesOf(each).includes(name));
    if (!key) heads.unread.push(name);
    else if (heads.at[key] !== undefined) heads.repeated.push(name);
    else heads.at[key] = position;
  });
  heads.missing = columnKeys.filter((key) => importColumns[key].needed && heads.at[key] === undefined);
  return heads;
}

const namesOf = (key: ColumnKey) => [importColumns[key].head, ...importColumns[key].also];

// 标题* and 标 题（必填） are the head 标题.
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s|\*|\((必填|选填)\)/g, '')
    .slice(0, 60);
