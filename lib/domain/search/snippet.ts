import { foldForSearch } from '@/lib/domain/search/fold';

/** A stretch of a text; marked where it is what was looked for. */
export type Stretch = { text: string; marked: boolean };

type Span = { from: number; to: number };

const around = 24; // characters shown before a word
const length = 96; // characters of all stretches together
const mostStretches = 3;
const mostMarks = 200;

/** The whole text with what was looked for marked. `words` are folded. */
export function marked(text: string, words: readonly string[]): Stretch[] {
  return stretches(text, { from: 0, to: text.length }, spansOf(text, words));
}

/**
 * The places of a long text that tell why it was found, each with its surroundings; its beginning where no word stands in
 * it. What is left out is shown by a gap (……). Never begins or ends within a character.
 */
export function snippets(text: string, words: readonly string[]): Stretch[][] {
  const spans = spansOf(text, words);
  const windows: Span[] = [];
  const first = firstOfEach(text, words).slice(0, mostStretches);
  for (const { from, to } of first) {
    const last = windows.at(-1);
    if (last && from < last.to) continue;
    const shown = Math.max(to - from + 2 * around, length / first.length);
    const window = whole(text, { from: from - around, to: from - around + shown });
    if (last && window.from <= last.to) last.to = window.to;
    else windows.push(window);
  }
  if (windows.length === 0) windows.push(whole(text, { from: 0, to: length }));
  return windows.map((window, at) => [
    ...(at === 0 && window.from > 0 ? [gap] : []),
    ...stretches(text, window, spans),
    ...(window.to < text.length ? [gap] : []),
  ]);
}

const gap: Stretch = { text: '……', marked: false };

/** Where each word stands first, in the order of the text. */
function firstOfEach(text: string, words: readonly string[]): Span[] {
  const folded = foldForSearch(text);
  return words
    .map((word) => ({ from: folded.indexOf(word), to: folded.indexOf(word) + word.length }))
    .filter(({ from }) => from >= 0)
    .sort((one, other) => one.from - other.from);
}

/** Every place where a word stands, those that touch as one. */
function spansOf(text: string, words: readonly string[]): Span[] {
  const folded = foldForSearch(text);
  const found: Span[] = [];
  for (const word of words) {
    for (
      let at = folded.indexOf(word);
      at >= 0 && found.length < mostMarks;
      at = folded.indexOf(word, at + word.length)
    ) {
      found.push({ from: at, to: at + word.length });
    }
  }
  const spans: Span[] = [];
  for (const span of found.sort((one, other) => one.from - other.from)) {
    const last = spans.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else spans.push({ ...span });
  }
  return spans;
}

function stretches(text: string, { from, to }: Span, spans: readonly Span[]): Stretch[] {
  const done: Stretch[] = [];
  let at = from;
  const add = (end: number, marked: boolean) => {
    if (end > at) done.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const span of spans) {
    if (span.to <= from || span.from >= to) continue;
    add(Math.max(span.from, from), false);
    add(Math.min(span.to, to), true);
  }
  add(to, false);
  return done;
}

/** The span within the text, widened where it would cut a character of two units in two. */
function whole(text: string, { from, to }: Span): Span {
  const start = Math.max(from, 0);
  const end = Math.min(Math.max(to, start), text.length);
  const cuts = (at: number) => /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
  return { from: cuts(start) ? start - 1 : start, to: cuts(end) ? end + 1 : end };
}
