import { readFileSync } from 'node:fs';

/** The names under which a font file (TrueType or OpenType) may be called, the likeliest first. Throws for another file. */
export function familyNames(file: string): string[] {
  const font = readFileSync(file);
  const version = font.length > 12 ? font.toString('latin1', 0, 4) : '';
  if (!['\0\x01\0\0', 'OTTO', 'true'].includes(version)) throw new Error(`${file} is not a TrueType or OpenType font`);
  const names = namesIn(tableOf(font, 'name'));
  return [...new Set([...names, ...names.map(withoutStyle)])];
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) !== tag) continue;
    const offset = font.readUInt32BE(at + 8);
    return font.subarray(offset, offset + font.readUInt32BE(at + 12));
  }
  return Buffer.alloc(6);
}

// Records of 12 bytes: platform, encoding, language, name, length, offset. Names 16 and 1 are the family's.
function namesIn(table: Buffer): string[] {
  const strings = table.readUInt16BE(4);
  const records = Array.from({ length: table.readUInt16BE(2) }, (_, n) => {
    const [platform, , , name, length, offset] = [0, 2, 4, 6, 8, 10].map((at) => table.readUInt16BE(6 + n * 12 + at));
    const text = table.subarray(strings + (offset ?? 0), strings + (offset ?? 0) + (length ?? 0));
    return { name, text: platform === 1 ? text.toString('latin1') : Buffer.from(text).swap16().toString('utf16le') };
  });
  return [16, 1].flatMap((wanted) => records.filter(({ name }) => name === wanted).map(({ text }) => text));
}

// Typst calls a family by its name without the words for weight and width.
const withoutStyle = (name: string) => name.replace(/[-_ ]+(?:Regular|Normal|Medium|Light|Bold|Black|Heavy)$/i, '');
