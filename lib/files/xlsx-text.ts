import type { Piece } from '@/lib/domain/attachment';
import { FileFault } from '@/lib/files/file-fault';
import type { OfficePackage } from '@/lib/files/office-package';
import { type Sheet, sheetPieces } from '@/lib/files/sheet-text';
import { attribute, readXml } from '@/lib/files/xml-events';

/** The sheets of an XLSX, hidden ones too, each a piece whose rows are lines; formulas, names and unused strings apart. */
export function xlsxText(office: OfficePackage): { pieces: Piece[]; read: Set<string> } {
  const read = new Set([office.main]);
  const shared = sharedStrings(office, read);
  const used = new Set<number>();
  const book = workbook(office);
  const pieces: Piece[] = [];
  for (const [name, { bytes, contentType }] of office.parts) {
    if (!/spreadsheetml\.(?:worksheet|chartsheet)\+xml$/.test(contentType)) continue;
    read.add(name);
    pieces.push(...sheetPieces(bytes, book.sheets.get(name) ?? { name, hidden: true }, { shared, used }));
  }
  // What no cell shows any more stays in the table of strings until the file is written anew.
  const unused = shared.filter((_, at) => !used.has(at)).join('\n');
  if (unused.trim() !== '') pieces.push({ where: { part: 'strings' }, text: unused });
  if (book.names !== '') pieces.push({ where: { part: 'names' }, text: book.names });
  return { pieces, read };
}

function sharedStrings({ parts }: OfficePackage, read: Set<string>): string[] {
  const strings: string[] = [];
  for (const [name, { bytes, contentType }] of parts) {
    if (!/sharedStrings\+xml$/.test(contentType)) continue;
    read.add(name);
    let inText = false;
    readXml(bytes, {
      open: (tag) => {
        if (tag === 'si') strings.push('');
        inText = tag === 't';
      },
      text: (text) => {
        if (inText) strings[strings.length - 1] += text;
      },
      close: () => {
        inText = false;
      },
    });
  }
  return strings;
}

/** The sheets by the path of their part, with their names, and what the names of ranges say. */
function workbook({ main, parts, relationships }: OfficePackage) {
  const sheets = new Map<string, Sheet>();
  const names: string[] = [];
  let inName = false;
  readXml(parts.get(main)?.bytes ?? new Uint8Array(), {
    open: (tag, attributes) => {
      inName = tag === 'definedName';
      if (inName) names.push(attribute(attributes, 'name'), attribute(attributes, 'comment'));
      if (tag !== 'sheet') return;
      const name = attribute(attributes, 'name');
      const id = /\s[\w]+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1];
      const path = relationships.find((relationship) => relationship.from === main && relationship.id === id)?.target;
      if (path === undefined || !parts.has(path)) throw new FileFault('broken', `sheet ${name}`);
      sheets.set(path, { name, hidden: /hidden/i.test(attribute(attributes, 'state')) });
    },
    text: (text) => {
      if (inName) names.push(text);
    },
    close: () => {
      inName = false;
    },
  });
  return { sheets, names: names.filter((name) => name.trim() !== '').join('\n') };
}
