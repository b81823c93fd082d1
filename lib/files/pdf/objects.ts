import { FileFault } from '@/lib/files/file-fault';
import { decodedStream } from '@/lib/files/pdf/decode-stream';
import { parseValue, skipSpace } from '@/lib/files/pdf/parse-value';
import { isDictionary, nameOf, type PdfDictionary, PdfReference, type PdfValue, walk } from '@/lib/files/pdf/values';

/** One written object: its value, where in the file it stands, its stream undone, and its source to write it again. */
export type PdfObject = {
  number: number;
  generation: number;
  at: number;
  value: PdfValue;
  /** Of an object inside an object stream, without obj and endobj; of any other, what stands between them. */
  source: string;
  stream: { raw: Buffer; decoded: Buffer | null } | null;
};

/** All that is written in a PDF, whether the current revision uses it or not; in the order of the file. */
export type PdfObjects = { objects: PdfObject[]; trailers: PdfDictionary[]; ends: number[] };

export const pdfLimits = { objects: 400_000, decoded: 160 * 1024 * 1024, faults: 200 };

/**
 * Reads every object from the beginning of the file to its end, without the tables that say where they are: what those
 * tables no longer name is read too. Throws FileFault where streams grow without measure.
 */
export async function pdfObjects(bytes: Uint8Array): Promise<PdfObjects> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found: PdfObjects = { objects: [], trailers: [], ends: [] };
  let [left, faults] = [pdfLimits.decoded, 0];
  const marks = /(?<![\d.])(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z0-9])|\btrailer\b|%%EOF/g;
  for (let mark = marks.exec(source); mark; mark = marks.exec(source)) {
    const after = mark.index + mark[0].length;
    if (mark[0] === '%%EOF') found.ends.push(after);
    else if (mark[0] === 'trailer') {
      const { value, end } = parseValue(source, after);
      if (isDictionary(value)) found.trailers.push(value);
      if (value !== undefined) marks.lastIndex = end;
    } else {
      const object = await readObject(
        source,
        { number: Number(mark[1]), generation: Number(mark[2]), at: mark.index, after },
        left,
      );
      if (!object) {
        faults += 1;
        if (faults > pdfLimits.faults) throw new FileFault('broken', 'objects');
        continue;
      }
      left -= object.read.stream?.decoded?.length ?? 0;
      marks.lastIndex = object.end;
      found.objects.push(object.read, ...objectsInside(object.read));
      if (found.objects.length > pdfLimits.objects) throw new FileFault('archive_bomb', 'objects');
      const { value } = object.read;
      if (isDictionary(value) && nameOf(value.get('/Type')) === '/XRef') found.trailers.push(value);
    }
  }
  return found;
}

type Start = { number: number; generation: number; at: number; after: number };

async function readObject(
  source: string,
  start: Start,
  most: number,
): Promise<{ read: PdfObject; end: number } | null> {
  const { value, end } = parseValue(source, start.after);
  if (value === undefined) return null;
  const { number, generation, at } = start;
  const span = isDictionary(value) ? streamSpan(source, value, end) : null;
  const object = { number, generation, at, value };
  if (!span || !isDictionary(value))
    return { read: { ...object, source: source.slice(start.after, end), stream: null }, end };
  const raw = Buffer.from(source.slice(span.start, span.end), 'latin1');
  // The dots of a picture say nothing, and are the one thing that may well grow large.
  const decoded = nameOf(value.get('/Subtype')) === '/Image' ? null : await decodedStream(value, raw, most);
  return {
    read: { ...object, source: source.slice(start.after, span.after), stream: { raw, decoded } },
    end: span.after,
  };
}

// The length may be wrong or in another object; then the next endstream ends it.
function streamSpan(source: string, dictionary: PdfDictionary, from: number) {
  const at = skipSpace(source, from);
  if (!source.startsWith('stream', at)) return null;
  const start = at + 6 + (source.startsWith('\r\n', at + 6) ? 2 : 1);
  const length = dictionary.get('/Length');
  if (typeof length === 'number' && /^\s{0,2}endstream/.test(source.slice(start + length, start + length + 11))) {
    return { start, end: start + length, after: source.indexOf('endstream', start + length) + 9 };
  }
  const close = source.indexOf('endstream', start);
  if (close < 0) return { start, end: source.length, after: source.length };
  const end = source.startsWith('\r\n', close - 2)
    ? close - 2
    : /[\r\n]/.test(source.charAt(close - 1))
      ? close - 1
      : close;
  return { start, end, after: close + 9 };
}

// Object streams (7.5.7): pairs of number and offset, then the objects.
function objectsInside({ value, stream, at }: PdfObject): PdfObject[] {
  if (!isDictionary(value) || nameOf(value.get('/Type')) !== '/ObjStm' || !stream?.decoded) return [];
  const source = stream.decoded.toString('latin1');
  const [count, first] = [value.get('/N'), value.get('/First')];
  if (typeof count !== 'number' || typeof first !== 'number') return [];
  const pairs = (source.slice(0, first).match(/\d+/g) ?? []).map(Number).slice(0, 2 * Math.min(count, 100_000));
  return pairs.flatMap((number, index) => {
    const offset = pairs[index + 1];
    if (index % 2 === 1 || offset === undefined) return [];
    const { value: inner, end } = parseValue(source, first + offset);
    if (inner === undefined) return [];
    return [{ number, generation: 0, at, value: inner, source: source.slice(first + offset, end), stream: null }];
  });
}

/** The last written version of each object, of those that begin before `until`. */
export function latest(objects: readonly PdfObject[], until = Number.POSITIVE_INFINITY): Map<number, PdfObject> {
  const current = new Map<number, PdfObject>();
  for (const object of objects) if (object.at < until) current.set(object.number, object);
  return current;
}

/** The numbers of the objects that the last trailers lead to. */
export function reachable({ objects, trailers }: PdfObjects): Set<number> {
  const current = latest(objects);
  const reached = new Set<number>();
  const root = [...trailers].reverse().find((trailer) => trailer.has('/Root'));
  const waiting = referencesIn(root ?? null);
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (reached.has(number)) continue;
    reached.add(number);
    waiting.push(...referencesIn(current.get(number)?.value ?? null));
  }
  return reached;
}

const referencesIn = (value: PdfValue): number[] =>
  [...walk(value)].flatMap(([, inner]) => (inner instanceof PdfReference ? [inner.number] : []));
