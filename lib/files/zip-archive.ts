import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { FileFault } from '@/lib/files/file-fault';

// An archive is read by its central directory, as office programs do, and its local headers must say the same: what two
// readers would see differently is refused. Sizes in headers are believed only after unpacking.
export const zipLimits = { entries: 4096, unpacked: 160 * 1024 * 1024, ratio: 200, alwaysAllowed: 16 * 1024 * 1024 };

/** The files of an archive by name, unpacked. Throws FileFault: broken, encrypted or an archive bomb. */
export async function unzipped(bytes: Uint8Array, limits = zipLimits): Promise<Map<string, Uint8Array>> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = centralDirectory(view, limits.entries);
  const files = new Map<string, Uint8Array>();
  let left = limits.unpacked;
  for (const entry of entries) {
    const most = Math.min(left, Math.max(limits.alwaysAllowed, entry.packed.length * limits.ratio));
    const content = await unpacked(entry, most);
    left -= content.length;
    if (!entry.name.endsWith('/')) files.set(entry.name, content);
  }
  return files;
}

type Entry = { name: string; method: number; crc: number; size: number; packed: Buffer };

const broken = (detail: string) => new FileFault('broken', detail);
const endLength = 22;
const mostComment = 65_535;

function centralDirectory(view: Buffer, mostEntries: number): Entry[] {
  const end = endRecord(view);
  const count = view.readUInt16LE(end + 10);
  const [length, start] = [view.readUInt32LE(end + 12), view.readUInt32LE(end + 16)];
  if (count > mostEntries) throw new FileFault('archive_bomb', `${count} entries`);
  if (count === 0 || start + length !== end || count !== view.readUInt16LE(end + 8)) throw broken('central directory');
  const listed = listedEntries(view, { start, end, count });
  checkNames(listed.map(({ name }) => name));
  let free = 0; // entries follow each other without a gap, but for the descriptor that a streaming writer puts behind
  for (const entry of [...listed].sort((one, other) => one.offset - other.offset)) {
    if (entry.flags & 0x1 || entry.flags & 0x40) throw new FileFault('encrypted', entry.name);
    const data = localData(view, entry, free, start);
    entry.packed = view.subarray(data.start, data.end);
    free = data.end;
  }
  if (start - free > mostGap) throw broken('gap before the directory');
  return listed;
}

type Listed = Entry & { offset: number; flags: number; rawName: Buffer; packedSize: number };

function listedEntries(view: Buffer, { start, end, count }: { start: number; end: number; count: number }): Listed[] {
  const listed: Listed[] = [];
  for (let at = start; listed.length < count; ) {
    if (at + 46 > end || view.readUInt32LE(at) !== 0x02014b50) throw broken('central header');
    const lengths = [28, 30, 32].map((field) => view.readUInt16LE(at + field));
    const rawName = view.subarray(at + 46, at + 46 + (lengths[0] ?? 0));
    listed.push({
      name: nameOf(rawName),
      rawName,
      flags: view.readUInt16LE(at + 8),
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packedSize: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
      packed: Buffer.alloc(0),
    });
    at += lengths.reduce((sum, length) => sum + length, 46);
    if (at > end || (listed.length === count && at !== end)) throw broken('central directory length');
  }
  return listed;
}

function endRecord(view: Buffer): number {
  for (let at = view.length - endLength; at >= Math.max(0, view.length - endLength - mostComment); at -= 1) {
    const ends = view.readUInt32LE(at) === 0x06054b50 && at + endLength + view.readUInt16LE(at + 20) === view.length;
    if (ends && view.readUInt32LE(at + 4) === 0) return at;
  }
  throw broken('no end record');
}

const mostGap = 24;

function localData(
  view: Buffer,
  entry: { offset: number; rawName: Buffer; method: number; packedSize: number; flags: number },
  free: number,
  limit: number,
): { start: number; end: number } {
  const { offset } = entry;
  const gap = offset - free;
  if (gap < 0 || gap > (free === 0 ? 0 : mostGap)) throw broken('entries overlap or leave a gap');
  if (offset + 30 > limit || view.readUInt32LE(offset) !== 0x04034b50) throw broken('local header');
  const nameEnd = offset + 30 + view.readUInt16LE(offset + 26);
  const start = nameEnd + view.readUInt16LE(offset + 28);
  const end = start + entry.packedSize;
  const same =
    view.subarray(offset + 30, nameEnd).equals(entry.rawName) && view.readUInt16LE(offset + 8) === entry.method;
  if (!same || end > limit) throw broken('local header differs');
  return { start, end };
}

function nameOf(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return raw.toString('latin1');
  }
}

function checkNames(names: readonly string[]) {
  const seen = new Set<string>();
  for (const name of names) {
    const steps = name.split('/');
    const odd = name === '' || name.startsWith('/') || /[\\:\p{Cc}]/u.test(name);
    if (odd || steps.some((step) => step === '..' || step === '.')) throw broken(`name ${JSON.stringify(name)}`);
    if (seen.has(name.toLowerCase())) throw broken('the same name twice');
    seen.add(name.toLowerCase());
  }
}

const inflate = promisify(inflateRaw);

async function unpacked({ name, method, crc, size, packed }: Entry, most: number): Promise<Uint8Array> {
  if (method !== 0 && method !== 8) throw broken(`method ${method}`);
  const content = method === 0 ? packed : await inflated(packed, most, name);
  if (content.length > most) throw new FileFault('archive_bomb', name);
  if (content.length !== size || crc32(content) !== crc) throw broken(`checksum of ${name}`);
  return content;
}

async function inflated(packed: Buffer, most: number, name: string): Promise<Uint8Array> {
  try {
    // With `info` the engine comes along and tells how much it read: nothing may hide behind the packed data.
    const result: unknown = await inflate(packed, { maxOutputLength: Math.max(1, most), info: true });
    if (isInflated(result) && result.engine.bytesWritten === packed.length) return result.buffer;
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLong ? new FileFault('archive_bomb', name) : broken(name);
  }
  throw broken(`data behind ${name}`);
}

const isInflated = (value: unknown): value is { buffer: Buffer; engine: { bytesWritten: number } } =>
  typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value;
