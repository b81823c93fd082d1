import type { PaperFonts } from '@/lib/documents/fonts';
import { type Difference, reread } from '@/lib/documents/reading/compare';
import { isReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { Snapshot } from '@/lib/documents/snapshot';
import { Unprintable } from '@/lib/documents/unprintable';
import { otherPlaces } from '@/lib/text/documents';

/** Makes a report in every form and reads each back: where one says something else than what was signed. */
export async function misprintsOf(snapshot: Snapshot, fonts: PaperFonts): Promise<Difference[]> {
  const misprints: Difference[] = [];
  for (const medium of Object.keys(reportFormats).filter(isReportExtension)) {
    try {
      const file = await reportFormats[medium].write(snapshot, fonts);
      misprints.push(...(await reread(medium, file, snapshot)));
    } catch (error) {
      if (!(error instanceof Unprintable)) throw error;
      misprints.push({ medium, place: otherPlaces.wholeFile, expected: error.text, found: null });
    }
  }
  return misprints;
}
