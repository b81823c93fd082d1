import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type SheetFault, type SheetRow, sheetLimits, shownIn } from '@/lib/domain/sheet';
import { asBefore, neutral } from '@/lib/sheets/neutral';
import { readSheet } from '@/lib/sheets/read-sheet';
import { RefusedSheet } from '@/lib/sheets/refused-sheet';
import { csvOf } from '@/lib/sheets/write-csv';
import { xlsxOf } from '@/lib/sheets/write-xlsx';

const shown = (rows: readonly SheetRow[]) => rows.map(({ cells }) => cells.map(shownIn));
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

async function* once(rows: string[][]) {
  yield rows;
}
async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const csv = (rows: string[][]) => bytesOf(csvOf(rows[0] ?? [], once(rows.slice(1))));
const xlsx = ([heads = [], ...rows]: string[][]) =>
  bytesOf(
    xlsxOf(
      '登记簿',
      heads.map((head) => ({ head, width: 20 })),
      once(rows),
    ),
  );

async function faultOf(bytes: Uint8Array): Promise<SheetFault | null> {
  try {
    await readSheet(bytes);
    return null;
  } catch (error) {
    if (error instanceof RefusedSheet) return error.fault;
    throw error;
  }
}

describe('what is written', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('低', '保', '，', '"', ',', '\n', '=', '-', '@', "'", 'a', '1', ' ', '〔', '𠮷') })
    .filter((each) => each.trim() !== '');
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  // Heads are the product's own words, and what nobody can see at the ends of a cell is nobody's.
  const heads = ['标题', '正文', '备注'];

  test('as CSV is read back, but for what was made harmless', async () => {
    const property = fc.asyncProperty(table, async (rows) => {
      const read = shown(await readSheet(await csv([heads, ...rows])));
      expect(read).toEqual([heads, ...rows.map((row) => row.map(neutral))]);
      expect(read.slice(1).map((row) => row.map(asBefore))).toEqual(rows);
    });
    await fc.assert(property);
  });

  test('as XLSX is read back', async () => {
    const property = fc.asyncProperty(table, async (rows) => {
      expect(shown(await readSheet(await xlsx([heads, ...rows])))).toEqual([heads, ...rows]);
    });
    await fc.assert(property, { numRuns: 20 });
  });

  test('runs no formula: in CSV behind an apostrophe, in XLSX as a text', async () => {
    const bad = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'];
    expect(
      text(await csv([['a'], ...bad.map((each) => [each])]))
        .split('\r\n')
        .slice(1, -1),
    ).toEqual(
      bad.map((each) =>
        (/["\t]/.test(each) ? `"'${each.replaceAll('"', '""')}"` : `'${each}`).replace(/^"'\t=1"$/, "'\t=1"),
      ),
    );
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(await xlsx([['a'], ...bad.map((each) => [each])])).buffer as ArrayBuffer);
    const types = bad.map((_, at) => workbook.worksheets[0]?.getCell(at + 2, 1).type);
    expect(new Set(types)).toEqual(new Set([ExcelJS.ValueType.String]));
  });

  test('as CSV carries the mark of UTF-8 and the line ends of spreadsheets', async () => {
    expect(
      text(
        await csv([
          ['标题', '备注'],
          ['低保', '一,二'],
        ]),
      ),
    ).toBe('\uFEFF标题,备注\r\n低保,"一,二"\r\n');
  });
});

describe('a text', () => {
  const lines = '标题,文号\n低保公示,德政〔2020〕3号\n\n防汛,无';
  const wanted = [
    ['标题', '文号'],
    ['低保公示', '德政〔2020〕3号'],
    ['防汛', '无'],
  ];
  // 标题,文号 / 低保公示,德政〔2020〕3号 in GB18030, as spreadsheets on Chinese Windows write it.
  const gb = Buffer.from('b1eaccE22cceC4bac50ab5cdb1a3b9abcabe2cb5c2d5fea1b232303230a1b333bac5', 'hex');

  test.each([
    ['UTF-8', strToU8(lines)],
    ['UTF-8 with its mark', strToU8(`\uFEFF${lines}`)],
    ['UTF-16', Buffer.from(`\uFEFF${lines.replaceAll(',', '\t')}`, 'utf16le')],
    ['semicolons', strToU8(lines.replaceAll(',', ';'))],
    ['tabs', strToU8(lines.replaceAll(',', '\t'))],
  ])('in %s is read', async (_, bytes) => {
    const rows = await readSheet(bytes);
    expect(shown(rows)).toEqual(wanted);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 4]); // as the spreadsheet numbers them
  });

  test('in GB18030 is told by not being UTF-8', async () => {
    expect(shown(await readSheet(gb))).toEqual(wanted.slice(0, 2));
  });

  test.each<[string, Uint8Array, SheetFault]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['only blank lines', strToU8('\n , \n\n'), 'empty'],
    ['no encoding', Uint8Array.from([0xb1, 0xea, 0xff, 0xff, 0x80]), 'encoding'],
    ['zeros', new Uint8Array(100), 'encoding'],
    ['more rows than anybody types', strToU8('a,b\n'.repeat(sheetLimits.rows + 1)), 'too_many_rows'],
    ['more cells than anybody types', strToU8(`${','.repeat(100)}\n`.repeat(7_000)), 'too_many_cells'],
    ['a quote that never ends', strToU8(`a,"${'b\n'.repeat(600_000)}`), 'broken'],
    ['a file too large', new Uint8Array(sheetLimits.bytes + 1), 'too_large'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'not_a_sheet'],
  ])('of %s is refused', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toBe(fault);
  });
});

describe('a workbook', () => {
  test('says days, numbers and rich text as its reader sees them, and formulas as formulas', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('一');
    sheet.addRow(['标题', new Date('2020-12-31T00:00:00Z'), 44196, true]);
    sheet.getCell('A3').value = { richText: [{ text: '低保' }, { text: '公示', font: { bold: true } }] };
    sheet.getCell('C3').value = { formula: 'HYPERLINK("http://x")', result: 'x' };
    sheet.getCell('D3').value = { error: '#REF!' };
    sheet.getCell('E3').value = { text: '链接', hyperlink: 'https://example.gov.cn' };
    sheet.mergeCells('A5:C6');
    expect(await readSheet(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual([
      {
        number: 1,
        cells: [
          { kind: 'text', text: '标题' },
          { kind: 'day', day: '2020-12-31' },
          { kind: 'number', value: 44196 },
          { kind: 'text', text: '是' },
        ],
      },
      {
        number: 3,
        cells: [
          { kind: 'text', text: '低保公示' },
          { kind: 'text', text: '' },
          { kind: 'formula', text: '=HYPERLINK("http://x")' },
          { kind: 'formula', text: '#REF!' },
          { kind: 'text', text: '链接' },
        ],
      },
    ]);
  });

  test.each<[string, Zippable, SheetFault]>([
    ['with a macro', { ...aBook(), 'xl/vbaProject.bin': strToU8('x') }, 'macros'],
    ['that may hold macros', aBook({ type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }), 'macros'],
    [
      'that is a text document',
      aBook({ type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml' }),
      'not_a_sheet',
    ],
    [
      'of a million rows',
      aBook({ data: '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(1_000_000) }),
      'too_many_rows',
    ],
    [
      'of too many cells',
      aBook({ data: `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(6_100) }),
      'too_many_cells',
    ],
    ['without its parts', { 'a.txt': strToU8('x') }, 'not_a_sheet'],
    ['that is not XML', aBook({ data: '<row></c>' }), 'broken'],
    ['of nothing', aBook({ data: '' }), 'empty'],
  ])('%s is refused', async (_, parts, fault) => {
    expect(await faultOf(zipSync(parts, { level: 1 }))).toBe(fault);
  });

  test('that lies about its size is refused by what comes out of it', async () => {
    const parts = { ...aBook(), 'xl/sharedStrings.xml': strToU8('x') };
    const honest = zipSync(parts, { level: 9 });
    expect(await faultOf(withBomb(honest))).toBe('archive_bomb');
  });

  test('with one line that stands for a billion cells is read at once', async () => {
    const wide = 'A1:XFD1048576';
    const extras = `<mergeCells><mergeCell ref="${wide}"/></mergeCells><dataValidations><dataValidation type="list" sqref="${wide}"><formula1>"a"</formula1></dataValidation></dataValidations>`;
    const data =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const rows = await readSheet(zipSync(aBook({ data, extras })));
    expect(rows.map(({ number, cells }) => [number, cells.length])).toEqual([
      [1, 1],
      [1_048_576, 16_384],
    ]);
  });

  test.each([1, 100, 400])('cut off after %i bytes is refused', async (length) => {
    expect(await faultOf(zipSync(aBook()).subarray(0, length + 1))).toMatch(/broken|encoding|not_a_sheet/);
  });

  test('whose text repeats one long string in every cell is refused', async () => {
    const strings = `<sst xmlns="${main}"><si><t>${'长'.repeat(30_000)}</t></si></sst>`;
    const cells = (row: number) =>
      Array.from({ length: 26 }, (_, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="s"><v>0</v></c>`);
    const data = Array.from({ length: 100 }, (_, at) => `<row r="${at + 1}">${cells(at + 1).join('')}</row>`).join('');
    expect(await faultOf(zipSync(aBook({ data, strings })))).toBe('too_large');
  });

  test('of old, or behind a password, says which', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await faultOf(ole)).toBe('old_excel');
    expect(await faultOf(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted');
  });

  test('of any bytes is answered, never a failure', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (noise, zip) => {
      await faultOf(zip ? Buffer.concat([Buffer.from('PK\x03\x04'), noise]) : noise);
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Book = { type?: string; data?: string; extras?: string; strings?: string };

/** The parts of a small workbook. */
function aBook({ type, data = '<row r="1"><c r="A1"><v>1</v></c></row>', extras = '', strings }: Book = {}): Zippable {
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type ?? `${sheetType}.sheet.main+xml`}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>${strings ? `<Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/>` : ''}</Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${extras}</worksheet>`,
    ),
    ...(strings && { 'xl/sharedStrings.xml': strToU8(strings) }),
  };
}

/** The archive with its last part in place of 200 MB that the directory calls one byte. */
function withBomb(honest: Uint8Array): Uint8Array {
  const bytes = Buffer.from(honest);
  const bomb = deflateRawSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
  const name = Buffer.from('xl/sharedStrings.xml');
  const directory = bytes.readUInt32LE(bytes.length - 6);
  const local = bytes.lastIndexOf(name, directory - 1) - 30;
  const entry = bytes.lastIndexOf(name) - 46;
  const header = Buffer.from(bytes.subarray(local, local + 30 + name.length));
  const entries = Buffer.from(bytes.subarray(directory));
  entries.writeUInt32LE(bomb.length, entry - directory + 20);
  entries.writeUInt16LE(8, entry - directory + 10);
  const end = Buffer.from(entries);
  end.writeUInt32LE(local + header.length + bomb.length, end.length - 6);
  return Buffer.concat([bytes.subarray(0, local), header, bomb, end]);
}
