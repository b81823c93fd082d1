import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PaperCell, PaperTable } from '@/lib/documents/paper';

/** An official table as Word has them: merged cells, no row torn, the head repeated where the table goes over a page. */
export function docxTable({ columns, parts }: PaperTable): Table {
  const columnWidths = widthsOf(columns);
  return new Table({
    ...{ columnWidths, width: { size: typeArea, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders },
    margins: { marginUnitType: WidthType.DXA, top: 25, bottom: 25, left: 40, right: 40 },
    rows: parts.flatMap(({ head, body }, part) => [
      // Word repeats only the rows at the top of a table. The parts of table two are kept whole instead.
      ...head.map((cells) =>
        rowOf(cells, columnWidths, { tableHeader: part === 0 && parts.length === 1, keepNext: true }),
      ),
      ...body.map((cells, at) =>
        rowOf(cells, columnWidths, { keepNext: parts.length > 1 && at < body.length - 1, height: heightOf(body, at) }),
      ),
    ]),
  });
}

const typeArea = 8844; // 156 mm in twentieths of a point
const groupWidth = 340;

function widthsOf(columns: PaperTable['columns']): number[] {
  const count = (kind: string) => columns.filter((each) => each === kind).length;
  const [figures, groups, labels] = [count('figure'), count('group'), count('label')];
  const share = labels === 0 ? 1 : groups > 0 ? 0.068 * figures : 0.68;
  const figure = Math.floor((typeArea * share) / figures);
  const label = labels > 0 ? Math.floor((typeArea - figure * figures - groupWidth * groups) / labels) : 0;
  return columns.map((kind) => ({ figure, group: groupWidth, label })[kind]);
}

const side = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side };

type RowOptions = { tableHeader?: boolean; keepNext: boolean; height?: number };

const rowOf = (cells: readonly PaperCell[], widths: readonly number[], options: RowOptions) =>
  new TableRow({
    ...(options.tableHeader && { tableHeader: true }),
    ...(options.height && { height: { value: options.height, rule: HeightRule.ATLEAST } }),
    cantSplit: true,
    children: cells.map((cell) => cellOf(cell, widths, options.keepNext)),
  });

/** Word makes no room for upright text by itself: each row beside it gives its share, in twentieths of a point. */
function heightOf(body: readonly (readonly PaperCell[])[], at: number): number {
  const groups = body
    .slice(0, at + 1)
    .flatMap((cells, begins) => cells.filter(({ role, rowspan }) => role === 'group' && begins + rowspan > at));
  return Math.max(...groups.map(({ text, rowspan }) => Math.ceil((text.length * 220 + 120) / rowspan)), 0);
}

const styles: Record<PaperCell['role'], string> = {
  band: 'TableBand',
  head: 'TableText',
  corner: 'TableLabel',
  group: 'TableText',
  label: 'TableLabel',
  figure: 'TableText',
};

function cellOf({ text, colspan, rowspan, role }: PaperCell, widths: readonly number[], keepNext: boolean) {
  const room = (widths.at(-1) ?? 0) * colspan; // the last columns are those of figures
  return new TableCell({
    ...{ columnSpan: colspan, rowSpan: rowspan, verticalAlign: VerticalAlign.CENTER },
    ...(role === 'group' && { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
    children: [
      new Paragraph({
        ...{ style: styles[role], keepNext },
        ...(role === 'figure' ? { children: [new TextRun({ text, size: sizeFor(text, room) })] } : { text }),
      }),
    ],
  });
}

/** Half points in which a figure fits its cell: 五号, or less for a long one. A digit is half as wide as high. */
const sizeFor = (text: string, width: number) => Math.min(21, Math.floor((width - 80) / 5 / Math.max(1, text.length)));
