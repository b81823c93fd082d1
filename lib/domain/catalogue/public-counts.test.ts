import { expect, test } from 'vitest';
import { type Cell, cellsIn, countOf, subtree, yearsOf } from '@/lib/domain/catalogue/public-counts';

const nodes = [
  { id: 'a', parentId: null },
  { id: 'b', parentId: 'a' },
  { id: 'c', parentId: 'b' },
  { id: 'd', parentId: null },
];
const cells: Cell[] = [
  { year: 2020, nodeId: 'c', classId: 'd', count: 3 },
  { year: 2021, nodeId: 'a', classId: null, count: 4 },
  { year: 2021, nodeId: null, classId: null, count: 1 },
  { year: 2020, nodeId: 'd', classId: 'd', count: 2 },
];

test('a node counts what lies below it, and a class what is of it, each once', () => {
  const count = (id: string) => countOf(cellsIn(cells, subtree(nodes, id)));
  expect({ a: count('a'), b: count('b'), d: count('d') }).toEqual({ a: 7, b: 3, d: 5 });
});

test('years come the latest first', () => {
  expect(yearsOf(cells)).toEqual([
    { year: 2021, count: 5 },
    { year: 2020, count: 5 },
  ]);
});
