import type { PaperFonts } from '@/lib/documents/fonts';
import { letterPdfTemplate } from '@/lib/documents/letter-pdf-template';
import { archivable, typeset, typesetter } from '@/lib/documents/typesetter';
import type { LetterContent } from '@/lib/domain/requests/letter-content';
import { draftMark, enclosureLines } from '@/lib/text/compose-letter';
import { dayInProse } from '@/lib/text/days';

/**
 * A letter on paper in the layout of GB/T 9704, as PDF/A-2a, dated by its own date; one that is not signed bears 送审稿
 * across every page. Throws Unprintable where a character has no shape in any font.
 */
export function writeLetterPdf(content: LetterContent, fonts: PaperFonts = {}, signed = true): Buffer {
  const { compiler, families } = typesetter(fonts);
  const { title, number, addressee, paragraphs, enclosures, signature, day, organisation } = content;
  const letter = JSON.stringify({
    ...{ title, number, signature, organ: organisation.name, addressee: `${addressee}：` },
    paragraphs: paragraphs.map(({ text }) => text),
    enclosures: enclosureLines(enclosures),
    ...{ day: day.split('-').map(Number), dated: dayInProse(day) },
    ...{ mark: signed ? null : draftMark, fonts: families },
  }).replace(/\p{Default_Ignorable_Code_Point}/gu, ''); // joiners tear shapes apart and show nothing
  try {
    const { result } = typeset(compiler, { mainFileContent: letterPdfTemplate, inputs: { letter } });
    return archivable(compiler, result);
  } finally {
    compiler.evictCache(5);
  }
}
