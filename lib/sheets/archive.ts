import { inflateRawSync } from 'node:zlib';
import { RefusedSheet } from '@/lib/sheets/refused-sheet';

export type ArchiveEntry = { name: string; method: number; packed: Uint8Array; size: number };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;

/** What the directory of a ZIP archive lists. Nothing is unpacked yet, and nothing outside the directory counts. */
export function entriesOf(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    const entries: ArchiveEntry[] = [];
    for (let at = view.getUint32(end + 16, true), left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== entryMark) throw new RangeError('no entry here');
      const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
      const nameAt = at + 46;
      const name = Buffer.from(bytes.subarray(nameAt, nameAt + (nameLength ?? 0))).toString('utf8');
      const packed = packedAt(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
      entries.push({ name, method: view.getUint16(at + 10, true), packed, size: view.getUint32(at + 24, true) });
      at = nameAt + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
    return entries;
  } catch (error) {
    if (error instanceof RangeError) throw new RefusedSheet('broken');
    throw error;
  }
}

// The end of the directory is the last thing in the file, but for a comment of at most 64 KiB.
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw new RangeError('no directory');
}

function packedAt(bytes: Uint8Array, view: DataView, at: number, length: number): Uint8Array {
  if (view.getUint32(at, true) !== fileMark) throw new RangeError('no file here');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + length > bytes.length) throw new RangeError('cut off');
  return bytes.subarray(start, start + length);
}

/** The bytes of an entry; refused where there are more than `most`, whatever the directory says of their number. */
export function unpacked({ method, packed }: ArchiveEntry, most: number): Buffer {
  if (method === 0) {
    if (packed.length > most) throw new RefusedSheet('archive_bomb');
    return Buffer.from(packed);
  }
  if (method !== 8) throw new RefusedSheet('broken');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const tooMuch = error instanceof RangeError; // ERR_BUFFER_TOO_LARGE
    throw new RefusedSheet(tooMuch ? 'archive_bomb' : 'broken');
  }
}
