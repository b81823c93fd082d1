import ExcelJS from 'exceljs';
import { type Grid, placed } from '@/lib/documents/reading/grid';
import type { Reading } from '@/lib/documents/reading/reading';
import { isSumOf } from '@/lib/documents/reading/xlsx-formula';
import type { CellAddress } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

/**
 * Reads a workbook: sheets named like a table of the format hold it below a title, any other holds words. A total whose
 * formula does not add up what it should is read with its formula.
 */
export async function readXlsx(file: Uint8Array, format: ReportFormat): Promise<Reading> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(file).buffer);
  const isTable = ({ name }: ExcelJS.Worksheet) => format.tables.some((table) => table.name === name);
  const contents: Contents = new Map();
  const sheets = workbook.worksheets.map((sheet) => ({
    rows: rowsOf(sheet, contents),
    table: isTable(sheet),
    name: sheet.name,
  }));
  const tables = sheets.filter(({ table }) => table);
  const { cells: names, rest } = placed(
    format,
    tables.map(({ rows }) => rows.slice(1)),
  );
  const addresses = new Map([...names].map(([address, name]) => [name, address]));
  const figure = (address: CellAddress, name: string) => figureText(format, address, name, contents, addresses);
  return {
    title: workbook.title,
    cells: new Map([...names].map(([address, name]) => [address, figure(address, name)])),
    paragraphs: [
      ...tables.map(({ name, rows: [heading = []] }) => `${name}｜${[...new Set(heading)].join('｜')}`),
      ...sheets.filter(({ table }) => !table).flatMap(({ name, rows }) => rows.map((row) => [name, ...row].join('｜'))),
      ...rest.map((name) => contents.get(name)?.text ?? name),
    ],
  };
}

/** What stands at each name of a place in a sheet, for places that hold no plain text: "表三!D5". */
type Contents = Map<string, { text: string; formula: string | null }>;

/** Text as it is, everything else by the name of its place, so that headings are found by text and figures by place. */
function rowsOf(sheet: ExcelJS.Worksheet, contents: Contents): Grid {
  const rows: string[][] = [];
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    rows.push(
      Array.from({ length: sheet.columnCount }, (_, at) => {
        const { value, master } = sheet.getCell(row, at + 1);
        if (typeof value === 'string') return value;
        const name = `${sheet.name}!${master.address}`;
        contents.set(name, { text: textOf(master), formula: master.formula ?? null });
        return name;
      }),
    );
  }
  return rows;
}

function figureText(
  format: ReportFormat,
  address: CellAddress,
  name: string,
  contents: Contents,
  addresses: ReadonlyMap<string, CellAddress>,
): string {
  const { text, formula } = contents.get(name) ?? { text: name, formula: null };
  if (formula === null) return text;
  const [sheet = ''] = name.split('!');
  const valueAt = (cell: string) => Number(contents.get(`${sheet}!${cell}`)?.text);
  const addressAt = (cell: string) => addresses.get(`${sheet}!${cell}`) ?? null;
  return isSumOf(format, address, formula, Number(text), { valueAt, addressAt }) ? text : `${text} =${formula}`;
}

// The result of a formula is asked for itself: among what it comes with, a result of zero is missing.
function textOf({ value, result, formula }: ExcelJS.Cell): string {
  const content = formula ? result : value;
  if (content === null || content === undefined) return '';
  return typeof content === 'object' ? JSON.stringify(content) : String(content);
}
