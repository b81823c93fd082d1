import type { Block } from '@/lib/domain/report/content';

/** The merged paragraphs, and the ids of those that two people changed differently; these stay as they are now. */
type MergedBlocks = { blocks: Block[]; conflicting: ReadonlySet<string> };

/**
 * Three-way merge of paragraphs by id: what one side alone changed, added, removed or moved is taken over. `base` and
 * `wanted` may be a part of the section: paragraphs that neither names are not touched.
 */
export function mergeBlocks(base: readonly Block[], wanted: readonly Block[], current: readonly Block[]): MergedBlocks {
  const [before, mine, theirs] = [byId(base), byId(wanted), byId(current)];
  const conflicting = new Set<string>();
  const kept = new Map<string, Block>();
  for (const id of new Set([...theirs.keys(), ...mine.keys()])) {
    const [b, m, t] = [before.get(id), mine.get(id), theirs.get(id)];
    if (same(m, t) || same(m, b)) keep(kept, t);
    else if (same(t, b)) keep(kept, m);
    else {
      conflicting.add(id);
      keep(kept, t);
    }
  }
  const order = orderOf(idsOf(base), idsOf(wanted), idsOf(current));
  return { blocks: order.flatMap((id) => kept.get(id) ?? []), conflicting };
}

// Whoever moved paragraphs gives the order; where both did, those who saved first. What the other side added follows
// the paragraph that it followed there.
function orderOf(base: readonly string[], wanted: readonly string[], current: readonly string[]): string[] {
  const shared = new Set(base.filter((id) => wanted.includes(id) && current.includes(id)));
  const [was, mine, theirs] = [base, wanted, current].map((ids) => ids.filter((id) => shared.has(id)).join());
  const [lead, follow] = theirs === was && mine !== was ? [wanted, current] : [current, wanted];
  const order = [...lead];
  for (const [position, id] of follow.entries()) {
    if (order.includes(id)) continue;
    const previous = follow.slice(0, position).findLast((other) => order.includes(other));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
  }
  return order;
}

const byId = (blocks: readonly Block[]) => new Map(blocks.map((block) => [block.id, block]));
const idsOf = (blocks: readonly Block[]) => blocks.map(({ id }) => id);
const same = (one: Block | undefined, other: Block | undefined) =>
  one?.text === other?.text && one?.kind === other?.kind;

function keep(kept: Map<string, Block>, block: Block | undefined): void {
  if (block) kept.set(block.id, block);
}
