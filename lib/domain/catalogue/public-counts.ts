/** How many are public of one year, node and class. A report has no node. */
export type Cell = { year: number; nodeId: string | null; classId: string | null; count: number };

type Node = { id: string; parentId: string | null };

/** A node with all that lie below it. */
export function subtree(nodes: readonly Node[], id: string): string[] {
  const below = nodes.filter((node) => node.parentId === id && node.id !== id);
  return [id, ...below.flatMap((node) => subtree(nodes, node.id))];
}

/** Those that lie in one of the nodes, or have one of them as their class. */
export const cellsIn = (cells: readonly Cell[], nodeIds: readonly string[]): Cell[] =>
  cells.filter(({ nodeId, classId }) => [nodeId, classId].some((id) => id !== null && nodeIds.includes(id)));

export const countOf = (cells: readonly Cell[]): number => cells.reduce((sum, { count }) => sum + count, 0);

/** Each year of which there is something, the latest first. */
export function yearsOf(cells: readonly Cell[]): { year: number; count: number }[] {
  const years = new Map<number, number>();
  for (const { year, count } of cells) years.set(year, (years.get(year) ?? 0) + count);
  return [...years].map(([year, count]) => ({ year, count })).sort((one, other) => other.year - one.year);
}

/** A node with how much is in it and below it. */
export type Counted<Of> = Of & { count: number; below: Counted<Of>[] };

/** The tree of the catalogue, counted. What is closed and has nothing in it is left out. */
export function countedTree<Of extends Node & { closed: boolean }>(
  nodes: readonly Of[],
  cells: readonly Cell[],
  parentId: string | null = null,
): Counted<Of>[] {
  return nodes
    .filter((node) => node.parentId === parentId)
    .map((node) => ({
      ...node,
      count: countOf(cellsIn(cells, subtree(nodes, node.id))),
      below: countedTree(nodes, cells, node.id),
    }))
    .filter(({ closed, count, below }) => !closed || count > 0 || below.length > 0);
}
