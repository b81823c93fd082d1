import { expect, test } from '@/e2e/support/story';
import { readTables } from '@/e2e/support/tables';
import { elementId } from '@/lib/domain/report/addresses';
import { cellsOf } from '@/lib/domain/report/cells';
import { formatFor } from '@/lib/domain/report/formats';

for (const year of [2020, 2023]) {
  test(`${year}年报告表二、表三、表四的每一格都有官方的行标题和列标题，合并的也在内 @once`, async ({
    page,
    aReport,
  }) => {
    const { organisationSlug } = await aReport({ status: 'published', year });
    const format = formatFor(year);
    if (!format) throw new Error(`no format for ${year}`);
    await page.goto(`/${organisationSlug}/reports/${year}`);
    const read = new Map((await readTables(page)).map((cell) => [cell.cell, cell]));
    const cells = cellsOf(format);
    expect(cells.length).toBeGreaterThan(150);
    for (const { address, table, row, column } of cells) {
      const cell = read.get(elementId(format, address) ?? '');
      expect(cell?.astray, address).toEqual([]);
      const parents = row.parent ? [table.rows.find(({ id }) => id === row.parent)?.label] : [];
      expect(cell?.rows.slice(-2), address).toEqual(expect.arrayContaining([...parents, row.label].filter(Boolean)));
      expect(cell?.columns.at(-1), address).toContain(column.label);
      expect(cell?.columns.slice(0, -1), address).toEqual(column.path.slice(0, -1));
    }
  });
}
