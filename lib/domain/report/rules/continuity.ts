import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { proposals } from '@/lib/domain/report/carry-over';
import { cellAt, cellsOf } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import { cellAddress, type Fault, rule } from '@/lib/domain/report/rules/rule';
import { cellPlace, type View } from '@/lib/domain/report/rules/view';

const tables = z.strictObject({ tables: z.array(z.string()).min(1) });

export const yearLink = rule({
  id: 'T3-YEAR-LINK',
  wording: '每一列：上年结转数，等于上年报告的结转下年度继续办理数。不一致的必须写明原因。',
  basis: '年度报告格式表三第二项、第四项',
  severity: 'warn',
  needs: ['previous'],
  settings: tables,
  examples: {
    passes: { format: '2021', previous: {} },
    fails: {
      format: '2021',
      cells: { 't3/carried_over/natural_person': 1 },
      previous: { cells: { 't3/carried_forward/natural_person': 4 } },
    },
  },
  find: (view, settings) => brokenLinks(view, settings.tables),
});

export const itemLink = rule({
  id: 'T2-2019-ITEM-LINK',
  wording: '上一年项目数量，等于上年报告的上一年项目数量加本年增/减。',
  basis: '年度报告格式（试行）第二十条第（五）、（六）、（八）项',
  severity: 'warn',
  needs: ['previous'],
  settings: tables,
  examples: {
    passes: {
      format: '2019',
      cells: { 't2_5/licensing/items_last_year': 4 },
      previous: { cells: { 't2_5/licensing/items_last_year': 5, 't2_5/licensing/change_this_year': -1 } },
    },
    fails: {
      format: '2019',
      cells: { 't2_5/licensing/items_last_year': 4 },
      previous: { cells: { 't2_5/licensing/items_last_year': 4, 't2_5/licensing/change_this_year': 3 } },
    },
  },
  find: (view, settings) => brokenLinks(view, settings.tables),
});

// What last year's report already tells is written in the format (carryOver), for the clerk's proposals and for the rules.
function brokenLinks(view: View, ids: readonly string[]): Fault[] {
  if (!view.previous) return [];
  return proposals(view.format, view.report.year, view.previous).flatMap(
    ({ address, value: expected, note }): Fault[] => {
      const value = view.value(address);
      const table = cellAt(view.format, address)?.table.id ?? '';
      if (!ids.includes(table) || value === null || expected === null || new Decimal(value).eq(expected)) return [];
      const facts = {
        ...{ cell: view.label(address), value, expected, note, lastYear: view.report.year - 1 },
        restated: restatedSource(view, address),
      };
      return [{ at: address, places: [cellPlace(address)], facts }];
    },
  );
}

/** What the register says now of last year's cells that this one takes over, where it was set right after publication; else empty. */
function restatedSource({ format, report, previous, restated }: View, address: CellAddress): number | string {
  const lastYear = restated.find(({ year }) => year === report.year - 1);
  const map = format.carryOver.find(({ formats }) => previous && formats.includes(previous.format));
  const [source] = map?.cells[address] ?? [];
  return lastYear?.cells.find((cell) => cell.address === source)?.after ?? '';
}

export const inForceLink = rule({
  id: 'T2-INFORCE-LINK',
  wording: '现行有效件数，等于上年报告的现行有效件数加本年制发、减本年废止件数。',
  basis: '年度报告格式第二十条第（一）项',
  severity: 'warn',
  needs: ['previous'],
  settings: z.strictObject({ table: z.string(), issued: z.string(), repealed: z.string(), inForce: z.string() }),
  examples: {
    passes: {
      format: '2021',
      year: 2022,
      cells: {
        't2_1/normative_documents/issued': 2,
        't2_1/normative_documents/repealed': 1,
        't2_1/normative_documents/in_force': 11,
      },
      previous: { cells: { 't2_1/normative_documents/in_force': 10 } },
    },
    fails: {
      format: '2021',
      year: 2022,
      cells: {
        't2_1/normative_documents/issued': 2,
        't2_1/normative_documents/repealed': 1,
        't2_1/normative_documents/in_force': 11,
      },
      previous: { cells: { 't2_1/normative_documents/in_force': 8 } },
    },
  },
  find: (view, { table: id, issued, repealed, inForce }) =>
    view.table(id).rows.flatMap((row): Fault[] => {
      const address = (column: string) => `${id}/${row.id}/${column}` as const;
      const before = view.lastYear(address(inForce));
      const [made, ended, left] = [issued, repealed, inForce].map((column) => view.value(address(column)));
      if (
        typeof before !== 'number' ||
        typeof made !== 'number' ||
        typeof ended !== 'number' ||
        typeof left !== 'number'
      )
        return [];
      if (left === before + made - ended) return [];
      const facts = {
        row: row.label ?? '',
        before,
        issued: made,
        repealed: ended,
        expected: before + made - ended,
        value: left,
        table: view.table(id).name,
      };
      return [
        {
          at: address(inForce),
          places: [inForce, issued, repealed].map((column) => cellPlace(address(column))),
          facts,
        },
      ];
    }),
});

export const pendingLink = rule({
  id: 'T4-PENDING-LINK',
  wording: '表四各栏总计，不少于上年报告同一栏的尚未审结数。',
  basis: '年度报告格式表四：上年尚未审结的案件，本年应当审结或者仍为尚未审结',
  severity: 'warn',
  needs: ['previous'],
  settings: z.strictObject({ pairs: z.array(z.strictObject({ pending: cellAddress, total: cellAddress })).min(1) }),
  examples: {
    passes: { format: '2021', previous: { cells: { 't4/cases/reconsideration_pending': 0 } } },
    fails: {
      format: '2021',
      cells: { 't4/cases/reconsideration_total': 2 },
      previous: { cells: { 't4/cases/reconsideration_pending': 9 } },
    },
  },
  find: (view, { pairs }) =>
    pairs.flatMap(({ pending, total }): Fault[] => {
      const [open, value] = [view.lastYear(pending), view.value(total)];
      if (typeof open !== 'number' || typeof value !== 'number' || value >= open) return [];
      return [{ at: total, places: [cellPlace(total)], facts: { cell: view.label(total), value, open } }];
    }),
});

export const jumps = rule({
  id: 'G-JUMP',
  wording: '与上年报告相比，超过5倍或者不足五分之一的数据，核对后说明原因。',
  basis: '年度报告审核实践',
  severity: 'warn',
  needs: ['previous'],
  settings: z.strictObject({
    factor: z.int().min(2),
    /** A smaller difference is no jump, whatever the ratio. */
    least: z.int().min(1),
  }),
  examples: {
    passes: {
      format: '2021',
      cells: { 't2_5/licensing/decisions': 38 },
      previous: { cells: { 't2_5/licensing/decisions': 60 } },
    },
    fails: {
      format: '2021',
      cells: { 't2_5/licensing/decisions': 380 },
      previous: { cells: { 't2_5/licensing/decisions': 38 } },
    },
  },
  find: (view, { factor, least }) =>
    cellsOf(view.format).flatMap(({ table, column, row, address }): Fault[] => {
      // Where a table has totals, they stand for their row: one jump is told once.
      const totals = table.columns.some(({ sumOf }) => sumOf);
      if (column.signed || (totals && !column.sumOf) || (!totals && row.sumOf)) return [];
      const [value, last] = [Number(view.value(address) ?? Number.NaN), Number(view.lastYear(address) ?? Number.NaN)];
      const [small, large] = value < last ? [value, last] : [last, value];
      if (!(small >= 0 && large > factor * small && large - small >= least)) return [];
      const facts = {
        cell: view.label(address),
        value,
        last,
        factor,
        up: value > last ? 1 : 0,
        unit: column.unit ?? '',
      };
      return [{ at: address, places: [cellPlace(address)], facts }];
    }),
});
