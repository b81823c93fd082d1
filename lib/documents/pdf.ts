import type { PaperFonts } from '@/lib/documents/fonts';
import { paperOf } from '@/lib/documents/paper';
import { pdfTemplate } from '@/lib/documents/pdf-template';
import type { Snapshot } from '@/lib/documents/snapshot';
import { typeset, typesetter } from '@/lib/documents/typesetter';

/**
 * The report on paper, in the layout of GB/T 9704, as PDF/A-2a: tagged, with its fonts inside, dated by its publication.
 * Throws where a font file is none, or where a character has no shape in any font.
 */
export function writePdf(snapshot: Snapshot, fonts: PaperFonts = {}): Buffer {
  const { compiler, families } = typesetter(fonts);
  const paper = paperOf(snapshot);
  const source = {
    mainFileContent: pdfTemplate,
    inputs: {
      paper: JSON.stringify({
        ...paper,
        author: snapshot.report.organisation.name,
        day: snapshot.facts.publishedOn.split('-').map(Number),
        fonts: families,
      }),
    },
  };
  const { result } = typeset(compiler, source);
  const pdf = compiler.pdf(result, { pdfStandard: 'a-2a' });
  compiler.evictCache(5); // what the last few documents did not use is forgotten
  return pdf;
}
