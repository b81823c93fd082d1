import type { Quantity } from '@/lib/domain/report/rules/numerals';
import { type Sentence, sentencesOf } from '@/lib/domain/report/rules/prose';
import { type Mention, mentionsIn } from '@/lib/domain/report/rules/subjects';

/** A number in its sentence: what is said just before it, and what it is about. */
export type Clause = {
  sentence: Sentence;
  quantity: Quantity;
  /** From the last comma or number to the quantity, or from further back where that says nothing. */
  run: string;
  start: number;
  mention: Mention;
  /** The subject stands in an earlier clause or sentence, or in the heading. */
  inherited: boolean;
  year: number;
};

const comma = /[,:()]/;
const comparison = /增加|减少|增长|下降|上升|同比|环比|多于|少于|超过|较|比上|比去|相比|分别/;
const speaking = /新收|收到|受理|接收|接到|办|答复|回复|结转|制|印发|出台|发布|公布|公开|废止|有效/;

/** Null where the number compares, or where nothing says what it is about. */
export function clauseOf(
  sentence: Sentence,
  quantities: readonly Quantity[],
  index: number,
  mentions: readonly Mention[],
  year: number,
): Clause | null {
  const { plain } = sentence;
  const quantity = quantities[index];
  if (!quantity) return null;
  const floor = quantities[index - 1]?.end ?? 0;
  const behind = mentionBehind(plain, quantity, quantities[index + 1]?.start ?? plain.length, mentions);
  const adjacent = behind && behind.start - quantity.end <= (plain[quantity.end] === '的' ? 1 : 0) ? behind : null;

  let start = clauseStart(plain, quantity.start, floor);
  const inRun = () => mentions.findLast((mention) => mention.start >= start && mention.end <= quantity.start);
  const speaks = () => speaking.test(plain.slice(start, quantity.start));
  // 收到政府信息公开申请，共3件: where a clause says nothing by itself, the one before it belongs to it.
  for (let step = 0; step < 2 && start > floor && !inRun() && !speaks(); step += 1) {
    start = clauseStart(plain, start - 1, floor);
  }
  const run = plain.slice(start, quantity.start);
  if (comparison.test(run)) return null;
  const near = adjacent ?? inRun() ?? behind;
  const mention = near ?? mentions.findLast(({ end }) => end <= start) ?? mentionBefore(sentence);
  return mention ? { sentence, quantity, run, start: trimmed(plain, start), mention, inherited: !near, year } : null;
}

/** What one of the two sentences before it speaks of, or else the heading. */
export function mentionBefore(sentence: Sentence): Mention | undefined {
  const { position, passage } = sentence;
  const before = sentencesOf(passage)
    .slice(Math.max(0, position - 2), position)
    .flatMap(mentionsOf);
  return before.at(-1) ?? mentionsIn(sentence.passage.heading).at(-1);
}

const mentionsBySentence = new WeakMap<Sentence, readonly Mention[]>();

function mentionsOf(sentence: Sentence): readonly Mention[] {
  const known = mentionsBySentence.get(sentence) ?? mentionsIn(sentence.plain);
  mentionsBySentence.set(sentence, known);
  return known;
}

// 3件政府信息公开申请: the subject follows, unless another number claims it.
function mentionBehind(plain: string, quantity: Quantity, next: number, mentions: readonly Mention[]): Mention | null {
  let end = quantity.end;
  while (end < plain.length && end <= next && !comma.test(plain[end] ?? '')) end += 1;
  if (next < end) return null;
  return mentions.find(({ start }) => start >= quantity.end && start < end) ?? null;
}

function clauseStart(plain: string, before: number, floor: number): number {
  for (let at = before - 1; at >= floor; at -= 1) if (comma.test(plain[at] ?? '')) return at + 1;
  return floor;
}

const trimmed = (plain: string, start: number) => start + (/^[、和及并且,]*/.exec(plain.slice(start))?.[0].length ?? 0);
