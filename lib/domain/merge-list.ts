/** The merged list, and the keys of what two people changed differently; that stays as it is now. */
export type MergedList<Item> = { items: Item[]; conflicting: ReadonlySet<string> };

type Likeness<Item> = { keyOf: (item: Item) => string; same: (one: Item, other: Item) => boolean };

/**
 * Three-way merge of a list by key: what one side alone changed, added, removed or moved is taken over. `base` and
 * `wanted` may be a part of the list: what neither names is not touched.
 */
export function mergeList<Item>(
  base: readonly Item[],
  wanted: readonly Item[],
  current: readonly Item[],
  { keyOf, same }: Likeness<Item>,
): MergedList<Item> {
  const byKey = (items: readonly Item[]) => new Map(items.map((item) => [keyOf(item), item]));
  const alike = (one: Item | undefined, other: Item | undefined) =>
    one === undefined || other === undefined ? one === other : same(one, other);
  const [before, mine, theirs] = [byKey(base), byKey(wanted), byKey(current)];
  const conflicting = new Set<string>();
  const kept = new Map<string, Item | undefined>();
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const [b, m, t] = [before.get(key), mine.get(key), theirs.get(key)];
    if (alike(m, t) || alike(m, b)) kept.set(key, t);
    else if (alike(t, b)) kept.set(key, m);
    else {
      conflicting.add(key);
      kept.set(key, t);
    }
  }
  const order = orderOf(base.map(keyOf), wanted.map(keyOf), current.map(keyOf));
  return { items: order.flatMap((key) => kept.get(key) ?? []), conflicting };
}

// Whoever moved something gives the order; where both did, those who saved first. What the other side added follows
// what it followed there.
function orderOf(base: readonly string[], wanted: readonly string[], current: readonly string[]): string[] {
  const [inWanted, inCurrent] = [new Set(wanted), new Set(current)];
  const shared = new Set(base.filter((key) => inWanted.has(key) && inCurrent.has(key)));
  const [was, mine, theirs] = [base, wanted, current].map((keys) => keys.filter((key) => shared.has(key)).join());
  const [lead, follow] = theirs === was && mine !== was ? [wanted, current] : [current, wanted];
  const order = [...lead];
  const placed = new Set(order);
  let previous: string | undefined;
  for (const key of follow) {
    if (!placed.has(key)) {
      order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, key);
      placed.add(key);
    }
    previous = key;
  }
  return order;
}
