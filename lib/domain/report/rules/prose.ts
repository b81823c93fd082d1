import type { Block, Report } from '@/lib/domain/report/content';
import type { Place } from '@/lib/domain/report/finding';
import type { ReportFormat } from '@/lib/domain/report/format';

/** One block of prose, with the text that the rules read and the way back to the text that people wrote. */
export type Passage = {
  /** 'preamble' or a narrative section. */
  section: string;
  block: string;
  kind: Block['kind'];
  text: string;
  /** Without blanks, in half-width signs, every kind of bracket round: widths and spaces mean nothing to a rule. */
  plain: string;
  /** Where each unit of `plain` stands in `text`. */
  at: readonly number[];
  /** The heading over it, as plain text. */
  heading: string;
};

/** A stretch between full stops, in offsets of the passage's plain text; `position` counts within the passage. */
export type Sentence = { passage: Passage; position: number; start: number; end: number; plain: string };

export function passagesOf(report: Report, format: ReportFormat): Passage[] {
  const narratives = format.sections.filter(({ kind }) => kind === 'narrative');
  return [
    ...passagesIn('preamble', report.preamble ?? []),
    ...narratives.flatMap(({ id }) => passagesIn(id, report.text?.[id] ?? [])),
  ];
}

function passagesIn(section: string, blocks: readonly Block[]): Passage[] {
  let heading = '';
  return blocks.map((block) => {
    const read = squeezed(block);
    if (block.kind !== 'paragraph' || /^\([一二三四五六七八九十]+\)/.test(read.plain))
      heading = read.plain.slice(0, 40);
    return { section, block: block.id, kind: block.kind, text: block.text, heading, ...read };
  });
}

// While someone types, all blocks but one stay the same objects.
const readByBlock = new WeakMap<Block, { text: string; read: ReturnType<typeof squeeze> }>();

export function squeezed(block: Block): ReturnType<typeof squeeze> {
  const known = readByBlock.get(block);
  if (known?.text === block.text) return known.read;
  const read = squeeze(block.text);
  readByBlock.set(block, { text: block.text, read });
  return read;
}

/** The text as the rules read it. */
export function squeeze(text: string): { plain: string; at: number[] } {
  const at: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const sign = code >= 0x4e00 && code <= 0x9fff ? text.charAt(i) : plainSign(code);
    if (sign === null) continue;
    plain += sign;
    at.push(i);
  }
  return { plain, at };
}

const brackets: Readonly<Record<string, string>> = {
  '〔': '(',
  '【': '(',
  '﹝': '(',
  '[': '(',
  '〕': ')',
  '】': ')',
  '﹞': ')',
  ']': ')',
};

function plainSign(code: number): string | null {
  if (code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d))
    return null;
  const sign = String.fromCharCode(code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code);
  return brackets[sign] ?? sign;
}

const stops = /[。;!?]/;

const sentencesByPassage = new WeakMap<Passage, readonly Sentence[]>();

export function sentencesOf(passage: Passage): readonly Sentence[] {
  const known = sentencesByPassage.get(passage);
  if (known) return known;
  const sentences: Sentence[] = [];
  let start = 0;
  for (const plain of passage.plain.split(stops)) {
    for (const piece of piecesOf(plain)) {
      sentences.push({ passage, position: sentences.length, start, end: start + piece.length, plain: piece });
      start += piece.length;
    }
    start += 1;
  }
  sentencesByPassage.set(passage, sentences);
  return sentences;
}

// Reading takes time with the square of a sentence: what nobody would write as one is read in pieces.
const longest = 600;

function piecesOf(plain: string): string[] {
  const pieces: string[] = [];
  let rest = plain;
  while (rest.length > longest) {
    const comma = rest.lastIndexOf(',', longest - 1);
    const end = comma > 0 ? comma + 1 : longest;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest ? [...pieces, rest] : pieces;
}

/** The place of a stretch of a passage's plain text, quoted as it is written. */
export function placeOf(passage: Passage, start: number, end: number): Place {
  const from = passage.at[start] ?? 0;
  const to = (passage.at[end - 1] ?? passage.text.length - 1) + 1;
  return {
    kind: 'text',
    section: passage.section,
    block: passage.block,
    start: from,
    end: to,
    quote: passage.text.slice(from, to),
  };
}

export const sectionPlace = (section: string): Place => ({ kind: 'section', section });
