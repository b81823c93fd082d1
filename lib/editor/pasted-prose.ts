import type { Block } from '@/lib/domain/report/content';
import { type Element, elementsOf, isHidden, type Markup, rawTextOf, textOf, tidy } from '@/lib/editor/markup';

/** A paragraph or heading as pasted: text and level, nothing else. */
export type Prose = { kind: Block['kind']; text: string };

const blocks = new Set(
  'address article aside blockquote body dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** The paragraphs of pasted HTML (Word, WPS, a page). A table gives one paragraph a row; pictures are dropped. */
export function proseOfMarkup(markup: Markup): Prose[] {
  if (typeof markup === 'string') return proseOfText(tidy(markup));
  if (isHidden(markup)) return [];
  if (markup.tag === 'tr') return [{ kind: 'paragraph' as const, text: cellsOf(markup) }].filter(hasText);
  if (!holdsBlocks(markup)) return linesOf(markup);
  return runsOf(markup).flatMap((run) =>
    Array.isArray(run) ? linesOf({ ...markup, tag: 'p', children: run }) : proseOfMarkup(run),
  );
}

/** The paragraphs of plain text, one a line. */
export const proseOfText = (text: string): Prose[] =>
  text
    .split(/\r\n|[\r\n\u2028\u2029\v\f]/)
    .map((line) => asProse(tidy(line), null))
    .filter(hasText);

const hasText = ({ text }: Prose) => text !== '';
const cellsOf = (row: Element) =>
  elementsOf({ ...row, tag: 'div' }, 'td', 'th')
    .map(textOf)
    .filter((text) => text !== '')
    .join('　');

const holdsBlocks = (element: Element): boolean =>
  element.children.some(
    (child) => typeof child !== 'string' && !isHidden(child) && (blocks.has(child.tag) || holdsBlocks(child)),
  );

// Text that stands between blocks belongs together; a block, or what holds one, stands alone.
function runsOf({ children }: Element): (Markup[] | Element)[] {
  const runs: (Markup[] | Element)[] = [];
  for (const child of children) {
    const last = runs.at(-1);
    if (typeof child !== 'string' && (blocks.has(child.tag) || holdsBlocks(child))) runs.push(child);
    else if (Array.isArray(last)) last.push(child);
    else runs.push([child]);
  }
  return runs;
}

// A <br> is a paragraph mark here; a plain line break in the source is not.
const linesOf = (element: Element): Prose[] =>
  splitAtBreaks(element)
    .map((line) => asProse(tidy(line), levelOf(element)))
    .filter(hasText);

const splitAtBreaks = (element: Element) => rawTextOf(markBreaks(element)).split('\u2028');

const markBreaks = (markup: Markup): Markup =>
  typeof markup === 'string'
    ? markup.replace(/\u2028/g, ' ')
    : markup.tag === 'br'
      ? '\u2028'
      : { ...markup, children: markup.children.map(markBreaks) };

/** Level of a real heading style, null for a paragraph. */
function levelOf({ tag, attributes }: Element): number | null {
  const outline = /mso-outline-level:\s*([1-9])/i.exec(attributes.style ?? '')?.[1];
  const level = /^h([1-6])$/.exec(tag)?.[1] ?? outline;
  return level === undefined ? null : Number(level);
}

const secondLevel = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
const thirdLevel = /^\d{1,2}[.．、]/;

// A line of the form （一）… without a full stop is a heading even where the writer used no style; a numbered line is one
// only where it has a heading style, because lists look the same.
function asProse(text: string, level: number | null): Prose {
  if (secondLevel.test(text) && (level !== null || looksLikeHeading(text))) return { kind: 'heading2', text };
  if (level === null) return { kind: 'paragraph', text };
  if (thirdLevel.test(text)) return { kind: 'heading3', text };
  return { kind: level <= 2 ? 'heading2' : 'heading3', text };
}

const looksLikeHeading = (text: string) => text.length <= 40 && !/[。；：！？，]$|。/.test(text);
