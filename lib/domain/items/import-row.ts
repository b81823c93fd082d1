import type { Day } from '@/lib/domain/calendar/day';
import { isDayProblem, readDay } from '@/lib/domain/calendar/read-day';
import type { ItemBody } from '@/lib/domain/items/body';
import { blankItem, type ItemDraft, type Way, ways } from '@/lib/domain/items/content';
import {
  attributeWords,
  type ColumnKey,
  columnKeys,
  noWords,
  sourceWords,
  validityWords,
  wayWords,
  withholdingWords,
  yesWords,
} from '@/lib/domain/items/import-columns';
import type { ImportContext, RowFault, RowProblem } from '@/lib/domain/items/import-rows';
import { bodyLimit } from '@/lib/domain/items/merge';
import { textProblem } from '@/lib/domain/report/text-problem';
import { type SheetCell, shownIn, textCell } from '@/lib/domain/sheet';

type Said = Partial<Record<ColumnKey, string>>;
type Read = { said: Said; draft: ItemDraft; fieldId: string; faults: RowFault[] };

/** One row of a list as a draft, with everything that is wrong with it. */
export function readRow(cellAt: (key: ColumnKey) => SheetCell | undefined, context: ImportContext): Read {
  const faults: RowFault[] = [];
  const cells = Object.fromEntries(columnKeys.map((key) => [key, cellAt(key) ?? textCell('')])) as Cells;
  const said: Said = {};
  const row: Row = {
    text: (key) => clean(shownIn(cells[key])),
    cell: (key) => cells[key],
    fault(column, problem, number) {
      const value = clean(shownIn(cells[column])).slice(0, 100);
      if (faults.every((fault) => fault.column !== column))
        faults.push({ column, value, problem, ...(number !== undefined && { number }) });
    },
  };
  for (const key of columnKeys) {
    if (cells[key].kind === 'formula' || /^\s*[=＝]/.test(shownIn(cells[key]))) row.fault(key, 'formula');
    else if (textProblem(row.text(key), key === 'body' ? 'lines' : 'line')) row.fault(key, 'control_characters');
    if (row.text(key) !== '') said[key] = row.text(key);
  }
  const { draft, fieldId } = draftOf(row, context);
  for (const key of ['formedOn', 'publishedOn', 'reassessOn', 'endedOn'] as const) {
    const day = readDay(cells[key]);
    if (said[key] !== undefined && !isDayProblem(day)) said[key] = day;
  }
  const inOrder = columnKeys.flatMap((key) => faults.filter(({ column }) => column === key));
  return { said, draft, fieldId, faults: inOrder };
}

type Cells = Record<ColumnKey, SheetCell>;
type Row = {
  text: (key: ColumnKey) => string;
  cell: (key: ColumnKey) => SheetCell;
  /** The first of a cell is told; the others follow from it. */
  fault: (column: ColumnKey, problem: RowProblem, number?: number) => void;
};

// What word processors and spreadsheets leave in a cell without anybody seeing it.
function clean(text: string): string {
  const plain = text
    .replace(/_x000D_/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\t\u00a0]/g, ' ')
    .normalize('NFC')
    .trim();
  // An apostrophe is how a spreadsheet is told that the rest is a text.
  return /^'+[=+\-@＝＋－＠]/.test(plain) ? plain.slice(1) : plain;
}

function draftOf(row: Row, context: ImportContext) {
  const formedOn = needed(row, 'formedOn') ? dayOf(row, 'formedOn') : null;
  if (formedOn && formedOn > context.today) row.fault('formedOn', 'in_future');
  const place = placeOf(row, context);
  const draft: ItemDraft = {
    ...blankItem(place.nodeId, context.organisation),
    ...(row.text('issuingBody') !== '' && { issuingBody: line(row, 'issuingBody', 200) }),
    title: needed(row, 'title') ? line(row, 'title', 300) : '',
    documentNumber: bracketed(line(row, 'documentNumber', 100)),
    formedOn,
    ...{ classId: place.classId, fieldId: place.chosenField },
    source: chosen(row, 'source', sourceWords) ?? 'made',
    ...restrictionOf(row),
    ...validityOf(row, formedOn),
    normative: isYes(row),
    ways: waysOf(row, place.ways),
    body: needed(row, 'body') ? bodyOf(row) : [],
    importedFrom: originOf(row, context, formedOn),
  };
  return { draft, fieldId: place.fieldId };
}

function needed(row: Row, key: ColumnKey): boolean {
  if (row.text(key) !== '') return true;
  row.fault(key, 'required');
  return false;
}

function line(row: Row, key: ColumnKey, most: number): string {
  const text = row.text(key).replace(/\s*\n\s*/g, '');
  if (text.length > most) row.fault(key, 'too_long', most);
  return text;
}

function dayOf(row: Row, key: ColumnKey): Day | null {
  if (row.text(key) === '') return null;
  const read = readDay(row.cell(key).kind === 'text' ? textCell(row.text(key)) : row.cell(key));
  if (!isDayProblem(read)) return read;
  row.fault(key, read);
  return null;
}

// 德政[2020]3号 is meant as 德政〔2020〕3号 (GB/T 9704: the year in hexagonal brackets); 无 is none.
const bracketed = (number: string) =>
  number === '无' ? '' : number.replace(/\s/g, '').replace(/[[［【〖(（]\s*((?:19|20)\d{2})\s*[\]］】〗)）]/, '〔$1〕');

/** The organisation's places by label or code; the field that the row names, else its node's, else the default. */
function placeOf(row: Row, { nodes, fields, defaultFieldId }: ImportContext) {
  const named = (key: 'node' | 'class', among: ImportContext['nodes']) =>
    among.find(({ label, code }) => [label, code].some((name) => closed(name) === closed(row.text(key))));
  const node = named('node', nodes);
  if (needed(row, 'node') && !node) row.fault('node', 'unknown_node');
  else if (node && !node.open) row.fault('node', 'closed_node');

  const own = nodes.filter(({ kind, open }) => kind === 'own' && open);
  const itsClass = row.text('class') === '' ? undefined : named('class', own);
  if (row.text('class') !== '' && !itsClass) row.fault('class', 'unknown_class');

  const field = fields.find(({ name }) => name === row.text('field'));
  if (row.text('field') !== '' && !field) row.fault('field', 'unknown_field');
  else if (field && !field.open) row.fault('field', 'closed_field');
  const ofNode = fields.find(({ id, open }) => id === node?.fieldId && open);
  return {
    nodeId: node?.id ?? '',
    classId: itsClass?.id ?? null,
    chosenField: field?.id ?? null,
    fieldId: field?.id ?? ofNode?.id ?? defaultFieldId,
    ways: ways.filter((way) => node?.ways.includes(way)),
  };
}

const closed = (text: string) => text.replace(/\s/g, '');

function chosen<Value extends string>(row: Row, key: ColumnKey, words: Record<Value, readonly string[]>) {
  const text = closed(row.text(key));
  if (text === '') return null;
  const value = (Object.keys(words) as Value[]).find((each) => words[each].includes(text));
  if (!value) row.fault(key, 'unknown_choice');
  return value ?? null;
}

/** Articles 14 to 16: what is not made public says why, and when it is looked at again (Article 18). */
function restrictionOf(row: Row) {
  const attribute = chosen(row, 'attribute', attributeWords) ?? 'proactive';
  const [withholding, reassessOn] = [chosen(row, 'withholding', withholdingWords), dayOf(row, 'reassessOn')];
  if (attribute === 'withheld' && row.text('withholding') === '') row.fault('withholding', 'reason_needed');
  return { attribute, withholding, withholdingBasis: line(row, 'withholdingBasis', 500), reassessOn };
}

function validityOf(row: Row, formedOn: Day | null) {
  const validity = chosen(row, 'validity', validityWords) ?? 'valid';
  const endedOn = dayOf(row, 'endedOn');
  if (validity !== 'valid' && row.text('endedOn') === '') row.fault('endedOn', 'end_needed');
  if (endedOn && formedOn && endedOn < formedOn) row.fault('endedOn', 'before_formed');
  return { validity, endedOn: validity === 'valid' ? null : endedOn };
}

function isYes(row: Row): boolean {
  const text = row.text('normative').toUpperCase();
  if (text !== '' && !yesWords.includes(text) && !noWords.includes(text)) row.fault('normative', 'unknown_choice');
  return yesWords.includes(text);
}

function waysOf(row: Row, ofNode: readonly Way[]): Way[] {
  const [all, text] = [Object.keys(wayWords) as Way[], row.text('ways')];
  if (text === '') return ofNode.length > 0 ? [...ofNode] : ['website'];
  const names = text.split(/[、,，;；/\s]+/).filter((name) => name !== '');
  // 报刊、广播、电视 is one of the choices, and its own parts are names of it too.
  const found = names.map((name) => all.find((way) => wayWords[way].includes(name)));
  if (found.includes(undefined)) row.fault('ways', 'unknown_choice');
  return all.filter((way) => found.includes(way));
}

/** Where it had stood before: told beside the item, never as a day of publication of this system. */
function originOf(row: Row, { today }: ImportContext, formedOn: Day | null): ItemDraft['importedFrom'] {
  const publishedOn = dayOf(row, 'publishedOn');
  if (publishedOn && publishedOn > today) row.fault('publishedOn', 'in_future');
  if (publishedOn && formedOn && publishedOn < formedOn) row.fault('publishedOn', 'before_formed');
  return { publishedOn, place: line(row, 'place', 100) };
}

const longestParagraph = 20_000;
const mostParagraphs = 2_000;

/** A line is a paragraph; blank ones, and the indent that was typed, fall away. */
function bodyOf(row: Row): ItemBody {
  const lines = row
    .text('body')
    .split('\n')
    .flatMap((text) => text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '') || []);
  const length = lines.reduce((sum, text) => sum + text.length, 0);
  if (length > bodyLimit) row.fault('body', 'too_long', bodyLimit);
  if (lines.length > mostParagraphs) row.fault('body', 'too_long', mostParagraphs);
  if (lines.some((text) => text.length > longestParagraph)) row.fault('body', 'too_long', longestParagraph);
  return lines.map((text, at) => ({ id: `p${at + 1}`, kind: 'paragraph', runs: [{ text }] }));
}
