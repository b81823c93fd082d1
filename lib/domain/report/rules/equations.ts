import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { columnName, rowName } from '@/lib/domain/report/addresses';
import { sumOf } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import type { Column, Row, Table } from '@/lib/domain/report/format';
import { type Equation, equationRule } from '@/lib/domain/report/rules/rule';
import { cellPlace, type View } from '@/lib/domain/report/rules/view';

const inTable = z.strictObject({ table: z.string() });
const sides = z.strictObject({
  table: z.string(),
  left: z.array(z.string()).min(1),
  right: z.array(z.string()).min(1),
});

export const columnIdentity = equationRule({
  id: 'T3-COL-IDENTITY',
  wording: '每一列：本年新收加上年结转，等于办理结果总计加结转下年度继续办理。',
  basis: '年度报告格式表三表头：第一项加第二项之和，等于第三项加第四项之和',
  severity: 'block',
  settings: sides,
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', cells: { 't3/new_received/natural_person': 40 } },
  },
  equations: (view, { table: id, left, right }) => {
    const table = view.table(id);
    const equations = table.columns.map((column) => identity(view, table, column, left, right));
    return equations.map((equation, index) => ({ ...equation, implied: isImplied(table, index, equations) }));
  },
});

export const resultSum = equationRule({
  id: 'T3-RESULT-SUM',
  wording: '每一列：办理结果总计，等于各种办理结果之和。',
  basis: '年度报告格式表三（七）总计',
  severity: 'block',
  settings: inTable,
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', cells: { 't3/results_total/natural_person': 40 } },
  },
  equations: (view, { table: id }) => {
    const table = view.table(id);
    const totals = table.rows.filter(({ figures, sumOf: parts }) => figures && parts);
    return totals.flatMap((row) => table.columns.map((column) => rowSum(view, table, row, column)));
  },
});

export const rowTotal = equationRule({
  id: 'T3-ROW-TOTAL',
  wording: '每一行：总计，等于自然人与各类法人或其他组织之和。',
  basis: '年度报告格式表三“总计”列',
  severity: 'block',
  settings: inTable,
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', cells: { 't3/granted/total': 40 } },
  },
  equations: (view, { table }) => columnSums(view, view.table(table)),
});

export const blockSum = equationRule({
  id: 'T4-BLOCK-SUM',
  wording: '行政复议、未经复议直接起诉、复议后起诉各栏：总计，等于结果维持、结果纠正、其他结果、尚未审结之和。',
  basis: '年度报告格式表四“总计”列',
  severity: 'block',
  settings: inTable,
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', cells: { 't4/cases/reconsideration_total': 40 } },
  },
  equations: (view, { table }) => columnSums(view, view.table(table)),
});

function identity(
  view: View,
  table: Table,
  column: Column,
  left: readonly string[],
  right: readonly string[],
): Equation {
  const address = (row: string): CellAddress => `${table.id}/${row}/${column.id}`;
  const leftSum = sumOf(left.map((row) => view.value(address(row))));
  const rightSum = sumOf(right.map((row) => view.value(address(row))));
  const name = (id: string | undefined) => nameOf(table, id);
  const more = Number(leftSum) > Number(rightSum) ? left : right;
  return {
    at: address('*'),
    places: [...left, ...right].map((row) => cellPlace(address(row))),
    facts: {
      table: table.name,
      column: columnName(table, column),
      leftTerms: terms(
        view,
        left.map((row) => [name(row), address(row)]),
      ),
      rightTerms: terms(
        view,
        right.map((row) => [name(row), address(row)]),
      ),
      ...outcome(leftSum, rightSum),
      more: name(more[0]),
      fewer: name((more === left ? right : left)[0]),
      unit: column.unit ?? '',
    },
    state: stateOf(leftSum, rightSum),
  };
}

function rowSum(view: View, table: Table, row: Row, column: Column): Equation {
  const address = (id: string): CellAddress => `${table.id}/${id}/${column.id}`;
  const parts = row.sumOf ?? [];
  return sum(view, table, address(row.id), parts.map(address), {
    line: columnName(table, column),
    total: rowName(table, row),
    unit: column.unit ?? '',
  });
}

function columnSums(view: View, table: Table): Equation[] {
  const totals = table.columns.filter(({ sumOf: parts }) => parts);
  return table.rows
    .filter(({ figures }) => figures)
    .flatMap((row) =>
      totals.map((column) => {
        const address = (id: string): CellAddress => `${table.id}/${row.id}/${id}`;
        const line = row.label === null ? column.path.slice(-2)[0] : rowName(table, row);
        const facts = { line: line ?? '', total: column.label, unit: column.unit ?? '' };
        return sum(view, table, address(column.id), (column.sumOf ?? []).map(address), facts);
      }),
    );
}

function sum(
  view: View,
  table: Table,
  total: CellAddress,
  parts: readonly CellAddress[],
  facts: { line: string; total: string; unit: string },
): Equation {
  const stated = view.value(total);
  const added = sumOf(parts.map(view.value));
  return {
    at: total,
    places: [cellPlace(total), ...parts.filter((part) => Number(view.value(part)) !== 0).map(cellPlace)],
    facts: { table: table.name, ...facts, ...outcome(stated, added) },
    state: stateOf(stated, added),
  };
}

// The total column of a table that is out in another column is out as well: one fault, told once, where it is.
function isImplied(table: Table, index: number, equations: readonly Equation[]): boolean {
  const parts = table.columns[index]?.sumOf;
  if (!parts) return false;
  const own = signed(equations[index]);
  const others = table.columns.flatMap(({ id }, at) => (parts.includes(id) ? [signed(equations[at])] : []));
  return own !== 0 && others.some((difference) => difference !== 0) && others.reduce((a, b) => a + b, 0) === own;
}

const signed = (equation: Equation | undefined) =>
  equation?.state === 'differ' ? Number(equation.facts.left) - Number(equation.facts.right) : 0;

const nameOf = (table: Table, id: string | undefined) => {
  const row = table.rows.find((candidate) => candidate.id === id);
  return row ? rowName(table, row) : '';
};

const terms = (view: View, named: readonly (readonly [string, CellAddress])[]) =>
  named.map(([name, address]) => `${name}${view.value(address) ?? '（空）'}件`).join('加');

function outcome(left: CellValue, right: CellValue) {
  const difference = left === null || right === null ? '' : new Decimal(left).minus(right).abs().toFixed();
  return { left: left ?? '', right: right ?? '', difference };
}

function stateOf(left: CellValue, right: CellValue): Equation['state'] {
  if (left === null || right === null) return 'pending';
  if (typeof left === 'number' && typeof right === 'number') return left === right ? 'agree' : 'differ';
  return new Decimal(left).eq(right) ? 'agree' : 'differ';
}
