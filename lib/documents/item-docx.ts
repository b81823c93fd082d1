import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { numbered } from '@/lib/documents/docx-ids';
import { docxStyles, line } from '@/lib/documents/docx-styles';
import { dated } from '@/lib/documents/fixed-zip';
import { placedTable } from '@/lib/documents/item-grid';
import type { ItemSnapshot, Picture } from '@/lib/documents/item-snapshot';
import { pictureSize } from '@/lib/documents/picture-size';
import type { TableCell as Cell, ItemBlock, Run } from '@/lib/domain/items/body';
import { dayInProse } from '@/lib/text/days';
import { correctedLine, factLines } from '@/lib/text/documents';
import { attachmentLine, itemFacts } from '@/lib/text/item-documents';

/** An item as a Word document in the layout of GB/T 9704: real styles, real tables, pictures with their alternative text. */
export async function writeItemDocx(snapshot: ItemSnapshot): Promise<Uint8Array> {
  const { item, indexNumber, firstPublishedOn, facts, pictures } = snapshot;
  const { name } = item.organisation;
  const { publishedOn } = facts;
  const document = new Document({
    ...{ title: item.title, creator: name, lastModifiedBy: name, styles: docxStyles },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page, grid: { type: DocumentGridType.LINES, linePitch: line } },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: item.title }),
          ...(facts.number > 1 ? [new Paragraph({ style: 'Corrected', text: correctedLine(facts) })] : []),
          ...item.body.flatMap((block) => piecesOf(block, pictures)),
          ...item.attachments.map(
            ({ name: file }, position) => new Paragraph({ text: attachmentLine(file, position) }),
          ),
          new Paragraph({ style: 'Signature', spacing: { before: line }, keepNext: true, text: item.issuingBody }),
          new Paragraph({ style: 'Signature', text: dayInProse(item.formedOn) }),
          ...[...itemFacts(item, { indexNumber, publishedOn: firstPublishedOn }), ...factLines(facts)].map(
            ([label, text]) => new Paragraph({ style: 'Facts', text: `${label}：${text}` }),
          ),
        ],
      },
    ],
  });
  return dated(numbered(await Packer.toBuffer(document)), publishedOn);
}

const page = {
  size: { width: '210mm', height: '297mm' },
  margin: { top: '37mm', left: '28mm', right: '26mm', bottom: '35mm', footer: '23mm' },
} as const;

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function piecesOf(block: ItemBlock, pictures: ItemSnapshot['pictures']): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: inline(block.runs) })];
    case 'paragraph':
      return [new Paragraph({ children: inline(block.runs) })];
    case 'list':
      return block.entries.map((entry, at) => {
        const mark = block.ordered ? `${at + 1}. ` : '· ';
        return new Paragraph({ children: [new TextRun(mark), ...inline(entry)] });
      });
    case 'table':
      return [tableOf(block.rows, block.headerRows)];
    case 'image': {
      const picture = pictures.get(block.sha256);
      return [picture ? imageOf(picture, block.alt) : new Paragraph({ text: block.alt })];
    }
  }
}

/** `size` in half points, where it is not that of the style. */
const inline = (runs: readonly Run[], size?: number): ParagraphChild[] =>
  runs.flatMap(({ text, href }): ParagraphChild[] => {
    const words = text
      .split('\n')
      .map((part, at) => new TextRun({ text: part, ...(at > 0 && { break: 1 }), ...(size && { size }) }));
    return href ? [new ExternalHyperlink({ link: href, children: words })] : words;
  });

const side = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side };
const typeArea = 8844; // 156 mm in twentieths of a point

function tableOf(body: readonly (readonly Cell[])[], heads: number): Table {
  const { widths, scale, headerRows, rows } = placedTable(body, heads);
  return new Table({
    columnWidths: widths.map((share) => Math.floor(typeArea * share)),
    ...{ width: { size: typeArea, type: WidthType.DXA }, layout: TableLayoutType.FIXED, borders },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          ...(at < headerRows && { tableHeader: true }),
          cantSplit: true,
          children: cells.map(
            ({ runs, colspan, rowspan }) =>
              new TableCell({
                ...{ columnSpan: colspan, rowSpan: rowspan, verticalAlign: VerticalAlign.CENTER },
                children: [
                  new Paragraph({
                    style: 'TableText',
                    children: inline(runs, scale < 1 ? Math.floor(21 * scale) : undefined),
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

const widest = 440; // pixels: three quarters of the type area

function imageOf({ type, bytes }: Picture, alt: string): Paragraph {
  const { width, height } = pictureSize(type, bytes);
  const scale = Math.min(1, widest / width);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0 },
    spacing: { line: 240, lineRule: 'auto' },
    children: [
      new ImageRun({
        ...{ type: type === 'jpeg' ? 'jpg' : 'png', data: bytes, transformation },
        altText: { title: alt, description: alt, name: alt },
      }),
    ],
  });
}

const pageNumber = (alignment: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
