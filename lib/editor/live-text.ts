import type { CellValue } from '@/lib/domain/report/content';
import { liveNumbers } from '@/lib/domain/report/live-numbers';

// Prose with live numbers is known in three measures: as kept, with tokens; as read, with the numbers written out; and as
// the text editor counts, where a number is one place.

type Read = (source: string) => CellValue;

/** The place in the text editor of an offset in the text as read. Inside a number it is the number's own. */
export function editorOffset(text: string, offset: number, read: Read): number {
  let [kept, written, places] = [0, 0, 0];
  for (const { start, end, value } of liveNumbers(text, read)) {
    const plain = start - kept;
    if (offset <= written + plain) return places + offset - written;
    const length = value === null ? end - start : String(value).length;
    written += plain + length;
    places += plain + 1;
    kept = end;
    if (offset < written) return places - 1;
  }
  return places + offset - written;
}
