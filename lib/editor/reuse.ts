/**
 * `after`, built from the parts of `before` wherever they are equal: what is drawn from an unchanged part need not be drawn
 * again when a whole state has come from the server.
 */
export function reuse<Value>(before: Value, after: Value): Value {
  if (Object.is(before, after) || !isTree(before) || !isTree(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const known = new Map<string, unknown>(Object.entries(before)); // a map, since a key may be called __proto__
  const kept = Object.entries(after).map(([key, value]): [string, unknown] => [key, reuse(known.get(key), value)]);
  if (known.size === kept.length && kept.every(([key, value]) => known.has(key) && Object.is(value, known.get(key))))
    return before;
  return (Array.isArray(after) ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as Value;
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
