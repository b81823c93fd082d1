import type { Run } from '@/lib/domain/items/body';
import type { PastedPicture, Piece, Style } from '@/lib/editor/body/pasted-pieces';
import { type Element, squeezed, tidy } from '@/lib/editor/markup';

/** One line of text, with the style of its paragraph and the mark that stands before it. */
export type Line = { kind: 'line'; runs: Run[]; mark: string; style: Style };

/** What comes between lines. */
export type Apart = { kind: 'table'; table: Element } | PastedPicture;

/** Pieces as lines: a line ends with its paragraph or at a <br>. Lines in which nothing stands are left out. */
export function linesOf(pieces: readonly Piece[]): (Line | Apart)[] {
  const lines: (Line | Apart)[] = [];
  let open: Extract<Piece, { piece: 'text' | 'mark' }>[] = [];
  const close = () => {
    const line = lineOf(open);
    if (line) lines.push(line);
    open = [];
  };
  for (const piece of pieces) {
    if (piece.piece === 'text' || piece.piece === 'mark') open.push(piece);
    else if (piece.piece !== 'lost') close();
    if (piece.piece === 'table') lines.push({ kind: 'table', table: piece.table });
    if (piece.piece === 'picture') lines.push(piece.picture);
  }
  close();
  return lines;
}

function lineOf(pieces: readonly Extract<Piece, { piece: 'text' | 'mark' }>[]): Line | null {
  const texts = pieces.flatMap((piece) => (piece.piece === 'text' ? [piece] : []));
  const runs = tidyRuns(texts.map(({ text, href }) => (href === null ? { text } : { text, href })));
  const [first] = pieces;
  if (!first || runs.length === 0) return null;
  const mark = tidy(pieces.map((piece) => (piece.piece === 'mark' ? piece.text : '')).join(''));
  return { kind: 'line', runs, mark, style: (texts[0] ?? first).style };
}

/** One space at most between words, none at the ends. */
function tidyRuns(runs: readonly Run[]): Run[] {
  const tidied: Run[] = [];
  for (const run of joined(runs)) {
    const text = squeezed(run.text);
    const before = tidied.at(-1);
    const shown = before === undefined || before.text.endsWith(' ') ? text.replace(/^[\s\u3000]+/, '') : text;
    if (shown !== '') tidied.push({ ...run, text: shown });
  }
  return withoutTail(tidied);
}

function withoutTail(runs: readonly Run[]): Run[] {
  const last = runs.at(-1);
  if (!last) return [];
  const text = last.text.replace(/[\s\u3000]+$/, '');
  return text === '' ? withoutTail(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }];
}

export const textOfLine = ({ runs }: Pick<Line, 'runs'>) => runs.map(({ text }) => text).join('');

/** Several lines as one stretch of text, as an entry or a cell holds them. */
export const inOne = (lines: readonly { runs: readonly Run[] }[]): Run[] =>
  joined(lines.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: '\n' }, ...runs])));

/** Neighbours with the same address are one. */
export function joined(runs: readonly Run[]): Run[] {
  const together: Run[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if (last && last.href === run.href) last.text += run.text;
    else together.push({ ...run });
  }
  return together;
}
