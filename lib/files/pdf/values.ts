/** The values that a PDF is made of (ISO 32000-1, 7.3). A name is written with its slash, its #-codes resolved. */
export type PdfValue =
  | PdfReference
  | PdfString
  | PdfName
  | readonly PdfValue[]
  | PdfDictionary
  | number
  | boolean
  | null;
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export class PdfReference {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}
export class PdfName {
  constructor(readonly name: string) {}
}
/** The bytes of a string, one character each. */
export class PdfString {
  constructor(readonly bytes: string) {}
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
export const nameOf = (value: PdfValue | undefined): string => (value instanceof PdfName ? value.name : '');

/** Every value inside a value, itself included, with the key under which it stands; dictionaries that `skip` names are left out. */
export function* walk(
  value: PdfValue,
  skip: (dictionary: PdfDictionary) => boolean = () => false,
): Generator<[key: string, value: PdfValue]> {
  const waiting: [string, PdfValue][] = [['', value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [key, found] = next;
    if (isDictionary(found) && skip(found)) continue;
    yield next;
    if (isDictionary(found)) waiting.push(...found);
    else if (Array.isArray(found)) for (const inner of found) waiting.push([key, inner]);
  }
}

/** A text string as people read it: UTF-16 or UTF-8 with its mark, one byte a character otherwise (7.9.2.2). */
export function textOf({ bytes }: PdfString): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(buffer);
  if (bytes.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(buffer);
  if (bytes.startsWith('\xef\xbb\xbf')) return new TextDecoder('utf-8').decode(buffer);
  return bytes;
}

/** A value as it is written in a file. */
export function sourceOf(value: PdfValue): string {
  if (value instanceof PdfReference) return `${value.number} ${value.generation} R`;
  if (value instanceof PdfString) return `<${Buffer.from(value.bytes, 'latin1').toString('hex')}>`;
  if (value instanceof PdfName) return writtenName(value.name);
  if (Array.isArray(value)) return `[${value.map(sourceOf).join(' ')}]`;
  if (!isDictionary(value)) return String(value);
  return `<<${[...value].map(([key, inner]) => `${writtenName(key)} ${sourceOf(inner)}`).join(' ')}>>`;
}

const writtenName = (name: string) =>
  `/${name.slice(1).replace(/[^A-Za-z0-9_.+-]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
