import { diffArrays, diffChars } from 'diff';
import { cellsOf, valueAt } from '@/lib/domain/report/cells';
import type { Block, CellAddress, CellValue, Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

/** A stretch of a sentence that stayed, went or came. */
export type Part = { kind: 'same' | 'removed' | 'added'; text: string };

export type Change =
  | { kind: 'cell'; address: CellAddress; before: CellValue; after: CellValue }
  /** `block` is where the sentence stands, or stood if it went; null before or after: it came or went. */
  | { kind: 'sentence'; section: string; block: string; before: string | null; after: string | null; parts: Part[] }
  /** Sentences in a row that nobody touched, to be folded. */
  | { kind: 'unchanged'; section: string; sentences: number }
  | { kind: 'note'; before: string; after: string };

/**
 * What differs between two reports, cell by cell and sentence by sentence, in the order of the report. Between formats,
 * only cells that both have are compared. Paragraphs of one report are matched by id; those of another year by wording.
 */
export function changesBetween(format: ReportFormat, before: Report, after: Report): Change[] {
  const sections = ['preamble', ...format.sections.map(({ id }) => id)];
  const note = { kind: 'note' as const, before: before.correctionNote ?? '', after: after.correctionNote ?? '' };
  return [
    ...(note.before === note.after ? [] : [note]),
    ...sections.flatMap((section) => [
      ...cellChanges(format, section, before, after),
      ...textChanges(section, before, after),
    ]),
  ];
}

function cellChanges(format: ReportFormat, section: string, before: Report, after: Report): Change[] {
  const cells = cellsOf(format).filter(({ table }) => table.section === section);
  return cells.flatMap(({ address, table, row, column }): Change[] => {
    if (before.format !== after.format && before.tables[table.id]?.[row.id]?.[column.id] === undefined) return [];
    const [was, is] = [valueAt(before.tables, address), valueAt(after.tables, address)];
    return was === is ? [] : [{ kind: 'cell', address, before: was, after: is }];
  });
}

// No comparison takes longer than this many edits: past it, texts are simply shown one after the other.
const most = 1_000;

type Sentence = { block: string; kind: Block['kind']; text: string };

function textChanges(section: string, before: Report, after: Report): Change[] {
  const [was, is] = [blocksOf(before, section), blocksOf(after, section)];
  return proseChanges(section, was, is, { byId: before.year === after.year });
}

export type ProseChange = Extract<Change, { kind: 'sentence' | 'unchanged' }>;

/** What differs between two stretches of prose, sentence by sentence; paragraphs are matched by id, or by wording alone. */
export function proseChanges(
  section: string,
  was: readonly Block[],
  is: readonly Block[],
  { byId }: { byId: boolean },
): ProseChange[] {
  const pairs = byId ? pairsById(was, is) : [{ was: [...was], is: [...is] }];
  return folded(pairs.flatMap((pair) => sentenceChanges(section, sentencesOf(pair.was), sentencesOf(pair.is))));
}

const blocksOf = (report: Report, section: string) =>
  (section === 'preamble' ? report.preamble : report.text?.[section]) ?? [];

type Pair = { was: Block[]; is: Block[] };

// In the order of the new text; a paragraph that went stands where it stood, after the one before it.
function pairsById(was: readonly Block[], is: readonly Block[]): Pair[] {
  const pairs: Pair[] = is.map((block) => ({ was: was.filter(({ id }) => id === block.id), is: [block] }));
  for (const [position, block] of was.entries()) {
    if (is.some(({ id }) => id === block.id)) continue;
    const previous = was[position - 1]?.id;
    const place = pairs.findIndex((pair) => [...pair.was, ...pair.is].some(({ id }) => id === previous));
    pairs.splice(place + 1, 0, { was: [block], is: [] });
  }
  return pairs;
}

/** Sentences end with 。！？； where a closing quotation mark or bracket may follow, and with the line. */
export const splitSentences = (text: string): string[] =>
  text.match(/[^。！？；\n]*(?:[。！？；]+[”’」』）〉》]*\n?|\n)|[^。！？；\n]+$/g) ?? [];

const sentencesOf = (blocks: readonly Block[]): Sentence[] =>
  blocks.flatMap(({ id, kind, text }) => splitSentences(text).map((sentence) => ({ block: id, kind, text: sentence })));

function sentenceChanges(section: string, was: Sentence[], is: Sentence[]): ProseChange[] {
  const changes: ProseChange[] = [];
  let gone: Sentence[] = [];
  const comparator = (one: Sentence, other: Sentence) => one.text === other.text && one.kind === other.kind;
  const runs = diffArrays(was, is, { comparator, maxEditLength: most }) ?? [];
  if (runs.length === 0) return replaced(section, was, is);
  for (const { value, removed, added } of runs) {
    if (removed) {
      gone = value;
      continue;
    }
    if (added) {
      changes.push(...replaced(section, gone, value));
      gone = [];
      continue;
    }
    changes.push(...replaced(section, gone, []), { kind: 'unchanged', section, sentences: value.length });
    gone = [];
  }
  return [...changes, ...replaced(section, gone, [])];
}

// Sentences that went and came at one place are shown against each other as far as they are alike.
function replaced(section: string, gone: readonly Sentence[], came: readonly Sentence[]): ProseChange[] {
  const changes: ProseChange[] = [];
  const left = [...gone];
  const comparable = gone.length * came.length <= most;
  for (const sentence of came) {
    const match = comparable ? left.findIndex((other) => areAlike(other.text, sentence.text)) : -1;
    for (const lost of match > 0 ? left.splice(0, match) : []) changes.push(sentenceChange(section, lost, null));
    changes.push(sentenceChange(section, (match >= 0 && left.shift()) || null, sentence));
  }
  return [...changes, ...left.map((lost) => sentenceChange(section, lost, null))];
}

function sentenceChange(section: string, was: Sentence | null, is: Sentence | null): ProseChange {
  const [before, after] = [was?.text ?? null, is?.text ?? null];
  return { kind: 'sentence', section, block: (is ?? was)?.block ?? '', before, after, parts: partsOf(before, after) };
}

function partsOf(before: string | null, after: string | null): Part[] {
  if (before === null || after === null) {
    const text = before ?? after;
    return text ? [{ kind: before === null ? 'added' : 'removed', text }] : [];
  }
  const runs = diffChars(before, after, { maxEditLength: most }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return runs.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Whether one sentence is another reworded: at least half of the longer one is kept. */
function areAlike(one: string, other: string): boolean {
  const [short, long] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  if (short * 2 < long) return false;
  const runs = diffChars(one, other, { maxEditLength: Math.min(short, most) }) ?? [];
  const kept = runs.reduce((sum, { value, added, removed }) => (added || removed ? sum : sum + value.length), 0);
  return kept * 2 >= long;
}

function folded(changes: readonly ProseChange[]): ProseChange[] {
  const result: ProseChange[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (change.kind === 'unchanged' && last?.kind === 'unchanged') last.sentences += change.sentences;
    else result.push(change.kind === 'unchanged' ? { ...change } : change);
  }
  return result;
}
