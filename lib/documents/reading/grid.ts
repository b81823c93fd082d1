import type { CellAddress } from '@/lib/domain/report/content';
import type { Column, ReportFormat, Table } from '@/lib/domain/report/format';

/** A table as one sees it: the text of each place, merged places each with the whole text. */
export type Grid = readonly (readonly string[])[];

export type Placed = {
  cells: Map<CellAddress, string>;
  /** Text of tables that no heading of the format accounts for. */
  rest: string[];
};

/** Finds the figures of tables by the headings above and beside them. */
export function placed(format: ReportFormat, grids: readonly Grid[]): Placed {
  const found: Placed = { cells: new Map(), rest: [] };
  const above = new Map<Table, string[]>();
  for (const { caption, rows } of grids.flatMap((grid) => partsOf(format, grid))) {
    const table = format.tables.find((each) => (caption ? caption === each : true) && isHeadOf(each, rows));
    if (table) takeFigures(table, rows, found, above);
    else found.rest.push(...rows.flat());
  }
  return found;
}

/** A row of one text right across begins a part, if it is the caption of a table. */
function partsOf({ tables }: ReportFormat, grid: Grid) {
  const parts: { caption: Table | null; rows: string[][] }[] = [];
  for (const row of grid) {
    const [text = ''] = row;
    const caption = row.every((each) => each === text) && tables.find((table) => isCaptionOf(table, text));
    if (caption) parts.push({ caption, rows: [] });
    else if (parts.length > 0) parts.at(-1)?.rows.push([...row]);
    else parts.push({ caption: null, rows: [[...row]] });
  }
  return parts;
}

const isCaptionOf = ({ caption, unit }: Table, text: string) =>
  text === caption || (unit !== null && (text === `${caption}单位：${unit}` || text === `${caption}（单位：${unit}）`));

const depthOf = ({ headerRows }: Table) => headerRows?.length ?? 1;

function isHeadOf(table: Table, rows: readonly (readonly string[])[]): boolean {
  const head = rows.slice(0, depthOf(table));
  const width = table.labelColumns + table.gridColumns;
  if (head.length < depthOf(table) || rows.some((row) => row.length !== width)) return false;
  return Array.from({ length: width }, (_, at) => pathAt(head, at)).every((path, at) =>
    at < table.labelColumns
      ? path.length === 1 && path[0] === (table.cornerNote ?? table.rowHeader ?? '')
      : columnUnder(table, path) !== undefined,
  );
}

/** The texts of a column from top to bottom, each merged one once. */
const pathAt = (head: readonly (readonly string[])[], at: number) => withoutRepeats(head.map((row) => row[at] ?? ''));

const withoutRepeats = (texts: readonly string[]) => texts.filter((text, at) => text !== texts[at - 1]);

const columnUnder = ({ columns }: Table, path: readonly string[]) =>
  columns.find(
    (column) =>
      column.path.length === path.length && column.path.every((name, at) => isHeading(column, name, path[at] ?? '')),
  );

// Where a heading does not name the unit of an amount, the form prints it below: （单位：万元，保留4位小数）.
function isHeading({ path, type, unit, scale = 0 }: Column, name: string, text: string): boolean {
  if (text === name) return name !== path.at(-1) || type === 'integer' || !unit || name.includes(unit);
  return name === path.at(-1) && type === 'decimal' && text === `${name}（单位：${unit}，保留${scale}位小数）`;
}

function takeFigures(
  table: Table,
  rows: readonly (readonly string[])[],
  { cells, rest }: Placed,
  above: Map<Table, string[]>,
) {
  const head = rows.slice(0, depthOf(table));
  for (const row of rows.slice(depthOf(table))) {
    // On a new page the label of a group is not printed again.
    const before = above.get(table) ?? [];
    const labels = row.slice(0, table.labelColumns).map((text, at) => text || (before[at] ?? ''));
    above.set(table, labels);
    const path = withoutRepeats(labels);
    const line = table.rows.find((each) => each.figures && same(withoutRepeats(each.path), path));
    if (!line) rest.push(...path);
    for (const [at, text] of row.entries()) {
      const column = at < table.labelColumns ? undefined : columnUnder(table, pathAt(head, at));
      if (!line || !column) continue;
      const address: CellAddress = `${table.id}/${line.id}/${column.id}`;
      const known = cells.get(address);
      // Two texts at one address are both wrong.
      cells.set(address, known === undefined || known === text ? text : `${known} ${text}`);
    }
  }
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text, at) => text === other[at]);
