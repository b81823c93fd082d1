import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import { FileFault } from '@/lib/files/file-fault';
import { isDictionary, nameOf, type PdfDictionary, type PdfValue } from '@/lib/files/pdf/values';

const inflated = promisify(inflate);

/** The filters of a stream, in the order in which they are undone. */
const filtersOf = (value: PdfValue | undefined): string[] =>
  (Array.isArray(value) ? value : [value ?? null]).map((filter) => nameOf(filter)).filter((filter) => filter !== '');

/**
 * A stream undone (7.4), or null where it is a picture's own coding or broken. Throws FileFault `archive_bomb` where it
 * grows beyond `most` bytes.
 */
export async function decodedStream(dictionary: PdfDictionary, raw: Buffer, most: number): Promise<Buffer | null> {
  let bytes: Buffer | null = raw;
  for (const filter of filtersOf(dictionary.get('/Filter') ?? dictionary.get('/F'))) {
    if (bytes === null) return null;
    bytes = await undone(filter, bytes, most);
    if (bytes && bytes.length > most) throw new FileFault('archive_bomb', 'stream');
  }
  const parameters = dictionary.get('/DecodeParms');
  const first = Array.isArray(parameters) ? parameters[0] : parameters;
  return bytes && isDictionary(first) ? withoutPredictor(bytes, first) : bytes;
}

async function undone(filter: string, bytes: Buffer, most: number): Promise<Buffer | null> {
  switch (filter) {
    case '/FlateDecode':
    case '/Fl':
      return flate(bytes, most);
    case '/ASCIIHexDecode':
    case '/AHx':
      return Buffer.from((bytes.toString('latin1').split('>')[0] ?? '').replace(/[^0-9A-Fa-f]/g, ''), 'hex');
    case '/ASCII85Decode':
    case '/A85':
      return ascii85(bytes.toString('latin1'));
    case '/RunLengthDecode':
    case '/RL':
      return runLengths(bytes, most);
    case '/LZWDecode':
    case '/LZW':
      return lzw(bytes, most);
    default:
      return null;
  }
}

async function flate(bytes: Buffer, most: number): Promise<Buffer | null> {
  try {
    // What is cut off at its end is read as far as it goes, as viewers do.
    return await inflated(bytes, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new FileFault('archive_bomb', 'stream');
    }
    return null;
  }
}

function ascii85(text: string): Buffer {
  const bytes: number[] = [];
  let group: number[] = [];
  for (const character of (text.split('~>')[0] ?? '').replace(/\s/g, '')) {
    if (character === 'z' && group.length === 0) bytes.push(0, 0, 0, 0);
    else group.push(character.charCodeAt(0) - 33);
    if (group.length === 5) {
      bytes.push(...fourBytes(group));
      group = [];
    }
  }
  if (group.length > 1) bytes.push(...fourBytes([...group, 84, 84, 84, 84].slice(0, 5)).slice(0, group.length - 1));
  return Buffer.from(bytes);
}

function fourBytes(group: readonly number[]): number[] {
  const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) & 0xff);
}

function runLengths(bytes: Buffer, most: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length && length <= most; ) {
    const code = bytes.readUInt8(at);
    if (code === 128) break;
    const part = code < 128 ? bytes.subarray(at + 1, at + 2 + code) : Buffer.alloc(257 - code, bytes[at + 1] ?? 0);
    parts.push(part);
    length += part.length;
    at += code < 128 ? code + 2 : 2;
  }
  return Buffer.concat(parts);
}

const firstCodes = Array.from({ length: 258 }, (_, code) => Buffer.from(code < 256 ? [code] : []));

// 7.4.4, with the early change that is usual.
function lzw(bytes: Buffer, most: number): Buffer {
  const parts: Buffer[] = [];
  const state: { table: Buffer[]; width: number; previous: Buffer | null } = {
    table: [...firstCodes],
    width: 9,
    previous: null,
  };
  let [held, bits, length] = [0, 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < state.width) continue;
    bits -= state.width;
    const code = held >>> bits;
    held &= (1 << bits) - 1;
    const { previous, table } = state;
    if (code === 257 || length > most) break;
    if (code === 256) {
      Object.assign(state, { table: [...firstCodes], width: 9, previous: null });
      continue;
    }
    const entry = table[code] ?? (previous ? Buffer.concat([previous, previous.subarray(0, 1)]) : undefined);
    if (!entry) break;
    parts.push(entry);
    length += entry.length;
    if (previous && table.length < 4096) table.push(Buffer.concat([previous, entry.subarray(0, 1)]));
    state.previous = entry;
    if (table.length + 1 >= 1 << state.width && state.width < 12) state.width += 1;
  }
  return Buffer.concat(parts);
}

const whole = (value: PdfValue | undefined, otherwise: number) => (typeof value === 'number' ? value : otherwise);

// PNG predictors (7.4.4.4): tables of objects and cross-reference streams are often written with one.
function withoutPredictor(bytes: Buffer, parameters: PdfDictionary): Buffer {
  if (whole(parameters.get('/Predictor'), 1) < 10) return bytes;
  const bits = whole(parameters.get('/Colors'), 1) * whole(parameters.get('/BitsPerComponent'), 8);
  const step = Math.max(1, Math.ceil(bits / 8));
  const width = Math.ceil((bits * whole(parameters.get('/Columns'), 1)) / 8);
  const rows = Math.floor(bytes.length / (width + 1));
  const result = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let at = 0; at < width; at += 1) {
      const left = at >= step ? (result[row * width + at - step] ?? 0) : 0;
      const up = row > 0 ? (result[(row - 1) * width + at] ?? 0) : 0;
      const corner = row > 0 && at >= step ? (result[(row - 1) * width + at - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      result[row * width + at] = (bytes[row * (width + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return result;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
