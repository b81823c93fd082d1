import { typstBody } from '@/lib/documents/body-template';
import type { PaperFonts } from '@/lib/documents/fonts';
import { itemPdfTemplate } from '@/lib/documents/item-pdf-template';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';
import { archivable, typeset, typesetter, withPictures } from '@/lib/documents/typesetter';
import { dayInProse } from '@/lib/text/days';
import { correctedLine, factLines } from '@/lib/text/documents';
import { attachmentLine, itemFacts } from '@/lib/text/item-documents';

/**
 * An item on paper in the layout of GB/T 9704, as PDF/A-2a: tagged, with its fonts inside, dated by its publication. Throws
 * Unprintable where a character has no shape in any font.
 */
export function writeItemPdf(snapshot: ItemSnapshot, fonts: PaperFonts = {}): Buffer {
  const { compiler, families } = typesetter(fonts);
  const pictures = [...snapshot.pictures].map(([sha256, { type, bytes }]) => ({
    ...{ sha256, bytes, path: `/item-${sha256}.${type}` },
  }));
  const images = Object.fromEntries(pictures.map(({ sha256, path }) => [sha256, path]));
  // Joiners and the like tear shapes apart and show nothing.
  const item = JSON.stringify({ ...paperOfItem(snapshot), images, fonts: families }).replace(
    /\p{Default_Ignorable_Code_Point}/gu,
    '',
  );
  return withPictures(compiler, pictures, () => {
    const { result } = typeset(compiler, { mainFileContent: itemPdfTemplate, inputs: { item } });
    return archivable(compiler, result);
  });
}

function paperOfItem({ item, indexNumber, firstPublishedOn, facts }: ItemSnapshot) {
  const { publishedOn, number } = facts;
  return {
    title: item.title,
    author: item.organisation.name,
    day: publishedOn.split('-').map(Number),
    corrected: number > 1 ? correctedLine(facts) : null,
    body: typstBody(item.body),
    attachments: item.attachments.map(({ name }, position) => attachmentLine(name, position)),
    issuer: item.issuingBody,
    formed: dayInProse(item.formedOn),
    facts: [...itemFacts(item, { indexNumber, publishedOn: firstPublishedOn }), ...factLines(facts)],
  };
}
