import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { ApplicationForm } from '@/lib/documents/application-form';
import { numbered } from '@/lib/documents/docx-ids';
import { docxStyles } from '@/lib/documents/docx-styles';
import { dated } from '@/lib/documents/fixed-zip';
import { type FormCell, formColumns, formNotes, formRows, formTitle } from '@/lib/text/guide-form';

/** The application form as a Word document, to be filled in on a computer. */
export async function writeFormDocx({ guide, publishedOn }: ApplicationForm): Promise<Uint8Array> {
  const { name } = guide.organisation;
  const document = new Document({
    ...{ title: formTitle, creator: name, lastModifiedBy: name, styles: docxStyles },
    sections: [
      {
        properties: { page },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: formTitle }),
          new Table({
            columnWidths: [...widths],
            ...{ width: { size: typeArea, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders },
            rows: formRows.map(rowOf),
          }),
          ...formNotes(guide).flatMap(({ heading, lines }) => [
            small(heading, true),
            ...lines.map((text) => small(text)),
          ]),
        ],
      },
    ],
  });
  return dated(numbered(await Packer.toBuffer(document)), publishedOn);
}

const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1020, left: 1134, right: 1134, bottom: 907 },
} as const;
const typeArea = 9632; // between the margins, in twentieths of a point
const widths = formColumns.map((part) => (typeArea * part) / 16);

const side = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side };

const rowOf = (cells: readonly FormCell[]) =>
  new TableRow({
    cantSplit: true,
    height: { value: cells.some(({ tall }) => tall) ? 1_700 : 440, rule: HeightRule.ATLEAST },
    children: cells.map(
      ({ text, colspan, rowspan, label }) =>
        new TableCell({
          ...{ columnSpan: colspan, rowSpan: rowspan, verticalAlign: VerticalAlign.CENTER },
          children: [
            new Paragraph({
              style: label ? 'TableText' : 'TableLabel',
              alignment: label ? AlignmentType.CENTER : AlignmentType.LEFT,
              text,
            }),
          ],
        }),
    ),
  });

const small = (text: string, bold = false) =>
  new Paragraph({ style: 'TableLabel', spacing: { before: bold ? 120 : 20 }, children: [new TextRun({ text, bold })] });
