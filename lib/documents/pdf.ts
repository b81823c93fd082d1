import type { PaperFonts } from '@/lib/documents/fonts';
import { paperOf } from '@/lib/documents/paper';
import { pdfTemplate } from '@/lib/documents/pdf-template';
import type { Snapshot } from '@/lib/documents/snapshot';
import { archivable, typeset, typesetter } from '@/lib/documents/typesetter';

/**
 * The report on paper, in the layout of GB/T 9704, as PDF/A-2a: tagged, with its fonts inside, dated by its publication.
 * Throws where a font file is none, and Unprintable where a character has no shape in any font.
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
      }).replace(/\p{Default_Ignorable_Code_Point}/gu, ''), // joiners and the like tear shapes apart and show nothing
    },
  };
  const { result } = typeset(compiler, source);
  const pdf = archivable(compiler, result);
  compiler.evictCache(5); // what the last few documents did not use is forgotten
  return pdf;
}
