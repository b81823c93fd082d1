import type { ItemBlock, Run } from '@/lib/domain/items/body';
import { type Apart, inOne, joined, type Line, textOfLine } from '@/lib/editor/body/pasted-lines';
import type { Entry } from '@/lib/editor/body/pasted-pieces';

type Nameless<Block> = Block extends { id: string } ? Omit<Block, 'id'> : never;
type Written = Exclude<Nameless<ItemBlock>, { kind: 'image' | 'table' }>;

/** Headings, paragraphs and lists of pasted lines; what stands between them stays where it is. */
export function writtenBlocks(lines: readonly (Line | Apart)[]): (Written | Apart)[] {
  const blocks: (Written | Apart)[] = [];
  let open: ListLine[] = [];
  const close = () => {
    blocks.push(...listsOf(open));
    open = [];
  };
  for (const line of lines) {
    const entry = line.kind === 'line' ? entryOf(line) : null;
    if (line.kind === 'line' && entry) {
      open.push({ ...line, entry });
      continue;
    }
    close();
    blocks.push(line.kind === 'line' ? proseOf(line) : line);
  }
  close();
  return blocks;
}

type ListLine = Line & { entry: Known };
type Known = Entry & { ordered: boolean };

/** The entry that a line belongs to, as far as a list of this house can hold it; null where its mark is part of the text. */
function entryOf({ style: { entry, level }, mark }: Line): Known | null {
  if (!entry) return null;
  if (entry.ordered !== null) return { ...entry, ordered: entry.ordered };
  const number = /^(\d{1,3})[.．、]$/.exec(mark)?.[1];
  if (level !== null) return null;
  if (number !== undefined) return { ...entry, ordered: true, number: Number(number) };
  // Symbol fonts write their dots as letters: l, n, u, Ø, §.
  return /^([^\p{L}\p{N}]{1,2}|\p{L})$/u.test(mark) && !/^\p{Script=Han}/u.test(mark)
    ? { ...entry, ordered: false }
    : null;
}

type Group = { ordered: boolean; entries: { entry: Known; lines: ListLine[] }[] };

/** Lists as they can be kept: counted from 1 without a gap, or not counted. Of others the numbers are text. */
function listsOf(lines: readonly ListLine[]): Written[] {
  const nested = new Set(lines.map(({ entry }) => entry.depth)).size > 1;
  const counted = lines.some(({ entry }) => entry.ordered);
  if (nested && counted) return lines.map(spelledOut);
  return groupsOf(lines).flatMap(({ ordered, entries }): Written[] => {
    if (ordered && entries[0]?.entry.number !== 1) return entries.flatMap((each) => each.lines.map(spelledOut));
    return [{ kind: 'list', ordered, entries: entries.map((each) => inOne(each.lines)) }];
  });
}

function groupsOf(lines: readonly ListLine[]): Group[] {
  const groups: Group[] = [];
  for (const line of lines) {
    const { entry } = line;
    const group = groups.at(-1);
    const last = group?.entries.at(-1);
    if (last && last.entry.name === entry.name) last.lines.push(line);
    else if (group && last && follows(last.entry, entry)) group.entries.push({ entry, lines: [line] });
    else groups.push({ ordered: entry.ordered, entries: [{ entry, lines: [line] }] });
  }
  return groups;
}

const follows = (before: Known, entry: Known) =>
  before.ordered === entry.ordered && (!entry.ordered || entry.number === (before.number ?? 0) + 1);

const spelledOut = (line: ListLine, at: number, all: readonly ListLine[]): Written => {
  const { ordered, number, name } = line.entry;
  const first = all[at - 1]?.entry.name !== name;
  const mark = line.mark || (ordered && number !== null ? `${number}.` : '');
  return proseOf({ ...line, mark: first && ordered ? mark : '' });
};

/** A heading or a paragraph, with its mark where it has one. */
function proseOf(line: Line): Written {
  const runs: Run[] = joined([...(line.mark ? [{ text: line.mark }] : []), ...line.runs]);
  const level = headingLevel(textOfLine({ runs }), line.style.level);
  return level === null ? { kind: 'paragraph', runs } : { kind: 'heading', level, runs };
}

const first = /^[一二三四五六七八九十]{1,3}、/;
const second = /^[（(][一二三四五六七八九十]{1,3}[）)]/;
const third = /^\d{1,2}[.．、]/;

// 一、 and （一） without a full stop are headings even where the writer used no style; a numbered line is one only where it
// has a heading style, because lists look the same.
function headingLevel(text: string, level: number | null): 1 | 2 | 3 | null {
  const plain = level === null;
  if (first.test(text) && (!plain || looksLikeHeading(text))) return 1;
  if (second.test(text) && (!plain || looksLikeHeading(text))) return 2;
  if (plain) return null;
  if (third.test(text)) return 3;
  return level === 1 || level === 2 ? level : 3;
}

const looksLikeHeading = (text: string) => text.length <= 40 && !/[。；：！？，]$|。/.test(text);
