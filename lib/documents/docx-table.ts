import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PaperCell, PaperTable } from '@/lib/documents/paper';

/** An official table as Word has them: merged cells, no row torn, the head repeated where the table goes over a page. */
export function docxTable({ columns, parts }: PaperTable): Table {
  const columnWidths = widthsOf(columns);
  return new Table({
    ...{ columnWidths, width: { size: typeArea, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders },
    margins: { marginUnitType: WidthType.DXA, top: 45, bottom: 45, left: 40, right: 40 },
    rows: parts.flatMap(({ head, body }, part) => [
      // Word repeats only the rows at the top of a table. The parts of table two are kept whole instead.
      ...head.map((cells) => rowOf(cells, { tableHeader: part === 0 && parts.length === 1, keepNext: true })),
      ...body.map((cells, at) => rowOf(cells, { keepNext: parts.length > 1 && at < body.length - 1 })),
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

const rowOf = (
  cells: readonly PaperCell[],
  { tableHeader = false, keepNext }: { tableHeader?: boolean; keepNext: boolean },
) =>
  new TableRow({
    ...(tableHeader && { tableHeader }),
    cantSplit: true,
    children: cells.map((cell) => cellOf(cell, keepNext)),
  });

const styles: Record<PaperCell['role'], string> = {
  band: 'TableBand',
  head: 'TableText',
  corner: 'TableLabel',
  group: 'TableText',
  label: 'TableLabel',
  figure: 'TableText',
};

const cellOf = ({ text, colspan, rowspan, role }: PaperCell, keepNext: boolean) =>
  new TableCell({
    ...{ columnSpan: colspan, rowSpan: rowspan, verticalAlign: VerticalAlign.CENTER },
    ...(role === 'group' && { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
    children: [new Paragraph({ style: styles[role], keepNext, text })],
  });
