import type { Piece, Place } from '@/lib/domain/attachment';
import { humanAttributes } from '@/lib/files/human-attributes';
import { attribute, attributesOf, readXml } from '@/lib/files/xml-events';

export type Sheet = { name: string; hidden: boolean };

/** The strings of the workbook, and which of them some cell shows; reading a sheet adds to the latter. */
type Strings = { shared: readonly string[]; used: Set<number> };

const mostColumns = 256; // an empty stretch is no wider: it would only be tabs

/** A sheet as one piece, rows as lines and columns as tabs; what is beside the cells (formulas, prompts, headers) as a second. */
export function sheetPieces(bytes: Uint8Array, { name, hidden }: Sheet, strings: Strings): Piece[] {
  const lines: string[] = [];
  const spots: { start: number; place: Place }[] = [];
  const beside: string[] = [];
  let [length, row, column] = [0, 0, 0];
  let line = '';
  let cell = { column: 0, type: '', value: '' };
  let inside = '';
  const open = (tag: string, attributes: string) => {
    inside = tag;
    if (tag === 'c') {
      const { r = '', t = '' } = Object.fromEntries(attributesOf(attributes));
      cell = { column: columnOf(r) ?? column + 1, type: t, value: '' };
      return;
    }
    if (tag === 'row') {
      row = Number(attribute(attributes, 'r')) || row + 1;
      [line, column] = ['', 0];
      const rowHidden = hidden || /^(?:1|true)$/.test(attribute(attributes, 'hidden'));
      spots.push({ start: length, place: { part: 'row', sheet: name, row, hidden: rowHidden } });
      return;
    }
    const human = humanAttributes(tag, attributes);
    if (human !== '') beside.push(human.trimEnd());
  };
  const text = (some: string) => {
    if (inside === 'v' || inside === 't') cell.value += some;
    else if (some.trim() !== '') beside.push(some);
  };
  const close = (tag: string) => {
    inside = '';
    if (tag === 'c') {
      line += '\t'.repeat(Math.max(0, Math.min(mostColumns, cell.column - Math.max(1, column)))) + shown(cell, strings);
      column = cell.column;
    }
    if (tag === 'row') {
      lines.push(line);
      length += line.length + 1;
    }
  };
  readXml(bytes, { open, text, close });
  const where: Place = { part: 'row', sheet: name, row: 1, hidden };
  const pieces: Piece[] = [{ where, text: lines.join('\n'), spots }];
  if (beside.length > 0) pieces.push({ where: { part: 'formula', sheet: name }, text: beside.join('\n') });
  return pieces;
}

/** A is 1, AA is 27. */
function columnOf(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d/i.exec(reference)?.[1];
  if (!letters) return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function shown({ type, value }: { type: string; value: string }, { shared, used }: Strings): string {
  if (type === 's') {
    used.add(Number(value));
    return oneLine(shared[Number(value)] ?? '');
  }
  return type === '' || type === 'n' ? plainNumber(value) : oneLine(value);
}

const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ');

// Excel writes 1.3812345678E10 for a telephone and 98.269999999999996 for 98.27.
function plainNumber(value: string): string {
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return oneLine(value);
  if (Number.isInteger(number)) return BigInt(number).toString();
  return String(Number(number.toPrecision(15)));
}
