import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { isDay } from '@/lib/domain/calendar/day';
import { type SheetCell, type SheetRow, sheetLimits, textCell } from '@/lib/domain/sheet';
import { type ArchiveEntry, entriesOf, unpacked } from '@/lib/sheets/archive';
import { RefusedSheet } from '@/lib/sheets/refused-sheet';

/** The rows of the first sheet of a workbook. A faulty, locked or malicious one is refused before it is unfolded. */
export async function readXlsx(bytes: Uint8Array): Promise<SheetRow[]> {
  const parts = harmlessParts(entriesOf(bytes));
  const workbook = new ExcelJS.Workbook();
  const [sheet] = await load(workbook, parts);
  if (!sheet) throw new RefusedSheet('empty');
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    const cells: SheetCell[] = [];
    row.eachCell((cell, column) => {
      while (cells.length < column - 1) cells.push(textCell(''));
      cells.push(cellOf(cell.value));
    });
    rows.push({ number, cells });
  });
  return rows;
}

type Parts = Record<string, Uint8Array>;

async function load(workbook: ExcelJS.Workbook, parts: Parts) {
  // Stored and not packed again: what is read is what was looked at.
  const archive = Buffer.from(zipSync(parts, { level: 0 }));
  const options = { ignoreNodes: [...unread], maxRows: sheetLimits.rows + 1 };
  try {
    await workbook.xlsx.load(archive.buffer as ArrayBuffer, options);
  } catch {
    throw new RefusedSheet('broken'); // whatever a foreign file made the reader stumble over
  }
  return workbook.worksheets;
}

// They say nothing of the cells, and some of them are unfolded cell by cell: one line can stand for a billion.
const unread = [
  ...['dataValidations', 'conditionalFormatting', 'mergeCells', 'hyperlinks', 'drawing', 'legacyDrawing', 'picture'],
  ...['tableParts', 'extLst', 'autoFilter', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks'],
  ...['colBreaks', 'sheetProtection'],
];

const needed = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^xl\/workbook\.xml$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/worksheets\/sheet[^/]*\.xml$/i,
  /^xl\/(sharedStrings|styles)\.xml$/,
];

/** Of all that lies in the archive the parts that hold the cells, unpacked and counted. */
function harmlessParts(entries: readonly ArchiveEntry[]): Parts {
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) throw new RefusedSheet('macros');
  const parts: Parts = {};
  const counts = { rows: 0, cells: 0 };
  let left: number = sheetLimits.unpacked;
  for (const entry of entries) {
    if (!needed.some((pattern) => pattern.test(entry.name))) continue;
    if (parts[entry.name]) throw new RefusedSheet('broken'); // twice in one directory: which one is meant?
    const part = unpacked(entry, left);
    left -= part.length;
    if (left <= 0) throw new RefusedSheet('archive_bomb');
    if (/worksheets/.test(entry.name)) {
      counts.rows += timesIn(part, 'row');
      counts.cells += timesIn(part, 'c');
    }
    parts[entry.name] = part;
  }
  const types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString('utf8');
  if (/macroEnabled/i.test(types)) throw new RefusedSheet('macros');
  if (!/spreadsheetml\.sheet\.main\+xml/.test(types)) throw new RefusedSheet('not_a_sheet');
  if (counts.rows > sheetLimits.rows) throw new RefusedSheet('too_many_rows');
  if (counts.cells > sheetLimits.cells) throw new RefusedSheet('too_many_cells');
  return parts;
}

/** How often an element begins, with any prefix of its namespace. */
function timesIn(part: Buffer, element: string): number {
  let count = 0;
  for (const mark of ['<', ':']) {
    const start = Buffer.from(`${mark}${element}`);
    for (let at = part.indexOf(start); at >= 0; at = part.indexOf(start, at + 1)) {
      const next = part[at + start.length];
      if (next === 0x20 || next === 0x3e || next === 0x2f || next === 0x0a || next === 0x0d || next === 0x09)
        count += 1;
    }
  }
  return count;
}

function cellOf(value: ExcelJS.CellValue): SheetCell {
  if (value === null || value === undefined) return textCell('');
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return textCell(value ? '是' : '否');
  if (value instanceof Date) return dayCell(value);
  if ('richText' in value) return textCell(value.richText.map(({ text }) => text).join(''));
  if ('formula' in value) return { kind: 'formula', text: `=${value.formula ?? ''}` };
  if ('sharedFormula' in value) return { kind: 'formula', text: `=${value.sharedFormula}` };
  if ('error' in value) return { kind: 'formula', text: String(value.error) };
  return textCell(String(value.text));
}

// A day that a spreadsheet can show but the calendar does not have stays what its owner sees: no day.
function dayCell(date: Date): SheetCell {
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return isDay(day) ? { kind: 'day', day } : textCell(day);
}
