import { subjectsOfItemOp } from '@/lib/domain/items/apply-item-op';
import { type ItemOp, type ItemState, itemOpIssues, mergeItem } from '@/lib/domain/items/merge';
import type { DraftKind } from '@/lib/editor/draft-kind';
import { itemDifference } from '@/lib/editor/item-difference';
import { alike, copySpot, type ItemSpot, keysOf, laid, valueAt, withReason } from '@/lib/editor/item-places';

export type ItemTypes = { state: ItemState; op: ItemOp; place: ItemSpot; conflict: { op: ItemOp } };

/** The draft of an item as a browser holds it. */
export const itemKind: DraftKind<ItemTypes> = {
  merge: mergeItem,
  issuesOf: (op) => itemOpIssues([op]),
  difference: itemDifference,
  isBasedOn,
  outright,
  placesOf: ({ op }) => [...new Set(subjectsOfItemOp(op))].map((name) => ({ name })),
  placeName: ({ name }) => name,
  agree: (spot, one, other) => alike(valueAt(one, spot), valueAt(other, spot)),
  copyPlace: copySpot,
};

function isBasedOn(state: ItemState, op: ItemOp): boolean {
  switch (op.kind) {
    case 'body':
    case 'attachments':
    case 'relations':
      return state.draft[op.kind] === op.from;
    case 'set':
      return alike(state.draft[op.field], op.from);
    case 'publishOn':
      return state.office.publishOn === op.from;
    case 'reason':
      return (state.office.reasons[op.key] ?? null) === op.from;
  }
}

function outright(state: ItemState, op: ItemOp): ItemState {
  const { draft, office } = state;
  switch (op.kind) {
    case 'body':
      return { draft: { ...draft, body: replaced(draft.body, op, keysOf.body) }, office };
    case 'attachments':
      return { draft: { ...draft, attachments: replaced(draft.attachments, op, keysOf.attachments) }, office };
    case 'relations':
      return { draft: { ...draft, relations: replaced(draft.relations, op, keysOf.relations) }, office };
    case 'set':
      return { draft: { ...draft, [op.field]: op.to }, office };
    case 'publishOn':
      return { draft, office: { ...office, publishOn: op.to } };
    case 'reason':
      return withReason(state, op.key, op.to);
  }
}

// Nearly always the whole list as the person saw it.
const replaced = <Item>(current: Item[], { from, to }: { from: Item[]; to: Item[] }, keyOf: (item: Item) => string) =>
  current === from ? to : laid(current, from, to, keyOf);
