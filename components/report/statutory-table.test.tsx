import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { StatutoryTable } from '@/components/report/statutory-table';
import { all, attribute, type Element, readPage, text } from '@/components/report/testing/read-page';
import { elementId } from '@/lib/domain/report/addresses';
import { cellsOf, valueAt } from '@/lib/domain/report/cells';
import { report } from '@/lib/domain/report/content';
import city2025 from '@/lib/domain/report/fixtures/city-2025.json';
import deting2020 from '@/lib/domain/report/fixtures/deting-2020.json';
import jinhu2023 from '@/lib/domain/report/fixtures/jinhu-2023.json';
import type { ReportFormat, Table } from '@/lib/domain/report/format';
import { formatById, formatCatalogue } from '@/lib/domain/report/formats';
import format2021 from '@/lib/domain/report/formats/2021.json';

const known = (id: string) => formatById(id) ?? expect.fail(`no format ${id}`);

// The next notice, invented: a table with one level of groups, one wide and one narrow part, and another table left out.
const next: ReportFormat =
  formatCatalogue([
    {
      ...format2021,
      id: '2027',
      years: { from: 2027, to: null },
      sections: format2021.sections.map((section) =>
        section.id === 's4' ? { ...section, tables: ['t4', 't5'] } : section,
      ),
      tables: [
        ...format2021.tables,
        {
          id: 't5',
          section: 's4',
          name: '表五',
          caption: '数据开放情况',
          unit: '项',
          headerRows: [
            [
              { text: '类别', colspan: 2, rowspan: 2 },
              { text: '开放', colspan: 2, rowspan: 1 },
              { text: '合计', colspan: 1, rowspan: 2 },
            ],
            [
              { text: '无条件', colspan: 1, rowspan: 1 },
              { text: '有条件', colspan: 1, rowspan: 1 },
            ],
          ],
          labelColumns: 2,
          labelSpans: {},
          gridColumns: 3,
          columns: [
            { id: 'free', label: '无条件', path: ['开放', '无条件'], unit: '项', type: 'integer' },
            { id: 'limited', label: '有条件', path: ['开放', '有条件'], unit: '项', type: 'integer' },
            { id: 'all', label: '合计', path: ['合计'], unit: '项', type: 'integer', sumOf: ['free', 'limited'] },
          ],
          rows: [
            { id: 'people', label: '一、民生', path: ['一、民生'], level: 1, parent: null, figures: false },
            {
              id: 'school',
              label: '（一）教育',
              path: ['一、民生', '（一）教育'],
              level: 2,
              parent: 'people',
              figures: true,
            },
            {
              id: 'health',
              label: '（二）医疗',
              path: ['一、民生', '（二）医疗'],
              level: 2,
              parent: 'people',
              figures: true,
            },
            { id: 'other', label: '二、其他', path: ['二、其他'], level: 1, parent: null, figures: true },
          ],
        },
      ],
    },
  ])[0] ?? expect.fail('the invented format is not one');

const cases = [
  { name: 'the 2020 report of 德亭镇', format: known('2019'), tables: report.parse(deting2020).tables },
  { name: 'a town of 2023', format: known('2021'), tables: report.parse(jinhu2023).tables },
  { name: 'a large city of 2025', format: known('2021'), tables: report.parse(city2025).tables },
  { name: 'an invented format', format: next, tables: numbered(next) },
];

describe.each(cases)('$name', ({ format, tables }) => {
  const html = renderToStaticMarkup(
    format.tables.map((table) => <StatutoryTable key={table.id} table={table} figures={tables[table.id]} />),
  );
  const page = readPage(html);

  test('every figure stands at its address and nowhere else', () => {
    const read = cellsOf(format).map(({ address }) => text(page.byId(elementId(format, address) ?? '')));
    expect(read).toEqual(cellsOf(format).map(({ address }) => String(valueAt(tables, address))));
    expect(page.all('td').filter((td) => attribute(td, 'headers'))).toHaveLength(cellsOf(format).length);
  });

  test('every figure names its headings, and they are the ones of the notice', () => {
    for (const { address, row, column } of cellsOf(format)) {
      const headings = (attribute(page.byId(elementId(format, address) ?? ''), 'headers') ?? '').split(' ');
      const words = headings.map((id) => text(page.byId(id)).replace(/（单位：万元，保留4位小数）$/, ''));
      expect(words).toEqual([...row.path, ...column.path]);
    }
  });

  test('every table is a full rectangle in which headings stand above and left of their figures', () => {
    for (const element of page.all('table')) expectRectangle(element, tableOf(format, element));
  });

  test('every table has a caption, every heading a scope, every id is one of a kind', () => {
    for (const element of page.all('table')) expect(text(all(element, 'caption')[0])).not.toBe('');
    for (const heading of page.all('th')) expect(attribute(heading, 'scope')).toMatch(/^(col|row)(group)?$/);
    expect(new Set(page.ids).size).toBe(page.ids.length);
  });
});

test('a table says that it needs room only where figures are long', () => {
  const wide = (tables: (typeof cases)[number]['tables'], format: ReportFormat) =>
    format.tables.flatMap((table) => {
      const html = renderToStaticMarkup(<StatutoryTable table={table} figures={tables[table.id]} />);
      return /class="[^"]* wide"/.test(html) ? table.id : [];
    });
  expect(wide(report.parse(deting2020).tables, known('2019'))).toEqual([]);
  expect(wide(report.parse(city2025).tables, known('2021'))).toEqual(['t3', 't4']);
});

test('a blank prints nothing, a zero prints 0', () => {
  const [table] = known('2021').tables;
  if (!table) return expect.fail('no table');
  const page = readPage(
    renderToStaticMarkup(<StatutoryTable table={table} figures={{ rules: { issued: 0, repealed: null } }} />),
  );
  expect(['t2_1-r01-c1', 't2_1-r01-c2', 't2_1-r02-c1'].map((id) => text(page.byId(id)))).toEqual(['0', '', '']);
});

test('whoever fills the cells decides what stands in them, in the same frame', () => {
  const table = known('2021').tables.find(({ id }) => id === 't3') ?? expect.fail('no t3');
  const page = readPage(
    renderToStaticMarkup(
      <StatutoryTable table={table} figures={{}} cell={({ address }) => <input name={address} />} />,
    ),
  );
  expect(all(page.byId('t3-r05-c7'), 'input').map((input) => attribute(input, 'name'))).toEqual([
    't3/denied_state_secret/total',
  ]);
});

/** A different figure in every cell, so that none can stand for another. */
function numbered(format: ReportFormat) {
  const tables: ReturnType<typeof report.parse>['tables'] = {};
  for (const [index, { table, row, column }] of cellsOf(format).entries()) {
    const rows = tables[table.id] ?? {};
    tables[table.id] = { ...rows, [row.id]: { ...rows[row.id], [column.id]: index } };
  }
  return tables;
}

function expectRectangle(element: Element, table: Table) {
  const grid: (Element | undefined)[][] = all(element, 'tr').map(() => []);
  for (const [r, tr] of all(element, 'tr').entries()) {
    for (const cell of all(tr).filter(({ tagName }) => tagName === 'td' || tagName === 'th')) {
      const from = firstFree(grid[r] ?? []);
      for (const line of grid.slice(r, r + span(cell, 'rowspan'))) {
        for (let c = from; c < from + span(cell, 'colspan'); c += 1) {
          expect(line[c]).toBeUndefined();
          line[c] = cell;
        }
      }
    }
  }
  for (const line of grid) expect(line.filter(Boolean)).toHaveLength(table.labelColumns + table.gridColumns);
  for (const [r, line] of grid.entries()) {
    for (const [c, cell] of line.entries()) {
      const named = cell && attribute(cell, 'headers')?.split(' ');
      if (!named) continue;
      const around = [...line.slice(0, c), ...grid.slice(0, r).map((above) => above[c])];
      expect(around.flatMap((other) => (other && attribute(other, 'id')) || [])).toEqual(expect.arrayContaining(named));
    }
  }
}

function firstFree(line: readonly unknown[]) {
  const gap = Array.from(line).indexOf(undefined);
  return gap < 0 ? line.length : gap;
}

const span = (cell: Element, name: 'colspan' | 'rowspan') => Number(attribute(cell, name) ?? 1);

const tableOf = (format: ReportFormat, element: Element) =>
  format.tables.find(({ id }) => id === attribute(element, 'id')) ?? expect.fail('a table of no format');
