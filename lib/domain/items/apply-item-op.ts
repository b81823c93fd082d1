import { canonicalJson } from '@/lib/domain/canonical';
import { itemBody } from '@/lib/domain/items/body';
import type { ItemOffice, Relation } from '@/lib/domain/items/content';
import { bodyLimit, type ItemMerged, type ItemOp, type ItemValue, lengthOfBody } from '@/lib/domain/items/merge';
import { mergeList } from '@/lib/domain/merge-list';

/** Applies one operation to what is merged so far, or notes that it no longer fits. */
export function applyItemOp(merged: ItemMerged, op: ItemOp) {
  const { draft, office } = merged.state;
  switch (op.kind) {
    case 'set':
      return settle(merged, op, draft[op.field], () => {
        merged.state.draft = { ...draft, [op.field]: op.to };
      });
    case 'publishOn':
      return settle(merged, op, office.publishOn, () => {
        office.publishOn = op.to;
      });
    case 'reason':
      return settle(merged, op, reasonAt(office, op.key), () => {
        const { [op.key]: _, ...others } = office.reasons;
        office.reasons = op.to === null ? others : { ...others, [op.key]: op.to };
      });
    case 'body': {
      const { items, done, rest, clash } = mergeParts(op, draft.body, ({ id }) => id);
      if (lengthOfBody(items) > bodyLimit || !itemBody.safeParse(items).success)
        return void merged.conflicts.push({ op, current: draft.body });
      draft.body = items;
      return note(merged, done && { ...op, ...done }, rest && { op: { ...op, ...rest }, current: clash });
    }
    case 'attachments': {
      const { items, done, rest, clash } = mergeParts(op, draft.attachments, ({ sha256 }) => sha256);
      draft.attachments = items;
      return note(merged, done && { ...op, ...done }, rest && { op: { ...op, ...rest }, current: clash });
    }
    case 'relations': {
      const { items, done, rest, clash } = mergeParts(op, draft.relations, keyOfRelation);
      draft.relations = items;
      return note(merged, done && { ...op, ...done }, rest && { op: { ...op, ...rest }, current: clash });
    }
  }
}

/** Where a conflict, a remark or a finding on this operation's subject belongs: "title", "body#b3", "reason X". */
export function subjectsOfItemOp(op: ItemOp): string[] {
  switch (op.kind) {
    case 'set':
      return [op.field];
    case 'body':
      return [...op.from, ...op.to].map(({ id }) => `body#${id}`);
    case 'attachments':
      return [...op.from, ...op.to].map(({ sha256 }) => `attachments#${sha256}`);
    case 'relations':
      return [...op.from, ...op.to].map((each) => `relations#${keyOfRelation(each)}`);
    case 'reason':
      return [`reason ${op.key}`];
    case 'publishOn':
      return [op.kind];
  }
}

/** The operation without what it left alone: so it is kept. */
export function narrowedItemOp(op: ItemOp): ItemOp {
  switch (op.kind) {
    case 'body':
      return { ...op, ...differing(op) };
    case 'attachments':
      return { ...op, ...differing(op) };
    case 'relations':
      return { ...op, ...differing(op) };
    default:
      return op;
  }
}

// A key from outside may be the name of something that every object has.
const reasonAt = ({ reasons }: ItemOffice, key: string) =>
  Object.hasOwn(reasons, key) ? (reasons[key] ?? null) : null;

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);
const keyOfRelation = ({ kind, path }: Relation) => `${kind} ${path}`;

type Valued = Extract<ItemOp, { kind: 'set' | 'publishOn' | 'reason' }>;

// Compare and set. A value that already is as wanted counts as applied: this save, or someone else's, did it.
function settle(merged: ItemMerged, op: Valued, current: ItemValue, write: () => void) {
  const done = same(current, op.to);
  if (!done && !same(current, op.from)) {
    merged.conflicts.push({ op, current });
    return;
  }
  if (!done) write();
  merged.applied.push(op);
}

type Parts<Item> = { from: Item[]; to: Item[] };
type MergedParts<Item> = { items: Item[]; done: Parts<Item> | null; rest: Parts<Item> | null; clash: Item[] };

function mergeParts<Item>({ from, to }: Parts<Item>, current: Item[], keyOf: (item: Item) => string) {
  const { items, conflicting } = mergeList(from, to, current, { keyOf, same });
  const pick = (clashing: boolean) => (list: Item[]) =>
    list.filter((item) => conflicting.has(keyOf(item)) === clashing);
  const [fits, clashes] = [pick(false), pick(true)];
  const done = { from: fits(from), to: fits(to) };
  const merged: MergedParts<Item> = {
    items,
    done: conflicting.size === 0 || done.from.length + done.to.length > 0 ? done : null,
    rest: conflicting.size === 0 ? null : { from: clashes(from), to: clashes(to) },
    clash: clashes(current),
  };
  return merged;
}

function note(merged: ItemMerged, done: ItemOp | null, rest: ItemMerged['conflicts'][number] | null) {
  if (done) merged.applied.push(done);
  if (rest) merged.conflicts.push(rest);
}

function differing<Item>({ from, to }: Parts<Item>): Parts<Item> {
  const texts = (parts: readonly Item[]) => new Set(parts.map(canonicalJson));
  const [before, after] = [texts(from), texts(to)];
  const changed = {
    from: from.filter((part) => !after.has(canonicalJson(part))),
    to: to.filter((part) => !before.has(canonicalJson(part))),
  };
  // Only moved: the order is the change.
  return changed.from.length + changed.to.length > 0 ? changed : { from, to };
}
