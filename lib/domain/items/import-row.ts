import type { Day } from '@/lib/domain/calendar/day';
import { type CellReader, chosen, closed, dayIn, line, needed, readCells, sayDays } from '@/lib/domain/import-cells';
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
import type { SheetCell } from '@/lib/domain/sheet';

type Said = Partial<Record<ColumnKey, string>>;
type Read = { said: Said; draft: ItemDraft; fieldId: string; faults: RowFault[] };

/** One row of a list as a draft, with everything that is wrong with it. */
export function readRow(cellAt: (key: ColumnKey) => SheetCell | undefined, context: ImportContext): Read {
  const { row, said, faults } = readCells<ColumnKey, RowProblem>({ keys: columnKeys, long: ['body'] }, cellAt);
  const { draft, fieldId } = draftOf(row, context);
  sayDays(said, row, ['formedOn', 'publishedOn', 'reassessOn', 'endedOn']);
  const inOrder = columnKeys.flatMap((key) => faults.filter(({ column }) => column === key));
  return { said, draft, fieldId, faults: inOrder };
}

type Row = CellReader<ColumnKey, RowProblem>;

function draftOf(row: Row, context: ImportContext) {
  const formedOn = needed(row, 'formedOn') ? dayIn(row, 'formedOn') : null;
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

/** Articles 14 to 16: what is not made public says why, and when it is looked at again (Article 18). */
function restrictionOf(row: Row) {
  const attribute = chosen(row, 'attribute', attributeWords) ?? 'proactive';
  const [withholding, reassessOn] = [chosen(row, 'withholding', withholdingWords), dayIn(row, 'reassessOn')];
  if (attribute === 'withheld' && row.text('withholding') === '') row.fault('withholding', 'reason_needed');
  return { attribute, withholding, withholdingBasis: line(row, 'withholdingBasis', 500), reassessOn };
}

function validityOf(row: Row, formedOn: Day | null) {
  const validity = chosen(row, 'validity', validityWords) ?? 'valid';
  const endedOn = dayIn(row, 'endedOn');
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
  const publishedOn = dayIn(row, 'publishedOn');
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
