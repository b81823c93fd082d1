import { type Glyphs, inOrder } from '@/lib/documents/reading/pdf-grid';

type Line = { text: string; x: number; y: number; size: number };
export type Sheet = { number: number; lines: readonly Line[] };

/** Runs of text on one base line are a line. */
export function linesOf(glyphs: readonly Glyphs[]): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, size } of inOrder(glyphs)) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < size / 3) last.text += text;
    else lines.push({ text, x, y, size });
  }
  return lines;
}

/** The paragraphs of a document. A page number where it should stand is none; anything else in its place is one. */
export function paragraphsOf(sheets: readonly Sheet[]): string[] {
  const paragraphs: { text: string; size: number }[] = [];
  for (const { number, lines } of sheets) {
    for (const { text, x, size, y } of lines) {
      if (y < typeArea.bottom && text.replace(/\s/g, '') === `—${number}—`) continue;
      const last = paragraphs.at(-1);
      const continues = last && Math.abs(last.size - size) < 1 && (size > 20 || isContinued(x, size));
      if (continues) last.text += text;
      else paragraphs.push({ text, size });
    }
  }
  return paragraphs.map(({ text }) => text);
}

// In points: the type area of GB/T 9704 begins 28 mm from the left, ends 35 mm from the foot, and a title is 22 pt.
const typeArea = { left: 79.4, bottom: 99.2 };

// A paragraph begins two characters in. The small print at the end begins at the edge, and its next lines stand in.
const isContinued = (x: number, size: number) =>
  size > 12 ? x < typeArea.left + size * 0.9 : x > typeArea.left + size * 0.9;
