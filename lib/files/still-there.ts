import type { AttachmentType, Place } from '@/lib/domain/attachment';
import { comparable } from '@/lib/domain/personal-data/plain-characters';
import { attachmentText } from '@/lib/files/attachment-text';
import { isXml, openPackage } from '@/lib/files/office-package';
import { allText } from '@/lib/files/part-text';
import { pdfObjects } from '@/lib/files/pdf/objects';
import { PdfString, textOf, walk } from '@/lib/files/pdf/values';

type File = { type: AttachmentType; bytes: Uint8Array };

/**
 * Where in a file, said to be masked, the masked strings still are: in its text, its properties, earlier revisions, and in
 * its unpacked parts as they are stored, tags taken away, so that a string cut into runs is found too. Spellings are
 * compared without spaces, dashes and width. Each string comes once a place; none means that it is gone. Throws FileFault.
 */
export async function stillThere(file: File, masked: readonly string[]): Promise<{ text: string; where: Place }[]> {
  const wanted = [...new Set(masked)]
    .map((text) => ({ text, form: comparable(text) }))
    .filter(({ form }) => form !== '');
  const found = new Map<string, { text: string; where: Place }>();
  for await (const { where, text } of textsOf(file)) {
    const plain = comparable(text);
    for (const { text: string, form } of wanted) {
      if (plain.includes(form)) found.set(JSON.stringify([string, where]), { text: string, where });
    }
  }
  return [...found.values()];
}

async function* textsOf(file: File): AsyncGenerator<{ where: Place; text: string }> {
  yield* (await attachmentText(file)).pieces;
  if (file.type === 'pdf') yield* rawPdf(file.bytes);
  if (file.type === 'docx' || file.type === 'xlsx') yield* rawParts(file.bytes);
}

async function* rawParts(bytes: Uint8Array): AsyncGenerator<{ where: Place; text: string }> {
  const office = await openPackage(bytes);
  for (const [path, { bytes: content, contentType }] of office?.parts ?? []) {
    const where: Place = { part: 'inner', path };
    if (isXml(path, contentType)) yield { where, text: allText(content, { lenient: true, attributes: true }) };
    yield {
      where,
      text: Buffer.from(content)
        .toString('utf8')
        .replace(/<[^<>!?][^<>]*>/g, ''), // what is said in remarks of the XML stays
    };
  }
}

// Strings of objects in every revision, and streams as they are: letters and digits of simple fonts stand there in clear.
async function* rawPdf(bytes: Uint8Array): AsyncGenerator<{ where: Place; text: string }> {
  const { objects } = await pdfObjects(bytes);
  for (const { number, value, stream } of objects) {
    const where: Place = { part: 'inner', path: `${number} 0 obj` };
    const strings = [...walk(value)].flatMap(([, inner]) => (inner instanceof PdfString ? [textOf(inner)] : []));
    yield { where, text: strings.join('\n') };
    if (!stream?.decoded) continue;
    yield { where, text: stream.decoded.toString('utf8') };
    yield { where, text: shownStrings(stream.decoded.toString('latin1')) };
  }
}

// [(138) -20 (1234) 5 (5678)] TJ shows 13812345678.
function shownStrings(content: string): string {
  const strings: string[] = [];
  for (const { 0: found } of content.matchAll(/\((?:\\.|[^\\()]){0,4000}\)|<[0-9A-Fa-f\s]{2,4000}>/gs)) {
    const inner = found.slice(1, -1);
    strings.push(found.startsWith('(') ? inner.replace(/\\([()\\])/g, '$1') : hexText(inner));
  }
  return strings.join('');
}

function hexText(digits: string): string {
  const bytes = Buffer.from(digits.replace(/\s/g, ''), 'hex');
  return bytes.every((byte, at) => at % 2 === 1 || byte === 0)
    ? bytes.toString('latin1').replaceAll('\0', '')
    : bytes.toString('latin1');
}
