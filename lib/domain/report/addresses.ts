import { cellAt } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import type { Column, ReportFormat, Row, Table } from '@/lib/domain/report/format';

// Every section, paragraph, table, row and cell has one element id, alike on the public page and in the office,
// so that a link, a finding and a remark lead to the same place: s1, s1-b3, t3, t3-r05, t3-r05-c7.

/** The element id of a cell, or null where the format has none. */
export function elementId(format: ReportFormat, address: string): string | null {
  const cell = cellAt(format, address);
  return cell && `${cell.table.id}-r${twoDigits(cell.place.row)}-c${cell.place.column}`;
}

/** The element id of a row; a group row carries no figures and is named after itself. */
export function rowElementId(table: Table, row: Row): string {
  if (!row.figures) return `${table.id}-${row.id}`;
  return `${table.id}-r${twoDigits(table.rows.filter(({ figures }) => figures).indexOf(row) + 1)}`;
}

/** The preamble counts as a section of its own: `preamble-b1`. */
export const blockElementId = (section: string, block: string) => `${section}-${block}`;

/** A cell as people name it: 表三，自然人，本年新收; 表二（九），政府集中采购，采购总金额. */
export function label(format: ReportFormat, address: string): string {
  const cell = cellAt(format, address);
  if (!cell) return address;
  const row = rowName(cell.table, cell.row);
  const column = columnName(cell.table, cell.column);
  const small = cell.table.labelColumns === 1;
  return [cell.table.name, ...(small ? [row, column] : [column, row])].filter(Boolean).join('，');
}

/** The row's name without its number and remarks; a case within a group bears the group's name too: 不予公开：重复申请. */
export function rowName(table: Table, row: Row): string {
  const own = row.short ?? bare(row.label ?? '');
  const parent = table.rows.find(({ id }) => id === row.parent);
  return parent && row.level === 3 ? `${bare(parent.label ?? '')}：${own}` : own;
}

/** The column's own heading, with the one above it where two columns are headed alike. */
export function columnName(table: Table, column: Column): string {
  const alike = table.columns.filter((other) => other.label === column.label).length > 1;
  return bare(alike ? column.path.slice(-2).join('，') : column.label);
}

/** Where a remark or a finding's place is kept as text: a cell's address, a paragraph ("s1#b3"), or "" for the whole. */
export type PlaceKey =
  | { kind: 'cell'; address: CellAddress }
  | { kind: 'block'; section: string; block: string }
  | { kind: 'whole' };

export function parsePlace(format: ReportFormat, text: string): PlaceKey | null {
  if (text === '') return { kind: 'whole' };
  const cell = cellAt(format, text);
  if (cell) return { kind: 'cell', address: cell.address };
  const [, section, block] = /^([a-z][a-z0-9_]{0,40})#([A-Za-z0-9_-]{1,40})$/.exec(text) ?? [];
  return section && block && isNarrative(format, section) ? { kind: 'block', section, block } : null;
}

/** The element to jump to for a remark's place; null for the whole document or a place that the format lacks. */
export function placeElementId(format: ReportFormat, text: string): string | null {
  const place = parsePlace(format, text);
  if (place?.kind === 'cell') return elementId(format, place.address);
  return place?.kind === 'block' ? blockElementId(place.section, place.block) : null;
}

/** Whether paragraphs stand there: the preamble or a narrative section of the format. */
export const isNarrative = (format: ReportFormat, section: string) =>
  section === 'preamble' || format.sections.some(({ id, kind }) => id === section && kind === 'narrative');

/** The section as people name it: 导言, 总体情况. */
export const sectionName = (format: ReportFormat, section: string) =>
  section === 'preamble' ? '导言' : bare(format.sections.find(({ id }) => id === section)?.heading ?? section);

const twoDigits = (position: number) => String(position).padStart(2, '0');

const bare = (text: string) =>
  text.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/, '').replace(/（[^）]*）$/, '');
