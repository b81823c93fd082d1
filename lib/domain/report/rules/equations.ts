import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { columnName, rowName } from '@/lib/domain/report/addresses';
import { sumOf } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import type { Column, Row, Table } from '@/lib/domain/report/format';
import { type Equation, equationRule, type Fault } from '@/lib/domain/report/rules/rule';
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
    return equations.map((own, index) => (toldByItsParts(table, index, equations) ? { ...own, fault: null } : own));
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
  return equation(leftSum, rightSum, (difference) => {
    const name = (id: string | undefined) => nameOf(table, id);
    const unit = column.unit ?? '';
    const terms = (rows: readonly string[]) =>
      rows.map((row) => `${name(row)}${view.value(address(row))}${unit}`).join('加');
    const more = Number(leftSum) > Number(rightSum) ? left : right;
    const facts = {
      table: table.name,
      column: columnName(table, column),
      leftTerms: terms(left),
      rightTerms: terms(right),
      left: leftSum ?? '',
      right: rightSum ?? '',
      difference,
      more: name(more[0]),
      fewer: name((more === left ? right : left)[0]),
      unit,
    };
    return { at: address('*'), places: [...left, ...right].map((row) => cellPlace(address(row))), facts };
  });
}

function rowSum(view: View, table: Table, row: Row, column: Column): Equation {
  const address = (id: string): CellAddress => `${table.id}/${id}/${column.id}`;
  return sum(view, address(row.id), (row.sumOf ?? []).map(address), () => ({
    table: table.name,
    line: columnName(table, column),
    total: rowName(table, row),
    unit: column.unit ?? '',
  }));
}

function columnSums(view: View, table: Table): Equation[] {
  const totals = table.columns.filter(({ sumOf: parts }) => parts);
  return table.rows
    .filter(({ figures }) => figures)
    .flatMap((row) =>
      totals.map((column) => {
        const address = (id: string): CellAddress => `${table.id}/${row.id}/${id}`;
        return sum(view, address(column.id), (column.sumOf ?? []).map(address), () => ({
          table: table.name,
          // The row of table four bears no name: its blocks do (行政复议).
          line: (row.label === null ? column.path.at(-2) : rowName(table, row)) ?? '',
          total: column.label,
          unit: column.unit ?? '',
        }));
      }),
    );
}

function sum(
  view: View,
  total: CellAddress,
  parts: readonly CellAddress[],
  named: () => Record<'table' | 'line' | 'total' | 'unit', string>,
): Equation {
  const stated = view.value(total);
  const added = sumOf(parts.map(view.value));
  return equation(stated, added, (difference) => ({
    at: total,
    places: [cellPlace(total), ...parts.filter((part) => Number(view.value(part)) !== 0).map(cellPlace)],
    facts: { ...named(), left: stated ?? '', right: added ?? '', difference },
  }));
}

function equation(left: CellValue, right: CellValue, faultOf: (difference: string) => Fault): Equation {
  if (left === null || right === null) return { state: 'pending', imbalance: '0', fault: null };
  if (left === right) return { state: 'agree', imbalance: '0', fault: null };
  const imbalance = new Decimal(left).minus(right);
  if (imbalance.isZero()) return { state: 'agree', imbalance: '0', fault: null };
  return { state: 'differ', imbalance: imbalance.toFixed(), fault: faultOf(imbalance.abs().toFixed()) };
}

// The total column of a table that is out in another column is out as well: one fault, told once, where it is.
function toldByItsParts(table: Table, index: number, equations: readonly Equation[]): boolean {
  const parts = table.columns[index]?.sumOf;
  const own = equations[index];
  if (!parts || own?.state !== 'differ') return false;
  const others = table.columns.flatMap(({ id }, at) => (parts.includes(id) ? [equations[at]?.imbalance ?? '0'] : []));
  return others.some((imbalance) => imbalance !== '0') && new Decimal(own.imbalance).eq(sumOf(others) ?? '0');
}

const nameOf = (table: Table, id: string | undefined) => {
  const row = table.rows.find((candidate) => candidate.id === id);
  return row ? rowName(table, row) : '';
};
