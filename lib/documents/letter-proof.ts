import type { PaperFonts } from '@/lib/documents/fonts';
import { writeLetterDocx } from '@/lib/documents/letter-docx';
import { writeLetterPdf } from '@/lib/documents/letter-pdf';
import type { Difference } from '@/lib/documents/reading/compare';
import { rereadLetter } from '@/lib/documents/reading/letter';
import { Unprintable } from '@/lib/documents/unprintable';
import type { LetterContent } from '@/lib/domain/requests/letter-content';
import { letterStatements } from '@/lib/text/compose-letter';
import { otherPlaces } from '@/lib/text/documents';

/** Makes a letter in both its forms and reads each back: where one of them says something else than the content. */
export async function proofOfLetter(content: LetterContent, fonts: PaperFonts): Promise<Difference[]> {
  const statements = letterStatements(content);
  try {
    return [
      ...(await rereadLetter('pdf', writeLetterPdf(content, fonts), statements)),
      ...(await rereadLetter('docx', await writeLetterDocx(content), statements)),
    ];
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    return [{ medium: 'pdf', place: otherPlaces.wholeFile, expected: error.text, found: null }];
  }
}
