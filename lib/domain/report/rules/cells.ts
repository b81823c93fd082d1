import { z } from 'zod';
import { cellAt, cellsOf, isZero } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import type { Column } from '@/lib/domain/report/format';
import { valueProblem } from '@/lib/domain/report/read-number';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';
import { cellPlace, type View } from '@/lib/domain/report/rules/view';

const tables = z.strictObject({ tables: z.array(z.string()).min(1) });

export const blanks = rule({
  id: 'G-BLANK',
  wording: '每一格都要填写，没有的填0；空着不等于0。',
  basis: '年度报告格式；《条例》第五十条',
  severity: 'block',
  settings: z.strictObject({}),
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', cells: { 't3/granted/natural_person': null, 't3/granted/other_org': null } },
  },
  find: (view) =>
    view.format.sections.flatMap(({ id, tables: own = [] }): Fault[] => {
      const cells = cellsOf(view.format).filter(({ table }) => own.includes(table.id));
      const blank = cells.filter((cell) => view.written(cell.address) === null && isMissing(view, cell));
      const [first] = blank;
      if (!first) return [];
      const typed = cells.filter(({ computed }) => !computed).length;
      const facts = {
        count: blank.length,
        whole: blank.length >= typed ? 1 : 0,
        first: view.label(first.address),
        table:
          own.length === 1
            ? first.table.name
            : (view.format.sections.find((section) => section.id === id)?.heading ?? ''),
      };
      return [{ at: id, places: blank.map(({ address }) => cellPlace(address)), facts }];
    }),
});

// A total that waits for its parts is not missing; one that a file leaves out while the parts are there is.
function isMissing(view: View, { table, row, column, computed }: ReturnType<typeof cellsOf>[number]): boolean {
  if (!computed) return true;
  const rows = row.sumOf ?? [row.id];
  const columns = column.sumOf ?? [column.id];
  return rows.every((r) => columns.every((c) => view.written(`${table.id}/${r}/${c}`) !== null));
}

const wholeNumbers = {
  basis: '年度报告格式；政府信息公开统计口径',
  severity: 'block',
  settings: tables,
} as const;

export const requestFigures = rule({
  ...wholeNumbers,
  id: 'T3-NONNEG-INT',
  wording: '表三各格只填0或者正整数，不填负数、小数、“/”“-”“无”。',
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', cells: { 't3/granted/natural_person': -1 } },
  },
  find: (view, settings) => wrongFigures(view, settings.tables),
});

export const caseFigures = rule({
  ...wholeNumbers,
  id: 'T4-NONNEG-INT',
  wording: '表四各格只填0或者正整数，不填负数、小数、“/”“-”“无”。',
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', cells: { 't4/cases/reconsideration_upheld': -1 } },
  },
  find: (view, settings) => wrongFigures(view, settings.tables),
});

export const disclosureFigures = rule({
  ...wholeNumbers,
  id: 'T2-NONNEG',
  wording: '表二各格填0或者正数：件数、项数为整数，金额的小数位数不超过格式规定；只有“本年增/减”可以是负数。',
  examples: {
    passes: { format: '2019', cells: { 't2_5/licensing/change_this_year': -1 } },
    fails: { format: '2019', cells: { 't2_9/government_procurement/total_amount': '0.53441' } },
  },
  find: (view, settings) => wrongFigures(view, settings.tables),
});

export const unknownCells = rule({
  id: 'G-CELLS',
  wording: '表格的行和列与本年度适用的格式一致，不增不减。',
  basis: '《条例》第五十条第二款',
  severity: 'block',
  settings: z.strictObject({}),
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', cells: { 't2_9/government_procurement/project_count': 3 } },
  },
  find: ({ report, format }) => {
    const unknown = Object.entries(report.tables).flatMap(([table, rows]) =>
      Object.entries(rows).flatMap(([row, columns]) =>
        Object.keys(columns).flatMap((column): CellAddress[] => {
          const address = `${table}/${row}/${column}` as const;
          return cellAt(format, address) ? [] : [address];
        }),
      ),
    );
    if (unknown.length === 0) return [];
    const facts = { count: unknown.length, first: unknown[0] ?? '', format: format.notice.number };
    return [{ at: 'report', places: unknown.map(cellPlace), facts }];
  },
});

const levels = z.array(z.string()).min(1);

export const regulationRow = rule({
  id: 'G-REGULATION-ROW',
  wording: '乡镇、街道没有规章制定权，规章一行都填0。',
  basis: '《立法法》第九十三条',
  severity: 'block',
  settings: z.strictObject({ table: z.string(), row: z.string(), levels }),
  examples: {
    passes: { format: '2021', level: 'county', cells: { 't2_1/rules/issued': 1, 't2_1/rules/in_force': 6 } },
    fails: { format: '2021', cells: { 't2_1/rules/in_force': 6 } },
  },
  find: (view, settings) => {
    if (!settings.levels.includes(view.report.organisation.level)) return [];
    const { id, name, columns } = view.table(settings.table);
    const filled = columns.flatMap((column): CellAddress[] => {
      const address = `${id}/${settings.row}/${column.id}` as const;
      const value = view.value(address);
      return value === null || isZero(value) ? [] : [address];
    });
    const facts = {
      table: name,
      figures: filled.map((address) => `${view.label(address)}填了${view.value(address)}`).join('；'),
    };
    return filled.length > 0 ? [{ at: `${id}/${settings.row}`, places: filled.map(cellPlace), facts }] : [];
  },
});

function wrongFigures(view: View, ids: readonly string[]): Fault[] {
  return cellsOf(view.format).flatMap(({ table, column, address }): Fault[] => {
    if (!ids.includes(table.id)) return [];
    const value = view.written(address);
    const problem = value === null ? null : problemOf(value, column);
    if (!problem) return [];
    return [
      {
        at: address,
        places: [cellPlace(address)],
        facts: { cell: view.label(address), value: value ?? '', problem, scale: column.scale ?? 0 },
      },
    ];
  });
}

const largest = 999_999_999;

// A file may write an amount as a whole number or with closing zeros (0.5000): both are exact.
function problemOf(value: CellValue, column: Column) {
  if (column.type === 'integer') {
    if (typeof value === 'string') return /^\d+$/.test(value) ? 'text' : 'malformed';
    const plain = Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largest;
    return plain ? null : Number.isInteger(value) ? valueProblem(value, column) : 'fraction';
  }
  if (typeof value === 'number' && !Number.isInteger(value)) return 'float';
  const canonical = typeof value === 'string' ? value.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : String(value);
  return valueProblem(canonical, column);
}
