import type ExcelJS from 'exceljs';
import { figureIn, numberFormat } from '@/lib/documents/xlsx-figure';
import type { Tables } from '@/lib/domain/report/content';
import type { Table } from '@/lib/domain/report/format';
import { bodyRows, columnSpan, headRows } from '@/lib/domain/report/table-layout';
import { sheetHeading } from '@/lib/text/documents';
import { amountNote } from '@/lib/text/figures';

/** A sheet with one official table: title and caption above it, merged as printed, figures as numbers. */
export function addTable(workbook: ExcelJS.Workbook, table: Table, tables: Tables, title: string) {
  const width = table.labelColumns + table.gridColumns;
  const sheet = workbook.addWorksheet(table.name, {
    pageSetup: { paperSize: 9, orientation: width > 8 ? 'landscape' : 'portrait', fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = Array.from({ length: width }, (_, at) => ({ width: widthOf(table, at) }));
  put(sheet, { row: 1, column: 1, colspan: width }, title).font = { bold: true, size: 14 };
  put(sheet, { row: 2, column: 1, colspan: width }, sheetHeading(table.caption, table.unit)).font = { bold: true };
  const firstRow = 3 + addHead(sheet, table);
  for (const [at, { row, labels }] of bodyRows(table).entries()) {
    const line = firstRow + at;
    for (const { row: named, colspan, rowspan } of labels) {
      put(sheet, { row: line, column: named.level, colspan, rowspan }, named.label, 'left');
    }
    for (const [position, column] of table.columns.entries()) {
      const place = { row: line, column: table.labelColumns + position + 1, colspan: columnSpan(table, column) };
      const figure = figureIn(table, row, column, tables, firstRow);
      put(sheet, place, figure).numFmt = numberFormat(table, row, column, tables);
    }
  }
}

/** How many rows the head takes. */
function addHead(sheet: ExcelJS.Worksheet, table: Table): number {
  const { labelColumns, rowHeader = '', columns } = table;
  const merged = headRows(table);
  for (const [at, row] of merged.entries()) {
    for (const { text, colspan, rowspan, covers } of row) {
      put(sheet, { row: 3 + at, column: labelColumns + covers.first, colspan, rowspan }, text);
    }
  }
  if (merged.length > 0) return merged.length;
  if (labelColumns > 0) put(sheet, { row: 3, column: 1, colspan: labelColumns }, rowHeader);
  for (const [at, column] of columns.entries()) {
    const place = { row: 3, column: labelColumns + at + 1, colspan: columnSpan(table, column) };
    put(sheet, place, `${column.label}${amountNote(column) ?? ''}`);
  }
  return 1;
}

type Place = { row: number; column: number; colspan?: number; rowspan?: number };

const side = { style: 'thin' } as const;

function put(
  sheet: ExcelJS.Worksheet,
  place: Place,
  content: ExcelJS.CellValue,
  horizontal: 'left' | 'center' = 'center',
) {
  const { row, column, colspan = 1, rowspan = 1 } = place;
  if (colspan * rowspan > 1) sheet.mergeCells(row, column, row + rowspan - 1, column + colspan - 1);
  const cell = sheet.getCell(row, column);
  cell.value = content;
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
  cell.border = { top: side, bottom: side, left: side, right: side };
  return cell;
}

function widthOf({ labelColumns, gridColumns }: Table, at: number): number {
  if (at < labelColumns - 1) return 8;
  if (at < labelColumns) return 36;
  return gridColumns > 3 ? 10 : 18;
}
