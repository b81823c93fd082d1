import QRCode from 'qrcode';
import { boardTemplate } from '@/lib/documents/board-template';
import { typstBody } from '@/lib/documents/body-template';
import type { PaperFonts } from '@/lib/documents/fonts';
import { typeset, typesetter, withPictures } from '@/lib/documents/typesetter';
import type { ItemContent } from '@/lib/domain/items/content';
import { boardFacts, boardHeading } from '@/lib/text/board';
import { dayInProse } from '@/lib/text/days';

/** A published item as it hangs on a notice board. */
export type BoardItem = {
  content: ItemContent;
  indexNumber: string;
  /** 2026-07-20 */
  publishedOn: string;
  /** Full address of its public page; null where the office has none to print. */
  address: string | null;
};

export type BoardSheets = {
  items: readonly BoardItem[];
  paper: 'a4' | 'a3';
  /** The pictures that the bodies show, by hash. */
  images: ReadonlyMap<string, { type: 'png' | 'jpeg'; bytes: Buffer }>;
  fonts?: PaperFonts;
};

/**
 * Sheets for a notice board as PDF: each item begins a page of its own, in large type, with its index number and a code
 * (QR, ISO/IEC 18004) to its public page; an item of several pages has them numbered. The same sheets make the same bytes.
 */
export async function writeBoardSheets({ items, paper, images, fonts = {} }: BoardSheets): Promise<Buffer> {
  const { compiler, families } = typesetter(fonts);
  const shown = new Set(
    items.flatMap(({ content }) => content.body.flatMap((b) => (b.kind === 'image' ? [b.sha256] : []))),
  );
  const files = [...images]
    .filter(([sha256]) => shown.has(sha256))
    .map(([sha256, { type, bytes }]) => ({
      ...{ sha256, bytes, path: `/board-${sha256}.${type}` },
    }));
  const board = {
    paper,
    fonts: families,
    title: items
      .map(({ content }) => content.title)
      .join('；')
      .slice(0, 300),
    author: items[0]?.content.organisation.name ?? '',
    images: Object.fromEntries(files.map(({ sha256, path }) => [sha256, path])),
    items: await Promise.all(items.map(sheetOf)),
  };
  return withPictures(compiler, files, () => {
    const { result } = typeset(compiler, { mainFileContent: boardTemplate, inputs: { board: JSON.stringify(board) } });
    return compiler.pdf(result, { creationTimestamp: 0 });
  });
}

async function sheetOf({ content, indexNumber, publishedOn, address }: BoardItem) {
  return {
    above: boardHeading(content.organisation.name),
    title: content.title,
    body: typstBody(content.body),
    attachments: content.attachments.map(({ name }) => name),
    issuer: content.issuingBody,
    day: dayInProse(content.formedOn),
    facts: boardFacts({ content, indexNumber, publishedOn }),
    address: address ?? '',
    code:
      address === null ? null : await QRCode.toString(address, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 }),
  };
}
