import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { aSnapshot } from '@/lib/documents/a-snapshot';
import { type ReportExtension, reportFormats } from '@/lib/documents/report-formats';
import { sha256 } from '@/lib/domain/hash';
import { aReport } from '@/lib/domain/report/a-report';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { report } from '@/lib/domain/report/content';
import deting2020 from '@/lib/domain/report/fixtures/deting-2020.json';
import { fileName } from '@/lib/text/documents';

vi.setConfig({ testTimeout: 30_000 });
const deting = aSnapshot(report.parse(deting2020));
const extensions = Object.keys(reportFormats) as ReportExtension[]; // the registry names nothing else
const invented = inventedFormat();

describe.each(extensions)('%s', (extension) => {
  const write = reportFormats[extension].write;
  afterEach(() => vi.useRealTimers());

  test('is the same bytes whenever and wherever it is made', async () => {
    const first = await write(deting);
    vi.useFakeTimers({ now: new Date('2031-07-01T23:30:00Z'), toFake: ['Date'] });
    const home = process.env.TZ;
    process.env.TZ = 'America/Los_Angeles';
    const again = await write(deting);
    process.env.TZ = home;
    expect(Buffer.compare(first, again)).toBe(0);
  });

  test('takes a format that nobody has seen before', async () => {
    expect((await write(aSnapshot(aReport(invented), invented))).length).toBeGreaterThan(1000);
  });
});

test('JSON is what was signed, byte for byte', async () => {
  const json = await reportFormats.json.write(deting);
  expect(sha256(Buffer.from(json).toString('utf8'))).toBe(deting.facts.sha256);
});

test('CSV has its mark, and nothing in it runs as a formula', async () => {
  const spoiled = aReport('2019', {
    preamble: ['=1+1', '@SUM(A1)', "'=x", '＝1'],
    cells: { 't2_5/licensing/change_this_year': -3 },
  });
  const csv = Buffer.from(await reportFormats.csv.write(aSnapshot(spoiled))).toString('utf8');
  expect(csv.startsWith('\uFEFF部分,行,列,数值,单位\r\n')).toBe(true);
  const values = csv
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[3]);
  expect(values).toEqual(expect.arrayContaining(["'=1+1", "'@SUM(A1)", "''=x", "'＝1", '-3']));
  expect(values.filter((value) => /^[=@＝]/.test(value ?? ''))).toEqual([]);
});

test('a Word document has real headings, a title field and heads that repeat', async () => {
  const entries = unzipSync(await reportFormats.docx.write(deting));
  const document = strFromU8(entries['word/document.xml'] ?? new Uint8Array());
  expect(document).toContain('<w:pStyle w:val="Title"/>');
  expect(document).toContain('<w:instrText xml:space="preserve"> TITLE </w:instrText>');
  expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(6); // three rows each of tables three and four
  expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(document.match(/<w:tr>/g)?.length ?? 0);
});

test('the totals of a workbook are formulas, but one that does not add up stays what was signed', async () => {
  const sheetOf = async (cells: Record<string, number>) => {
    const entries = unzipSync(await reportFormats.xlsx.write(aSnapshot(aReport('2021', { cells }))));
    return strFromU8(entries['xl/worksheets/sheet6.xml'] ?? new Uint8Array());
  };
  expect(await sheetOf({})).toContain('<f>SUM(A6:D6)</f>');
  expect(await sheetOf({ 't4/cases/reconsideration_total': 99 })).not.toContain('<f>SUM(A6:D6)</f>');
});

test('an office’s own typeface is set where it has one, and the one that comes along elsewhere', async () => {
  const fangSong = `${import.meta.dirname}/../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf`;
  const fontsIn = (pdf: Uint8Array) =>
    Buffer.from(pdf)
      .toString('latin1')
      .match(/(?<=\+)(?:Noto|Liberation)\w+/g) ?? [];
  expect(fontsIn(await reportFormats.pdf.write(deting))).not.toContain('LiberationSans');
  const fonts = fontsIn(await reportFormats.pdf.write(deting, { fangSong }));
  expect(fonts).toContain('LiberationSans');
  expect(fonts).toContain('NotoSerifSC');
  await expect(reportFormats.pdf.write(deting, { kaiTi: import.meta.filename })).rejects.toThrow('not a TrueType');
});

test('a character without a shape is named, not left out', async () => {
  const character = '\u{10FFFD}'; // for private use: no font has it
  const snapshot = aSnapshot(aReport('2021', { preamble: [`本报告由${character}镇编制。`] }));
  await expect(reportFormats.pdf.write(snapshot)).rejects.toMatchObject({ text: character });
});

test('a file is called what an office calls it', () => {
  const title = '德亭镇人民政府2020年政府信息公开工作年度报告';
  expect(fileName(title, 1, 'pdf')).toBe(`${title}.pdf`);
  expect(fileName(title, 2, 'docx')).toBe(`${title}（第2版）.docx`);
});
