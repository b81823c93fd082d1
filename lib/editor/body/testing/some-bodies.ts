import fc from 'fast-check';
import type { ItemBlock, ItemBody, Run, TableCell } from '@/lib/domain/items/body';

// Bodies as the editor keeps them: neighbouring stretches differ in their address, every cell of a table has its place.

const text = fc.string({
  unit: fc.constantFrom('公', '开', '栏', '1', '。', ' ', '\n', '𠮷'),
  minLength: 1,
  maxLength: 6,
});
const href = fc.constantFrom(undefined, 'https://www.gov.cn/', 'http://a.cn/b?c=1', 'mailto:a@b.cn', 'tel:0379-1');

const runs: fc.Arbitrary<Run[]> = fc.array(fc.record({ text, href }), { maxLength: 4 }).map((list) => {
  const apart: Run[] = [];
  for (const { text: said, href: to } of list) {
    if (apart.length > 0 && apart.at(-1)?.href === to) continue;
    apart.push(to === undefined ? { text: said } : { text: said, href: to });
  }
  return apart;
});

const id = fc.string({ unit: fc.constantFrom('a', 'b', '1', '_', '-'), minLength: 1, maxLength: 4 });

/** A grid cut into rectangles, none of which reaches from the headings into the rest. */
const table: fc.Arbitrary<Omit<Extract<ItemBlock, { kind: 'table' }>, 'id'>> = fc
  .record({
    height: fc.integer({ min: 1, max: 5 }),
    width: fc.integer({ min: 1, max: 5 }),
    header: fc.nat(3),
    spans: fc.array(fc.record({ across: fc.integer({ min: 1, max: 3 }), down: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 25,
      maxLength: 25,
    }),
    texts: fc.array(runs, { minLength: 25, maxLength: 25 }),
  })
  .map(({ height, width, header, spans, texts }) => {
    const headerRows = Math.min(header, height);
    const taken = new Set<string>();
    const rows = Array.from({ length: height }, (_, row) => {
      const cells: TableCell[] = [];
      for (let column = 0; column < width; column += 1) {
        if (taken.has(`${row}/${column}`)) continue;
        const { across, down } = spans[row * 5 + column] ?? { across: 1, down: 1 };
        const end = row < headerRows ? headerRows : height;
        const rowspan = Math.min(down, end - row);
        let colspan = 1;
        while (colspan < across && column + colspan < width && !taken.has(`${row}/${column + colspan}`)) colspan += 1;
        for (let r = row; r < row + rowspan; r += 1)
          for (let c = column; c < column + colspan; c += 1) taken.add(`${r}/${c}`);
        cells.push({
          runs: texts[row * 5 + column] ?? [],
          ...(colspan > 1 && { colspan }),
          ...(rowspan > 1 && { rowspan }),
        });
      }
      return cells;
    });
    return { kind: 'table' as const, headerRows, rows };
  });

const block = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    runs,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    entries: fc.array(runs, { minLength: 1, maxLength: 3 }),
  }),
  table,
  fc.record({
    kind: fc.constant('image' as const),
    sha256: fc.constantFrom('a'.repeat(64), '0123456789abcdef'.repeat(4)),
    alt: fc.string({ maxLength: 5 }),
  }),
);

/** Any body but the one that an editor can't tell from none: a single empty paragraph. */
export const someBodies: fc.Arbitrary<ItemBody> = fc
  .uniqueArray(fc.tuple(id, block), { selector: ([name]) => name, maxLength: 5 })
  .map((pairs) => pairs.map(([name, rest]): ItemBlock => ({ id: name, ...rest })))
  .filter(([only, ...others]) => others.length > 0 || only?.kind !== 'paragraph' || only.runs.length > 0);
