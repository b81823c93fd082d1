import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  type IParagraphStyleOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { docxStyles, line } from '@/lib/documents/docx-styles';
import { dated } from '@/lib/documents/fixed-zip';
import type { LetterContent } from '@/lib/domain/requests/letter-content';
import { enclosureLines } from '@/lib/text/compose-letter';
import { dayInProse } from '@/lib/text/days';

/** A letter as a Word document in the layout of GB/T 9704, to be printed and sealed. Made twice it is the same bytes. */
export async function writeLetterDocx(content: LetterContent): Promise<Uint8Array> {
  const { title, number, addressee, paragraphs, enclosures, signature, day, organisation } = content;
  const { name } = organisation;
  const document = new Document({
    ...{ title, creator: name, lastModifiedBy: name },
    styles: { ...docxStyles, paragraphStyles: [...(docxStyles.paragraphStyles ?? []), ...letterStyles(name)] },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page, grid: { type: DocumentGridType.LINES, linePitch: line } },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          new Paragraph({ style: 'OrganMark', text: name }),
          new Paragraph({ style: 'LetterNumber', text: number }),
          new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
          new Paragraph({ style: 'Addressee', text: `${addressee}：` }),
          ...paragraphs.map(({ text }) => new Paragraph({ text })),
          ...enclosureLines(enclosures).map(enclosure),
          new Paragraph({ style: 'Sealed', spacing: { before: 2 * line }, keepNext: true, text: signature }),
          new Paragraph({ style: 'Sealed', text: dayInProse(day) }),
        ],
      },
    ],
  });
  return dated(await Packer.toBuffer(document), day);
}

// In twentieths of a point: A4 with the margins of the standard, 37, 28, 26 and 35 mm, page number 7 mm below the area.
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, left: 1587, right: 1474, bottom: 1984, footer: 1304 },
} as const;

const red = 'D20000';
const none = { firstLine: 0, firstLineChars: 0 };
const typeArea = 8844; // 156 mm

/** Half points: as large as the name allows, at most 42 points. */
const markSize = (name: string) => Math.min(84, Math.floor((425 / name.length) * 2));

const letterStyles = (name: string): IParagraphStyleOptions[] => [
  {
    ...{ id: 'OrganMark', name: '发文机关标志', basedOn: 'Normal' },
    run: { font: { ascii: 'Times New Roman', eastAsia: '方正小标宋简体' }, size: markSize(name), color: red },
    paragraph: {
      ...{ alignment: AlignmentType.CENTER, indent: none },
      spacing: { before: 1984, after: line, line: 900, lineRule: 'exact' }, // 35 mm below the top of the type area
    },
  },
  {
    ...{ id: 'LetterNumber', name: '发文字号', basedOn: 'Normal' },
    paragraph: {
      ...{
        alignment: AlignmentType.CENTER,
        indent: none,
        spacing: { before: line, after: 2 * line, line, lineRule: 'exact' },
      },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 11 } }, // 4 mm below the number
    },
  },
  { ...{ id: 'Addressee', name: '主送机关', basedOn: 'Normal' }, paragraph: { indent: none } },
  {
    // Centred on a date that ends four characters from the right, so that the seal covers both.
    ...{ id: 'Sealed', name: '署名和成文日期', basedOn: 'Normal' },
    paragraph: { alignment: AlignmentType.CENTER, indent: { ...none, left: typeArea - 1280 - 2400, right: 1280 } },
  },
];

const enclosure = (text: string, at: number) =>
  new Paragraph({
    text,
    ...(at === 0 ? { spacing: { before: line } } : { indent: { firstLine: 1600, firstLineChars: 500 } }),
  });

const pageNumber = (alignment: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        ...{ style: 'Footer', alignment },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
