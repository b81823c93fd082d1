import { PdfName, PdfReference, PdfString, type PdfValue } from '@/lib/files/pdf/values';

/** What was read and where it ends; undefined where nothing can be read. */
export type Parsed = { value: PdfValue | undefined; end: number };

const space = '[\\0\\t\\n\\f\\r ]';
const skipped = new RegExp(`(?:${space}|%[^\\r\\n]*)*`, 'y');
const reference = new RegExp(`(\\d{1,10})${space}+(\\d{1,5})${space}+R(?![A-Za-z0-9])`, 'y');
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const hexString = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y;

const matchAt = (pattern: RegExp, source: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

export const skipSpace = (source: string, at: number): number => at + (matchAt(skipped, source, at)?.[0].length ?? 0);

const deepest = 200;

/** Reads one value of a PDF written in `source`, one byte a character. Containers are read without calling back. */
export function parseValue(source: string, from: number): Parsed {
  const open: { items: PdfValue[]; closes: ']' | '>>' }[] = [];
  let at = from;
  for (;;) {
    at = skipSpace(source, at);
    const top = open.at(-1);
    let value: PdfValue | undefined;
    if (top && source.startsWith(top.closes, at)) {
      value = top.closes === ']' ? top.items : dictionaryOf(top.items);
      at += top.closes.length;
      open.pop();
    } else if (source.startsWith('<<', at) || source.charAt(at) === '[') {
      const closes = source.charAt(at) === '[' ? ']' : '>>';
      if (open.length >= deepest) return { value: undefined, end: at };
      open.push({ items: [], closes });
      at += closes === ']' ? 1 : 2;
      continue;
    } else {
      const single = parseSingle(source, at);
      if (single.value === undefined) return { value: undefined, end: at };
      [value, at] = [single.value, single.end];
    }
    const container = open.at(-1);
    if (!container) return { value, end: at };
    container.items.push(value);
  }
}

function dictionaryOf(items: readonly PdfValue[]): ReadonlyMap<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at < items.length; at += 1) {
    const key = items[at];
    if (!(key instanceof PdfName)) continue;
    entries.set(key.name, items[at + 1] ?? null);
    at += 1;
  }
  return entries;
}

function parseSingle(source: string, at: number): Parsed {
  const first = source.charAt(at);
  if (first === '(') return literalString(source, at);
  const hex = first === '<' ? matchAt(hexString, source, at) : null;
  if (hex) return { value: new PdfString(bytesOf(hex[1] ?? '')), end: at + hex[0].length };
  const named = first === '/' ? matchAt(name, source, at) : null;
  if (named) return { value: new PdfName(unescapedName(named[0])), end: at + named[0].length };
  const pointed = matchAt(reference, source, at);
  if (pointed) return { value: new PdfReference(Number(pointed[1]), Number(pointed[2])), end: at + pointed[0].length };
  const counted = matchAt(number, source, at);
  if (counted) return { value: Number(counted[0]), end: at + counted[0].length };
  const [written] = matchAt(word, source, at) ?? [];
  if (written === 'true' || written === 'false') return { value: written === 'true', end: at + written.length };
  return { value: written === 'null' ? null : undefined, end: at + (written?.length ?? 0) };
}

const unescapedName = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

function bytesOf(hex: string): string {
  const digits = hex.replace(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}

const longest = 1 << 20;
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literalString(source: string, from: number): Parsed {
  const parts: string[] = [];
  let depth = 0;
  const limit = Math.min(source.length, from + longest);
  for (let at = from; at < limit; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(source.slice(at + 1, at + 4))?.[0];
      const next = source.charAt(at + 1);
      if (octal) parts.push(String.fromCharCode(Number.parseInt(octal, 8) & 0xff));
      else if (next !== '\n' && next !== '\r') parts.push(escapes[next] ?? next);
      at += octal?.length ?? (next === '\r' && source.charAt(at + 2) === '\n' ? 2 : 1);
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return { value: new PdfString(parts.join('')), end: at + 1 };
    if (at > from) parts.push(character);
  }
  return { value: undefined, end: limit };
}
