import {
  AlignmentType,
  BuilderElement,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { docxStyles, line } from '@/lib/documents/docx-styles';
import { docxTable } from '@/lib/documents/docx-table';
import { dated } from '@/lib/documents/fixed-zip';
import { type PaperPiece, paperOf } from '@/lib/documents/paper';
import type { Snapshot } from '@/lib/documents/snapshot';

/** The report as a Word document in the layout of GB/T 9704: real styles, real tables, its title a field. */
export async function writeDocx(snapshot: Snapshot): Promise<Uint8Array> {
  const paper = paperOf(snapshot);
  const { organisation, day } = paper.signature;
  const document = new Document({
    ...{ title: paper.title, creator: organisation, lastModifiedBy: organisation, styles: docxStyles },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page, grid: { type: DocumentGridType.LINES, linePitch: line } },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: titleField(paper.titleLines) }),
          ...(paper.corrected ? [new Paragraph({ style: 'Corrected', text: paper.corrected })] : []),
          ...paper.pieces.map(pieceOf),
          new Paragraph({ style: 'Signature', spacing: { before: line }, keepNext: true, text: organisation }),
          new Paragraph({ style: 'Signature', text: day }),
          ...paper.facts.map(([label, text]) => new Paragraph({ style: 'Facts', text: `${label}：${text}` })),
        ],
      },
    ],
  });
  return dated(await Packer.toBuffer(document), snapshot.facts.publishedOn);
}

// In twentieths of a point, which every program reads: A4 with the margins of the standard, 37, 28, 26 and 35 mm. The
// page number stands 23 mm above the edge, so that its top is 7 mm below the type area.
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, left: 1587, right: 1474, bottom: 1984, footer: 1304 },
} as const;

function pieceOf(piece: PaperPiece) {
  switch (piece.kind) {
    case 'table':
      return docxTable(piece.table);
    case 'paragraph':
      return new Paragraph({ text: piece.text });
    case 'heading1':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, text: piece.text });
    case 'heading2':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, text: piece.text });
    case 'heading3':
      return new Paragraph({ heading: HeadingLevel.HEADING_3, text: piece.text });
  }
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

/** A TITLE field that shows the document's title, broken by sense until somebody updates it. */
function titleField(lines: readonly string[]): TextRun[] {
  const words = lines.map((text, at) => new TextRun({ text, ...(at > 0 && { break: 1 }) }));
  return [mark('begin'), instruction(' TITLE '), mark('separate'), ...words, mark('end')];
}

function mark(value: 'begin' | 'separate' | 'end'): TextRun {
  const run = new TextRun({});
  run.addChildElement(new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value } } }));
  return run;
}

function instruction(words: string): TextRun {
  const run = new TextRun({});
  const element = new BuilderElement({
    name: 'w:instrText',
    attributes: { space: { key: 'xml:space', value: 'preserve' } },
  });
  run.addChildElement(element.addChildElement(words));
  return run;
}
