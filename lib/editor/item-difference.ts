import { type Day, isDay } from '@/lib/domain/calendar/day';
import type { ItemDraft } from '@/lib/domain/items/content';
import type { ItemOp, ItemState } from '@/lib/domain/items/merge';
import { alike, keysOf, type ListName } from '@/lib/editor/item-places';

type SetField = Extract<ItemOp, { kind: 'set' }>['field'];

const fields: readonly SetField[] = [
  'title',
  'issuingBody',
  'documentNumber',
  'formedOn',
  'nodeId',
  'classId',
  'fieldId',
  'source',
  'attribute',
  'withholding',
  'withholdingBasis',
  'reassessOn',
  'validity',
  'endedOn',
  'normative',
  'ways',
  'correctionNote',
];

/** The operations that lead from one state of an item to another; of lists only the parts that differ, and what tells their place. */
export const itemDifference = (before: ItemState, after: ItemState): ItemOp[] => [
  ...fields.flatMap((field): ItemOp[] => setOp(field, before.draft, after.draft)),
  ...partsOp('body', before.draft, after.draft),
  ...partsOp('attachments', before.draft, after.draft),
  ...partsOp('relations', before.draft, after.draft),
  ...officeOps(before, after),
];

/** What makes a field hold another value; nothing where it holds it already. */
export function setOp<Field extends SetField>(
  field: Field,
  before: ItemDraft,
  after: Pick<ItemDraft, Field>,
): ItemOp[] {
  const [from, to] = [before[field], after[field]];
  // A border of types alone: the pair comes from one field of one shape.
  return alike(from, to) ? [] : [{ kind: 'set', field, from, to } as ItemOp];
}

function partsOp(name: ListName, before: ItemDraft, after: ItemDraft): ItemOp[] {
  if (before[name] === after[name]) return [];
  switch (name) {
    case 'body':
      return changed(before.body, after.body, keysOf.body).map((parts) => ({ kind: name, ...parts }));
    case 'attachments':
      return changed(before.attachments, after.attachments, keysOf.attachments).map((parts) => ({
        kind: name,
        ...parts,
      }));
    case 'relations':
      return changed(before.relations, after.relations, keysOf.relations).map((parts) => ({ kind: name, ...parts }));
  }
}

type Parts<Item> = { from: Item[]; to: Item[] };

function changed<Item>(before: Item[], after: Item[], keyOf: (item: Item) => string): Parts<Item>[] {
  const was = new Map(before.map((item) => [keyOf(item), item]));
  const is = new Map(after.map((item) => [keyOf(item), item]));
  const shared = (items: Item[], others: ReadonlyMap<string, Item>) =>
    items
      .map(keyOf)
      .filter((key) => others.has(key))
      .join('\n');
  if (shared(before, is) !== shared(after, was)) return [{ from: before, to: after }];
  const named = new Set<string>();
  for (const [at, item] of after.entries()) {
    const key = keyOf(item);
    const previous = after[at - 1];
    // What is new is put behind what it follows, so that this is named with it.
    if (!was.has(key) && previous !== undefined) named.add(keyOf(previous));
    if (!alike(was.get(key), item)) named.add(key);
  }
  for (const key of was.keys()) if (!is.has(key)) named.add(key);
  if (named.size === 0) return [];
  const pick = (items: Item[]) => items.filter((item) => named.has(keyOf(item)));
  return [{ from: pick(before), to: pick(after) }];
}

function officeOps({ office: before }: ItemState, { office: after }: ItemState): ItemOp[] {
  const keys = [...new Set([...Object.keys(before.reasons), ...Object.keys(after.reasons)])];
  const reasons = keys.map((key) => ({
    ...{ kind: 'reason' as const, key },
    ...{ from: before.reasons[key] ?? null, to: after.reasons[key] ?? null },
  }));
  const day = { kind: 'publishOn' as const, from: dayOrNone(before.publishOn), to: dayOrNone(after.publishOn) };
  return [...reasons, day].filter(({ from, to }) => from !== to);
}

const dayOrNone = (day: string | null): Day | null => (day !== null && isDay(day) ? day : null);
