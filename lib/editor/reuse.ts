/**
 * `after`, built from the parts of `before` wherever they are equal: what is drawn from an unchanged part need not be drawn
 * again when a whole state has come from the server.
 */
export function reuse<Value>(before: Value, after: Value): Value {
  if (Object.is(before, after) || !isTree(before) || !isTree(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  let same = Object.keys(before).length === Object.keys(after).length;
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(after)) {
    kept[key] = reuse((before as Record<string, unknown>)[key], value);
    same &&= key in before && Object.is(kept[key], (before as Record<string, unknown>)[key]);
  }
  if (same) return before;
  return (Array.isArray(after) ? Object.values(kept) : kept) as Value;
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
