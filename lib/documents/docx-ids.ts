import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const documentPart = 'word/document.xml';
const relationsPart = 'word/_rels/document.xml.rels';

/** The same Word document with its links and pictures numbered in their order: the writer names them by chance. */
export function numbered(docx: Uint8Array): Uint8Array {
  const parts = unzipSync(docx);
  const [words, relations] = [parts[documentPart], parts[relationsPart]].map((part) => part && strFromU8(part));
  if (words === undefined || relations === undefined) throw new Error('a Word document without its words');
  const names = new Map<string, string>();
  for (const [, name = ''] of words.matchAll(/ r:id="(rId[a-z0-9_-]{10,})"/gi)) {
    if (!names.has(name)) names.set(name, `rIdLink${names.size + 1}`);
  }
  const renamed = (xml: string) =>
    xml.replace(/( r:id| Id)="(rId[a-z0-9_-]{10,})"/gi, (whole, attribute: string, name: string) => {
      const own = names.get(name);
      return own ? `${attribute}="${own}"` : whole;
    });
  let pictures = 0;
  const counted = (xml: string) =>
    xml.replace(/(<wp:docPr id=)"\d+"/g, (_, start: string) => {
      pictures += 1;
      return `${start}"${pictures}"`;
    });
  return zipSync({
    ...parts,
    [documentPart]: strToU8(counted(renamed(words))),
    [relationsPart]: strToU8(renamed(relations)),
  });
}
