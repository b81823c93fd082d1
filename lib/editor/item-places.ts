import type { ItemDraft, Relation } from '@/lib/domain/items/content';
import type { ItemState } from '@/lib/domain/items/merge';
import { mergeList } from '@/lib/domain/merge-list';

/** One thing of an item that two people can want differently, by its name: "title", "body#b3", "reason I-ALT:…". */
export type ItemSpot = { name: string };

export const keyOfRelation = ({ kind, path }: Pick<Relation, 'kind' | 'path'>) => `${kind} ${path}`;

/** How the parts of each list are told apart. */
export const keysOf = {
  body: ({ id }: ItemDraft['body'][number]) => id,
  attachments: ({ sha256 }: ItemDraft['attachments'][number]) => sha256,
  relations: keyOfRelation,
} as const;
export type ListName = keyof typeof keysOf;

type Parsed =
  | { kind: 'publishOn' }
  | { kind: 'reason'; key: string }
  | { kind: 'part'; list: ListName; key: string }
  | { kind: 'field'; field: Exclude<keyof ItemDraft, ListName> };

function parsed({ name }: ItemSpot): Parsed {
  if (name === 'publishOn') return { kind: 'publishOn' };
  if (name.startsWith('reason ')) return { kind: 'reason', key: name.slice('reason '.length) };
  const [, list, key] = /^(body|attachments|relations)#(.+)$/s.exec(name) ?? [];
  if (list && key) return { kind: 'part', list: list as ListName, key };
  return { kind: 'field', field: name as Exclude<keyof ItemDraft, ListName> }; // spots are named by the domain
}

/** What stands at a spot; null where nothing does. */
export function valueAt({ draft, office }: ItemState, spot: ItemSpot): unknown {
  const place = parsed(spot);
  switch (place.kind) {
    case 'publishOn':
      return office.publishOn;
    case 'reason':
      return office.reasons[place.key] ?? null;
    case 'part':
      return partOf(draft, place.list, place.key);
    case 'field':
      return draft[place.field];
  }
}

function partOf(draft: ItemDraft, list: ListName, key: string): unknown {
  switch (list) {
    case 'body':
      return draft.body.find((part) => keysOf.body(part) === key) ?? null;
    case 'attachments':
      return draft.attachments.find((part) => keysOf.attachments(part) === key) ?? null;
    case 'relations':
      return draft.relations.find((part) => keysOf.relations(part) === key) ?? null;
  }
}

export const alike = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** `to` with what `from` holds at a spot. */
export function copySpot(spot: ItemSpot, from: ItemState, to: ItemState): ItemState {
  const place = parsed(spot);
  const { draft, office } = to;
  switch (place.kind) {
    case 'publishOn':
      return { draft, office: { ...office, publishOn: from.office.publishOn } };
    case 'reason':
      return withReason(to, place.key, from.office.reasons[place.key] ?? null);
    case 'part':
      return { draft: withPart(place.list, place.key, from.draft, draft), office };
    case 'field':
      return { draft: { ...draft, [place.field]: from.draft[place.field] }, office };
  }
}

export function withReason({ draft, office }: ItemState, key: string, reason: string | null): ItemState {
  const { [key]: _, ...others } = office.reasons;
  return { draft, office: { ...office, reasons: reason === null ? others : { ...others, [key]: reason } } };
}

function withPart(list: ListName, key: string, from: ItemDraft, to: ItemDraft): ItemDraft {
  switch (list) {
    case 'body':
      return { ...to, body: copied(from.body, key, to.body, keysOf.body) };
    case 'attachments':
      return { ...to, attachments: copied(from.attachments, key, to.attachments, keysOf.attachments) };
    case 'relations':
      return { ...to, relations: copied(from.relations, key, to.relations, keysOf.relations) };
  }
}

// A part that is missing where it goes is put behind the one that it follows where it comes from.
function copied<Item>(from: readonly Item[], key: string, to: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const at = from.findIndex((item) => keyOf(item) === key);
  const found = from[at];
  if (!found) return to.filter((item) => keyOf(item) !== key);
  if (to.some((item) => keyOf(item) === key)) return to.map((item) => (keyOf(item) === key ? found : item));
  const before = new Set(from.slice(0, at).map(keyOf));
  const behind = to.findLastIndex((item) => before.has(keyOf(item))) + 1;
  return [...to.slice(0, behind), found, ...to.slice(behind)];
}

/** A list in which `from` gives way to `to`, whatever stands there; parts that neither names are not touched. */
export function laid<Item>(
  current: readonly Item[],
  from: readonly Item[],
  to: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  const named = new Set([...from, ...to].map(keyOf));
  const standing = current.filter((item) => named.has(keyOf(item)));
  return mergeList(standing, to, current, { keyOf, same: alike }).items;
}
