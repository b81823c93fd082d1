/** An operation on one value: what it was based on, and what it wants. */
type Change<Value> = { from: Value; to: Value };

/** A draft that is values under names: what stands where an operation writes, and the operation carried out whatever stands there. */
export type NamedValues<State, Op extends Change<unknown>> = {
  valueUnder: (state: State, op: Op) => Op['from'];
  outright: (state: State, op: Op) => State;
};

/** An operation that found another value than it was based on. */
export type ValueConflict<Op extends Change<unknown>> = { op: Op; current: Op['from'] };

/** Applies what still fits and hands back the rest, as docs/decisions/saving-a-draft.md says. */
export function mergeValues<State, Op extends Change<unknown>>(
  { valueUnder, outright }: NamedValues<State, Op>,
  before: State,
  ops: readonly Op[],
): { state: State; applied: Op[]; conflicts: ValueConflict<Op>[] } {
  const merged = { state: before, applied: [] as Op[], conflicts: [] as ValueConflict<Op>[] };
  for (const op of ops) {
    const current = valueUnder(merged.state, op);
    // A value that already is as wanted counts as applied: this save, or someone else's, did it.
    if (current !== op.to && current !== op.from) {
      merged.conflicts.push({ op, current });
      continue;
    }
    if (current !== op.to) merged.state = outright(merged.state, op);
    merged.applied.push(op);
  }
  return merged;
}
