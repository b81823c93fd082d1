import { deflateSync } from 'fflate';
import type { Day } from '@/lib/domain/calendar/day';

/** A file on its way into a ZIP: its path inside with "/" between the steps, and the day that it is to bear. */
export type ZipFile = { path: string; day: Day; bytes: Uint8Array };

type Listed = { name: Uint8Array; head: Uint8Array; offset: number };

// APPNOTE.TXT 6.3: a field that cannot hold a value holds all ones, and the value stands in the part of ZIP64.
const most32 = 0xffffffff;
const most16 = 0xffff;
const utf8 = new TextEncoder();

/**
 * A ZIP written file by file, so that only one of them is in memory. The same files make the same bytes: no clock, no
 * zone, no compressor but the one in this process. Beyond 4 GB or 65,535 files it is a ZIP64, which every system of today reads;
 * a single file is shorter than 4 GB.
 */
export async function* zipStream(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const listed: Listed[] = [];
  let offset = 0;
  for await (const { path, day, bytes } of files) {
    const name = utf8.encode(path);
    const packed = isPacked(path) ? bytes : deflateSync(bytes, { level: 6 });
    const smaller = packed.length < bytes.length;
    const data = smaller ? packed : bytes;
    const head = headOf({
      name,
      day,
      method: smaller ? 8 : 0,
      crc: crc32(bytes),
      packed: data.length,
      size: bytes.length,
    });
    listed.push({ name, head, offset });
    const local = record(4, head, name);
    local.setUint32(0, 0x04034b50);
    yield local.bytes;
    yield data;
    offset += local.bytes.length + data.length;
  }
  yield* directoryOf(listed, offset);
}

type Head = { name: Uint8Array; day: Day; method: 0 | 8; crc: number; packed: number; size: number };

/** The 26 bytes that the head of a file and its entry in the directory have in common. */
function headOf({ name, day, method, crc, packed, size }: Head): Uint8Array {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const head = record(26);
  head.setUint16(0, 20); // needs a reader of version 2.0
  head.setUint16(2, 0x0800); // names are UTF-8
  head.setUint16(4, method);
  head.setUint16(6, 0); // midnight
  head.setUint16(8, (Math.max(0, year - 1980) << 9) | (month << 5) | date);
  head.setUint32(10, crc);
  head.setUint32(14, packed);
  head.setUint32(18, size);
  head.setUint16(22, name.length);
  return head.bytes;
}

function* directoryOf(listed: readonly Listed[], start: number): Generator<Uint8Array> {
  let length = 0;
  for (const { name, head, offset } of listed) {
    const far = offset >= most32;
    const extra = record(far ? 12 : 0);
    if (far) {
      extra.setUint16(0, 1); // ZIP64
      extra.setUint16(2, 8);
      extra.setUint64(4, offset);
    }
    const entry = record(6, head, 14, name, extra.bytes);
    entry.setUint32(0, 0x02014b50);
    entry.setUint16(4, far ? 45 : 20); // made by that version, as on FAT
    if (far) entry.setUint16(6, 45);
    entry.setUint16(30, extra.bytes.length);
    entry.setUint32(42, Math.min(offset, most32));
    yield entry.bytes;
    length += entry.bytes.length;
  }
  if (listed.length >= most16 || start + length >= most32) yield* endOf64(listed.length, start, length);
  const end = record(22);
  end.setUint32(0, 0x06054b50);
  for (const at of [8, 10]) end.setUint16(at, Math.min(listed.length, most16));
  end.setUint32(12, Math.min(length, most32));
  end.setUint32(16, Math.min(start, most32));
  yield end.bytes;
}

function* endOf64(count: number, start: number, length: number): Generator<Uint8Array> {
  const end = record(56);
  end.setUint32(0, 0x06064b50);
  end.setUint64(4, 44);
  for (const at of [12, 14]) end.setUint16(at, 45);
  for (const at of [24, 32]) end.setUint64(at, count);
  end.setUint64(40, length);
  end.setUint64(48, start);
  yield end.bytes;
  const locator = record(20);
  locator.setUint32(0, 0x07064b50);
  locator.setUint64(8, start + length);
  locator.setUint32(16, 1);
  yield locator.bytes;
}

/** Bytes one behind the other, a number standing for that many zeros, with little-endian writers over them. */
function record(...parts: readonly (number | Uint8Array)[]) {
  const bytes = new Uint8Array(parts.reduce<number>((sum, part) => sum + lengthOf(part), 0));
  let at = 0;
  for (const part of parts) {
    if (typeof part !== 'number') bytes.set(part, at);
    at += lengthOf(part);
  }
  const view = new DataView(bytes.buffer);
  return {
    bytes,
    setUint16: (at: number, value: number) => view.setUint16(at, value, true),
    setUint32: (at: number, value: number) => view.setUint32(at, value, true),
    setUint64: (at: number, value: number) => view.setBigUint64(at, BigInt(value), true),
  };
}

const lengthOf = (part: number | Uint8Array) => (typeof part === 'number' ? part : part.length);

// These are compressed inside.
const isPacked = (path: string) => /\.(?:pdf|docx|xlsx|png|jpe?g|zip)$/i.test(path);

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = most32;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ most32) >>> 0;
}
