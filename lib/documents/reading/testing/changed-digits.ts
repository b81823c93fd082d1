import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect } from 'vitest';

type Node = DefaultTreeAdapterTypes.Node;
type Within = {
  /** Classes below which everything was signed; the title of the page always is. */
  signed: readonly string[];
  /** Classes and tags below which nothing was. */
  around?: readonly string[];
};

/** Where digits stand in what was signed of a page. */
function digitsIn(html: string, { signed, around = [] }: Within): number[] {
  const within = (node: Node, inside: boolean): number[] => {
    const tag = 'tagName' in node ? node.tagName : '';
    const classes = 'attrs' in node ? (node.attrs.find(({ name }) => name === 'class')?.value.split(' ') ?? []) : [];
    if ([tag, ...classes].some((name) => around.includes(name))) return [];
    const begins = tag === 'h1' || signed.some((name) => classes.includes(name));
    if ('childNodes' in node) return node.childNodes.flatMap((child) => within(child, inside || begins));
    const from = node.sourceCodeLocation?.startOffset ?? 0;
    return inside && 'value' in node ? [...node.value.matchAll(/\d/g)].map(({ index }) => from + index) : [];
  };
  return within(parse(html, { sourceCodeLocationInfo: true }), false);
}

/** Changes one of what is given, as often as `numRuns` says, and expects that the reading gives each change away. */
export async function expectEachChangeRead<Kept, Wrong>(
  kept: readonly Kept[],
  changed: (one: Kept, choice: number, digit: number) => Wrong,
  faultsOf: (wrong: Wrong, one: Kept) => Promise<readonly unknown[]>,
  numRuns: number,
) {
  const anywhere = fc.asyncProperty(
    fc.nat(),
    fc.nat(),
    fc.integer({ min: 1, max: 9 }),
    async (which, choice, digit) => {
      const one = kept[which % kept.length] ?? expect.fail('nothing to change');
      expect((await faultsOf(changed(one, choice, digit), one)).length).toBeGreaterThan(0);
    },
  );
  await fc.assert(anywhere, { numRuns, endOnFailure: true });
}

/** The same for one digit of a page. */
export async function expectEachDigitRead<Page extends { html: string }>(
  pages: readonly Page[],
  within: Within,
  faultsOf: (wrong: string, page: Page) => Promise<readonly unknown[]>,
  numRuns: number,
) {
  const read = pages.map((page) => ({ page, places: digitsIn(page.html, within) }));
  const changed = ({ page: { html }, places }: (typeof read)[number], choice: number, digit: number) => {
    const at = places[choice % places.length] ?? expect.fail('no digit');
    return `${html.slice(0, at)}${(Number(html[at]) + digit) % 10}${html.slice(at + 1)}`;
  };
  await expectEachChangeRead(read, changed, (wrong, { page }) => faultsOf(wrong, page), numRuns);
}
