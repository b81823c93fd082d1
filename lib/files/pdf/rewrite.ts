import type { PdfObject } from '@/lib/files/pdf/objects';
import { isDictionary, nameOf, PdfReference, type PdfValue, sourceOf } from '@/lib/files/pdf/values';

/**
 * A PDF of the given pages, made of objects of another: so pages that no revision shows any more are read as a reader
 * would have shown them. A stream of text that belongs to no page gets one, with all fonts there are. Every page is made
 * so large that nothing lies beside it.
 */
export function rewritten(
  objects: ReadonlyMap<number, PdfObject>,
  pages: readonly number[],
  streams: readonly number[],
): Uint8Array {
  const written = [...objects.values()].filter(({ value }) => !isTable(value));
  const free = Math.max(0, ...objects.keys()) + 1;
  const [root, tree, resources] = [free, free + 1, free + 2];
  const made = [
    ...pages.map((page) => widened(objects.get(page)?.value ?? null)),
    ...streams.map((stream) => {
      const contents = `${stream} ${objects.get(stream)?.generation ?? 0} R`;
      return `<</Type/Page/Parent ${tree} 0 R/MediaBox${everywhere}/Resources ${resources} 0 R/Contents ${contents}>>`;
    }),
  ].map((source, at) => ({ number: free + 3 + at, source }));
  const kids = made.map(({ number }) => `${number} 0 R`);
  const added = [
    { number: root, source: `<</Type/Catalog/Pages ${tree} 0 R>>` },
    { number: tree, source: `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>` },
    { number: resources, source: `<</Font<<${fontsIn(objects)}>>>>` },
    ...made,
  ];
  return fileOf([...written, ...added.map((object) => ({ ...object, generation: 0 }))], root);
}

const everywhere = '[-14400 -14400 14400 14400]';
const boxes = new Set(['/MediaBox', '/CropBox', '/BleedBox', '/TrimBox', '/ArtBox']);

function widened(page: PdfValue): string {
  const entries = isDictionary(page) ? [...page].filter(([key]) => !boxes.has(key)) : [];
  return sourceOf(new Map(entries)).replace(/^<</, `<</MediaBox${everywhere}`);
}

const isTable = (value: PdfValue) => isDictionary(value) && ['/ObjStm', '/XRef'].includes(nameOf(value.get('/Type')));

/** Every font that any page names, under its name; of two with one name the first. */
function fontsIn(objects: ReadonlyMap<number, PdfObject>): string {
  const fonts = new Map<string, string>();
  const collect = (value: PdfValue | undefined) => {
    const dictionary = value instanceof PdfReference ? objects.get(value.number)?.value : value;
    if (!isDictionary(dictionary)) return;
    for (const [name, font] of dictionary) {
      if (font instanceof PdfReference && !fonts.has(name)) {
        fonts.set(name, `${name} ${font.number} ${objects.get(font.number)?.generation ?? 0} R`);
      }
    }
  };
  for (const { value } of objects.values()) {
    if (!isDictionary(value)) continue;
    const resources = value.get('/Resources');
    const inner = resources instanceof PdfReference ? objects.get(resources.number)?.value : resources;
    collect(isDictionary(inner) ? inner.get('/Font') : value.get('/Font'));
  }
  return [...fonts.values()].join(' ');
}

function fileOf(objects: readonly { number: number; generation: number; source: string }[], root: number): Uint8Array {
  const parts = ['%PDF-1.7\n'];
  const offsets: string[] = [];
  let length = parts.join('').length;
  for (const { number, generation, source } of objects) {
    const text = `${number} ${generation} obj\n${source}\nendobj\n`;
    offsets.push(`${number} 1\n${String(length).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`);
    parts.push(text);
    length += text.length;
  }
  const size = Math.max(...objects.map(({ number }) => number)) + 1;
  parts.push(`xref\n${offsets.join('')}trailer\n<</Size ${size}/Root ${root} 0 R>>\nstartxref\n${length}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}
