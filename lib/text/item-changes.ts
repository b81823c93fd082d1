import type { ComparedField, ItemChange } from '@/lib/domain/items/changes';
import type { Relation } from '@/lib/domain/items/content';
import type { ChangeView } from '@/lib/text/changes';
import { dayInProse } from '@/lib/text/days';
import {
  attributeNames,
  itemFieldName,
  relationNames,
  sourceNames,
  validityNames,
  wayNames,
  withholdingNames,
} from '@/lib/text/items';

/** The changes of an item as a leader reads them. */
export const itemChangeViews = (changes: readonly ItemChange[]): ChangeView[] =>
  changes.flatMap((change) => (change.kind === 'unchanged' ? [] : [viewOf(change)]));

function viewOf(change: Exclude<ItemChange, { kind: 'unchanged' }>): ChangeView {
  const plain = { mark: '改动', unit: '', figure: false, parts: [] };
  const { before, after } = change;
  if (change.kind === 'field') {
    const shown = (value: unknown) => printed(change.field, value) || null;
    const title = itemFieldName(change.field);
    return { ...plain, place: change.field, title, before: shown(before), after: shown(after) };
  }
  const mark = change.before === null ? '新增1句' : change.after === null ? '删去1句' : '改动';
  const { block, parts } = change;
  return { ...plain, mark, place: `body#${block}`, title: '正文', before: change.before, after: change.after, parts };
}

/** How many sentences and rows are as they were. */
export const itemSentencesKept = (changes: readonly ItemChange[]) =>
  changes.reduce((sum, change) => sum + (change.kind === 'unchanged' ? change.sentences : 0), 0);

const named = (names: Readonly<Record<string, string>>) => (value: unknown) => names[String(value)] ?? '';
const day = (value: unknown) => (typeof value === 'string' ? dayInProse(value) : '');
const list = (value: unknown) => (Array.isArray(value) ? value : []);

const printers: Partial<Record<ComparedField, (value: unknown) => string>> = {
  formedOn: day,
  reassessOn: day,
  endedOn: day,
  source: named(sourceNames),
  attribute: named(attributeNames),
  withholding: named(withholdingNames),
  validity: named(validityNames),
  normative: (value) => (value === true ? '是' : '否'),
  ways: (value) => list(value).map(named(wayNames)).join('、'),
  attachments: (value) =>
    list(value)
      .map(({ name }: { name: string }) => name)
      .join('；'),
  relations: (value) =>
    list(value)
      .map(({ kind, title }: Relation) => `${relationNames[kind]}“${title}”`)
      .join('；'),
};

const printed = (field: ComparedField, value: unknown): string => printers[field]?.(value) ?? String(value ?? '');

/** Where a remark on an item is fixed, as people name it. */
export function itemPlaceName(place: string): string {
  if (place === '') return '全文';
  const [field = '', part] = place.split('#');
  return part ? `${itemFieldName(field)}的一处` : itemFieldName(field);
}

/** Element on the page at which a place of an item stands. */
export const itemPlaceId = (place: string) => `item-${place.replace('#', '-')}`;
