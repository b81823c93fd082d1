import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { cellAddress, type Fault, rule } from '@/lib/domain/report/rules/rule';
import { cellPlace } from '@/lib/domain/report/rules/view';

export const inForceMinimum = rule({
  id: 'T2-INFORCE-MIN',
  wording: '现行有效件数不少于本年制发件数减去本年废止件数。',
  basis: '年度报告格式第二十条第（一）项',
  severity: 'block',
  settings: z.strictObject({ table: z.string(), issued: z.string(), repealed: z.string(), inForce: z.string() }),
  examples: {
    passes: {
      format: '2021',
      cells: {
        't2_1/normative_documents/issued': 3,
        't2_1/normative_documents/repealed': 6,
        't2_1/normative_documents/in_force': 0,
      },
    },
    fails: {
      format: '2021',
      cells: {
        't2_1/normative_documents/issued': 5,
        't2_1/normative_documents/repealed': 1,
        't2_1/normative_documents/in_force': 3,
      },
    },
  },
  find: (view, { table: id, issued, repealed, inForce }) =>
    view.table(id).rows.flatMap((row): Fault[] => {
      const address = (column: string) => `${id}/${row.id}/${column}` as const;
      const [made, ended, left] = [issued, repealed, inForce].map((column) => view.value(address(column)));
      if (typeof made !== 'number' || typeof ended !== 'number' || typeof left !== 'number' || left >= made - ended)
        return [];
      const facts = {
        row: row.label ?? '',
        issued: made,
        repealed: ended,
        least: made - ended,
        inForce: left,
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

export const disclosedWithinTotal = rule({
  id: 'T2-2019-DISCLOSED',
  wording: '本年新公开数量不多于对外公开总数量。',
  basis: '年度报告格式第二十条第（一）项',
  severity: 'warn',
  settings: z.strictObject({ table: z.string(), part: z.string(), whole: z.string() }),
  examples: {
    passes: {
      format: '2019',
      cells: { 't2_1/normative_documents/newly_disclosed': 3, 't2_1/normative_documents/total_disclosed': 3 },
    },
    fails: {
      format: '2019',
      cells: { 't2_1/normative_documents/newly_disclosed': 4, 't2_1/normative_documents/total_disclosed': 3 },
    },
  },
  find: (view, { table: id, part, whole }) =>
    view.table(id).rows.flatMap((row): Fault[] => {
      const addresses = [part, whole].map((column) => `${id}/${row.id}/${column}` as const);
      const [less, more] = addresses.map(view.value);
      if (typeof less !== 'number' || typeof more !== 'number' || less <= more) return [];
      return [
        {
          at: `${id}/${row.id}`,
          places: addresses.map(cellPlace),
          facts: { row: row.label ?? '', part: less, whole: more, table: view.table(id).name },
        },
      ];
    }),
});

export const amountUnit = rule({
  id: 'T2-UNIT',
  wording: '金额以万元为单位；数额特别大，或者比上年大百倍的，核对是否把元当成万元。',
  basis: '年度报告格式第二十条第（八）、（九）项的单位',
  severity: 'warn',
  settings: z.strictObject({
    cells: z.array(cellAddress).min(1),
    /** From this amount on it is doubtful for these levels. */
    limit: z.int(),
    levels: z.array(z.string()),
    /** So many times last year's amount is doubtful for every level. */
    factor: z.int(),
  }),
  examples: {
    passes: { format: '2019', cells: { 't2_9/government_procurement/total_amount': '0.5344' } },
    fails: { format: '2019', cells: { 't2_9/government_procurement/total_amount': '5344' } },
  },
  find: (view, { cells, limit, levels, factor }) =>
    cells.flatMap((address): Fault[] => {
      const value = view.value(address);
      if (value === null) return [];
      const last = view.lastYear(address);
      const times = last === null || new Decimal(last).lte(0) ? 0 : new Decimal(value).div(last).toNumber();
      const large = levels.includes(view.report.organisation.level) && new Decimal(value).gte(limit);
      if (!large && times < factor) return [];
      const facts = {
        cell: view.label(address),
        value,
        times: times >= factor ? factor : 0,
        limit,
        asYuan: new Decimal(value).div(10_000).toFixed(),
      };
      return [{ at: address, places: [cellPlace(address)], facts }];
    }),
});
