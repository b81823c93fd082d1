import type { PaperFonts } from '@/lib/documents/fonts';
import { type Difference, reread } from '@/lib/documents/reading/compare';
import { isReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { Snapshot } from '@/lib/documents/snapshot';
import { Unprintable } from '@/lib/documents/unprintable';
import { otherPlaces } from '@/lib/text/documents';

export type Proof = {
  /** Sizes of the files in bytes, by extension. */
  files: Record<string, number>;
  /** Where one of them says something else than what was signed. */
  misprints: Difference[];
};

/** Makes a report in every form and reads each back. */
export async function proofOf(snapshot: Snapshot, fonts: PaperFonts): Promise<Proof> {
  const [files, misprints]: [Proof['files'], Difference[]] = [{}, []];
  for (const medium of Object.keys(reportFormats).filter(isReportExtension)) {
    try {
      const file = await reportFormats[medium].write(snapshot, fonts);
      files[medium] = file.length;
      misprints.push(...(await reread(medium, file, snapshot)));
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      misprints.push({ medium, place: otherPlaces.wholeFile, expected: error.text, found: null });
    }
  }
  return { files, misprints };
}
