import { type Cell, cellLines } from '@/lib/domain/personal-data/cell-lines';
import type { PersonalDataType } from '@/lib/domain/personal-data/hit';
import { surenessOf } from '@/lib/domain/personal-data/name-word';
import { isStructural } from '@/lib/domain/personal-data/not-names';

/** Where names stand in a table, list by list. A list is rows that follow each other, with a name and an amount each. */
export function namesInRows(plain: string, numberAt: NumberAt): { start: number; end: number }[][] {
  const lines = cellLines(plain).map((cells): Row => ({ cells, amounts: amountsOf(cells, numberAt) }));
  return [...blocksOf(lines).map(namesOfBlock), ...columnsOfLines(lines)].filter(({ length }) => length > 0);
}

/** What number was found to stand at a place. */
export type NumberAt = (at: number) => PersonalDataType | undefined;

/** The cells of one line, and which of them are amounts. */
type Row = { cells: Cell[]; amounts: number[] };
type Place = { start: number; end: number };

const unit = '(?:元整?|万元|亩|平方米|㎡|公斤|千克|斤|吨|头|只|株|棵|袋|分)?(?:\\/(?:月|年|人|亩|户|季))?';
const amount = new RegExp(`^[¥￥]?(\\d{1,3}(?:,\\d{3})+|\\d{1,8})(\\.\\d{1,6})?(${unit})$`);
const spokenAmount = /^[\u4e00-\u9fff()]{1,10}:? ?[¥￥]?\d[\d,]{0,12}(?:\.\d{1,4})?(?:万?元|亩)/;

// A serial number, a year and a small bare figure are no amounts, nor is a telephone; beside an identity or a card number a
// name is as bare as beside a sum.
function amountsOf(cells: readonly Cell[], numberAt: NumberAt): number[] {
  return cells.flatMap(({ text, start }, at) => {
    const number = numberAt(start) ?? numberAt(start + text.length - 1);
    if (number) return number === 'identity_number' || number === 'bank_card' ? [at] : [];
    const [, whole, decimals, measure] = amount.exec(text.replace(/\s/g, '')) ?? [];
    if (whole === undefined) return spokenAmount.test(text) ? [at] : [];
    const plain = !decimals && !measure;
    if (plain && (at === 0 || whole.length < 3 || /^(?:19|20)\d\d$/.test(whole) || whole.length > 6)) return [];
    return [at];
  });
}

/** Rows that belong together: no more than two lines without cells or names between them. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  let idle = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.cells.length < 2) {
      idle += 1;
      continue;
    }
    const block = idle > 2 ? undefined : blocks.at(-1);
    if (block) block.push(row);
    else blocks.push([row]);
    idle = 0;
  }
  return blocks.flatMap(atHeadings);
}

// A new heading begins a new table.
function atHeadings(rows: Row[]): Row[][] {
  const starts = rows.flatMap((row, at) => (at > 0 && headedColumns(row).length > 0 ? [at] : []));
  const cuts = [0, ...starts, rows.length];
  return cuts.slice(1).map((end, at) => rows.slice(cuts[at], end));
}

const nameHeading =
  /^(?:户主|农户|村民|学生|职工|持卡人|领款人|领取人|申请人|申领人|受益人|享受人|补贴对象|补助对象|救助对象|保障对象|发放对象|种植户|养殖户|承包方|承包方代表|对象|人员|考生|被征收人|权利人|捐款人)?(?:姓名|名字)?(?:\(.*\))?$/;
const otherHeading = /负责人|联系人|责任人|代表人|经办|审核|法人|包保|干部|网格|监理|经理|职务/;
const amountHeading = /金额|补贴|补助|资金|标准|元|面积|亩|成绩|得分|分数|总分|低保金|救助|慰问|数量|发放|合计|补偿/;

const heading = (text: string) => text.replace(/\s/g, '');
const headedColumns = ({ cells }: Row) =>
  cells.flatMap(({ text }, at) => (heading(text) !== '' && nameHeading.test(heading(text)) ? [at] : []));

function namesOfBlock(rows: Row[]): Place[] {
  const [first, ...others] = rows;
  const headed = first ? headedColumns(first) : [];
  if (first && headed.length > 0) {
    const counted = first.cells.some(({ text }) => amountHeading.test(text)) || others.some(hasAmount);
    return counted ? headed.flatMap((column) => belowHeading(others, column, first.cells.length)) : [];
  }
  const excluded = (column: number) => first !== undefined && otherHeading.test(first.cells[column]?.text ?? '');
  return withoutHeading(rows, excluded);
}

const hasAmount = ({ amounts }: Row) => amounts.length > 0;

// Below 姓名 stands a name, however rare; in a row of another width only what is a name for sure.
const belowHeading = (rows: readonly Row[], column: number, width: number): Place[] =>
  rows.flatMap(({ cells }) => {
    const named = cells[column];
    if (cells.length === width && named) return isSomeName(named.text) ? [nameOf(named)] : [];
    if (named && (isStrong(named) || isWeak(named))) return [nameOf(named)];
    return cells.filter(isStrong).slice(0, 1).map(nameOf);
  });

function withoutHeading(rows: readonly Row[], excluded: (column: number) => boolean): Place[] {
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: Math.min(widest, 40) }, (_, at) => at).filter((at) => !excluded(at));
  return columns.flatMap((column) => {
    const filled = rows.filter(({ cells }) => /[\u4e00-\u9fff]/.test(cells[column]?.text ?? ''));
    const strong = filled.filter(({ cells }) => isStrong(cells[column]));
    const named = filled.filter(({ cells }) => isStrong(cells[column]) || isWeak(cells[column]));
    const counted = named.filter(({ amounts }) => amounts.some((at) => at > column));
    const likely = (strong.length + named.length) / 2 >= 0.6 * filled.length && strong.length >= 2;
    if (!likely || counted.length < 3 || counted.length < 0.5 * named.length) return [];
    return filled.flatMap(({ cells, amounts }) => {
      const cell = cells[column];
      const is = cell && (isStrong(cell) || (amounts.length > 0 && isSomeName(cell.text)));
      return is ? [nameOf(cell)] : [];
    });
  });
}

const numbered =
  /^(?:\(?\d{1,4}(?:[.、)]|\s)\s*)?(?:[\u4e00-\u9fff]{0,6}(?:[人户者方]|户主|对象|姓名)\s*:\s*|(?:户主|姓名)\s*)?/;
const bracketed = /\([^()]*\)$/;

function nameOf({ text, start }: Cell): Place {
  const from = numbered.exec(text)?.[0].length ?? 0;
  const bare = text.slice(from).replace(bracketed, '').trimEnd();
  return { start: start + from, end: start + from + bare.length };
}

const bareName = (text: string) => text.replace(numbered, '').replace(bracketed, '').replace(/\s/g, '');
const isStrong = (cell: Cell | undefined) => cell !== undefined && surenessOf(bareName(cell.text)) === 'strong';
const isWeak = (cell: Cell | undefined) => cell !== undefined && surenessOf(bareName(cell.text)) === 'weak';
const isSomeName = (text: string) => {
  const name = bareName(text);
  return /^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]+[·•][\u4e00-\u9fff]+$/.test(name) && !isStructural(name);
};

const shortest = 6;

/** Tables whose cells came out one a line: a name, some lines, an amount, and again a name. */
function columnsOfLines(rows: readonly Row[]): Place[][] {
  const runs: Row[][] = [[]];
  for (const row of rows) {
    const single = row.cells.length === 1 && (row.cells[0]?.text.length ?? 0) <= 20;
    if (single) runs.at(-1)?.push(row);
    else if (runs.at(-1)?.length) runs.push([]);
  }
  return runs.filter(({ length }) => length >= shortest).map(namesOfLines);
}

function namesOfLines(lines: readonly Row[]): Place[] {
  const cells = lines.map((line) => line.cells[0]);
  const starts = cells.flatMap((cell, at) => (isStrong(cell) ? [at] : []));
  const counted = starts.filter((start, at) => {
    const end = Math.min(starts[at + 1] ?? lines.length, start + 12);
    return cells.slice(start + 1, end).some((cell) => cell && isBareAmount(cell.text));
  });
  return counted.length >= 3 && counted.length >= 0.6 * starts.length
    ? starts.flatMap((at) => (cells[at] ? [nameOf(cells[at])] : []))
    : [];
}

const isBareAmount = (text: string) => {
  const [, whole, decimals, measure] = amount.exec(text.replace(/\s/g, '')) ?? [];
  return whole !== undefined && Boolean(decimals || measure || (whole.length > 2 && !/^(?:19|20)\d\d$/.test(whole)));
};
