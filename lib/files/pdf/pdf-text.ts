import type { AttachmentText, Piece } from '@/lib/domain/attachment';
import { allText } from '@/lib/files/part-text';
import { latest, type PdfObject, type PdfObjects, pdfObjects, reachable } from '@/lib/files/pdf/objects';
import { pageTexts } from '@/lib/files/pdf/pages';
import { rewritten } from '@/lib/files/pdf/rewrite';
import {
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfString,
  type PdfValue,
  textOf,
  walk,
} from '@/lib/files/pdf/values';

/** What a PDF says: its pages, its marginalia and properties, and what earlier revisions and unused objects still hold. */
export async function pdfText(bytes: Uint8Array): Promise<AttachmentText> {
  const found = await pdfObjects(bytes);
  const pages = await pageTexts(bytes);
  const pieces: Piece[] = pages.map(({ page, text }) => ({ where: { part: 'page', page }, text }));
  const shown = new Set(pages.map(({ text }) => text));
  pieces.push(...(await formerPieces(found, shown)), ...spokenStrings(found), ...metadata(found));
  const empty = pages.filter(({ text }) => text.trim() === '');
  return {
    pieces: pieces.filter(({ text }) => text.trim() !== ''),
    unread: empty.map(({ page }) => ({ part: 'page', page })),
  };
}

const mostRevisions = 30;

/** What lies beside the pages, pages as earlier revisions showed them, and text that belongs to no page; each text once. */
async function formerPieces(found: PdfObjects, shown: ReadonlySet<string>): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const used = reachable(found);
  const told = new Set(shown);
  const lines = new Set([...shown].flatMap((text) => text.split('\n')));
  for (const until of [...revisionEnds(found).slice(-mostRevisions), Number.POSITIVE_INFINITY]) {
    const objects = latest(found.objects, until);
    const isUsed = ({ number }: PdfObject) => until === Number.POSITIVE_INFINITY && used.has(number);
    const pages = [...objects.values()].filter(({ value }) => isPage(value));
    const streams = [...objects.values()].filter((object) => !used.has(object.number) && holdsText(object));
    const numbers = [pages, streams].map((some) => some.map(({ number }) => number));
    for (const { page, text } of await readable(rewritten(objects, numbers[0] ?? [], numbers[1] ?? []))) {
      const former = pages[page - 1];
      const current = former !== undefined && isUsed(former);
      const rest = current
        ? text
            .split('\n')
            .filter((line) => !lines.has(line))
            .join('\n')
        : text;
      if (rest.trim() === '' || told.has(rest)) continue;
      told.add(rest);
      pieces.push({ where: former && !current ? { part: 'earlier_page', page } : { part: 'leftover' }, text: rest });
    }
  }
  return pieces;
}

/** Where those revisions end of which a later one has replaced something. */
function revisionEnds({ objects, ends }: PdfObjects): number[] {
  const first = new Map<number, number>();
  const replaced: number[] = [];
  for (const { number, at } of objects) {
    if (first.has(number)) replaced.push(at);
    else first.set(number, at);
  }
  return ends.filter((end, index) =>
    replaced.some((at) => at > end && at < (ends[index + 1] ?? Number.POSITIVE_INFINITY)),
  );
}

const isPage = (value: PdfValue) => isDictionary(value) && nameOf(value.get('/Type')) === '/Page';

const notText = new Set(['/XRef', '/ObjStm', '/Metadata', '/XObject']);
const holdsText = ({ value, stream }: PdfObject) =>
  isDictionary(value) &&
  !notText.has(nameOf(value.get('/Type'))) &&
  stream?.decoded?.includes('BT') === true &&
  /\bT[jJ]\b/.test(stream.decoded.toString('latin1'));

// What is put together from leftovers need not be whole.
async function readable(file: Uint8Array) {
  try {
    return await pageTexts(file);
  } catch {
    return [];
  }
}

/** All texts in dictionaries: remarks, bookmarks, form fields, alternative texts, properties; of every revision. */
function spokenStrings({ objects }: PdfObjects): Piece[] {
  const texts = new Set<string>();
  for (const { value } of objects) {
    for (const [key, inner] of walk(value, isFont))
      if (inner instanceof PdfString && key !== '/ID') texts.add(textOf(inner));
  }
  const readable = [...texts].filter((text) => text.trim().length > 1 && !/[^\P{Cc}\t\n\r]/u.test(text));
  return readable.length > 0 ? [{ where: { part: 'markup' }, text: readable.join('\n') }] : [];
}

const isFont = (dictionary: PdfDictionary) =>
  /^\/Font/.test(nameOf(dictionary.get('/Type'))) || dictionary.has('/Registry');

function metadata({ objects }: PdfObjects): Piece[] {
  const texts = objects.flatMap(({ value, stream }) => {
    const is = isDictionary(value) && nameOf(value.get('/Type')) === '/Metadata';
    return is && stream?.decoded ? [xmlText(stream.decoded)] : [];
  });
  return [...new Set(texts)].map((text) => ({ where: { part: 'properties' }, text }));
}

// XMP has attributes with texts too; one that is not well-formed is taken as it stands.
function xmlText(bytes: Buffer): string {
  try {
    return allText(bytes, { lenient: true, attributes: true });
  } catch {
    return bytes.toString('utf8').replace(/<[^>]{0,2000}>/g, '\n');
  }
}
