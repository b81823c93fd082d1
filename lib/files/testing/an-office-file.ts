import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A DOCX of paragraphs, as a library writes it. */
export async function aDocx(...paragraphs: string[]): Promise<Uint8Array> {
  const children = paragraphs.map((text) => new Paragraph(text));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

/** An XLSX of one sheet, as a library writes it. */
export async function anXlsx(...rows: (string | number)[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('名单').addRows(rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same office file with parts changed or added: a text, bytes, or what a function makes of the text that is there. */
export function withParts(
  bytes: Uint8Array,
  changes: Record<string, string | Uint8Array | ((text: string) => string)>,
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, change] of Object.entries(changes)) {
    const text = typeof change === 'function' ? change(strFromU8(parts[name] ?? new Uint8Array())) : change;
    parts[name] = typeof text === 'string' ? strToU8(text) : new Uint8Array(text);
  }
  return zipSync(parts);
}

/** What adds an entry to a list of relationships or content types. */
export const adding = (entry: string) => (text: string) => text.replace(/<\/(Relationships|Types)>/, `${entry}</$1>`);

const typeRoot = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** A relationship as it is written; external where the target is an address. */
export const aRelationship = (kind: string, target: string, external = false) =>
  `<Relationship Id="added${kind}" Type="${typeRoot}${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
