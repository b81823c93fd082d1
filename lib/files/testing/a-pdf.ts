import { deflateSync } from 'node:zlib';

/** Objects of a PDF by number: a dictionary or other value as written, or a stream with its dictionary's entries. */
export type Objects = Record<number, string | { entries?: string; content: string; packed?: boolean }>;

const header = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

/** The objects of a document with one page a text, in Helvetica; 1 is the catalogue, 2 the pages, 3 the font. */
export function pagesOf(texts: readonly string[]): Objects {
  const kids = texts.map((_, at) => `${10 + 2 * at} 0 R`).join(' ');
  const objects: Objects = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: `<</Type/Pages/Count ${texts.length}/Kids[${kids}]>>`,
    3: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  };
  for (const [at, text] of texts.entries()) {
    objects[10 + 2 * at] =
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${11 + 2 * at} 0 R>>`;
    objects[11 + 2 * at] = { content: contentOf(text), packed: true };
  }
  return objects;
}

/** What draws a text: lines by \n, cells by tabs. */
export const contentOf = (text: string) =>
  text
    .split('\n')
    .flatMap((line, row) =>
      line.split('\t').map((cell, at) => `BT /F1 12 Tf ${50 + 150 * at} ${780 - 20 * row} Td (${cell}) Tj ET`),
    )
    .join('\n');

/** A PDF of these objects, root 1, with what else its trailer says. */
export const aPdf = (objects: Objects, trailer = ''): Uint8Array =>
  revised(Buffer.from(header, 'latin1'), objects, trailer);

/** The same file with a further revision written behind it; what it does not name stays. */
export function revised(before: Uint8Array, objects: Objects, trailer = ''): Uint8Array {
  const former = Buffer.from(before).toString('latin1');
  const previous = /startxref\n(\d+)\n%%EOF\n$/.exec(former)?.[1];
  const numbers = Object.keys(objects).map(Number);
  let body = former;
  const table = numbers.map((number) => {
    const at = body.length;
    body += `${number} 0 obj\n${written(objects[number] ?? 'null')}\nendobj\n`;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = Math.max(100, ...numbers) + 1;
  const back = previous === undefined ? '' : `/Prev ${previous}`;
  const xref = body.length;
  body += `xref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<</Size ${size}/Root 1 0 R${back}${trailer}>>\n`;
  return Buffer.from(`${body}startxref\n${xref}\n%%EOF\n`, 'latin1');
}

function written(object: string | { entries?: string; content: string; packed?: boolean }): string {
  if (typeof object === 'string') return object;
  const raw = Buffer.from(object.content, 'latin1');
  const bytes = object.packed ? deflateSync(raw) : raw;
  const filter = object.packed ? '/Filter/FlateDecode' : '';
  return `<<${object.entries ?? ''}${filter}/Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream`;
}
