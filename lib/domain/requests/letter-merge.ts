import { z } from 'zod';
import { badInput } from '@/lib/domain/input';
import type { InputProblem, Issue } from '@/lib/domain/issue';
import { mergeValues, type ValueConflict } from '@/lib/domain/named-values';
import { textProblem } from '@/lib/domain/report/text-problem';
import { factName, type LetterState, letterLimits, type OwnPart, ownParts } from '@/lib/domain/requests/letter-draft';
import { mannerParts, mannerWords } from '@/lib/domain/requests/letter-manner';

// Saving the draft of a letter, as docs/decisions/saving-a-draft.md says. What is empty is absent.

const text = z.string().max(8_000);

export const letterOp = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact'), name: factName, from: text, to: text }),
  z.strictObject({ kind: z.literal('manner'), name: z.enum(ownParts), from: text, to: text }),
  z.strictObject({ kind: z.literal('restates'), from: text, to: text }),
]);
export type LetterOp = z.infer<typeof letterOp>;

/** Body of a save. `saveId` makes a second delivery harmless; `base` is the version that the browser last saw. */
export const letterSave = z.strictObject({
  saveId: z.uuid(),
  base: z.int().min(0),
  changes: z.array(letterOp).min(1).max(400),
});
export type LetterSave = z.infer<typeof letterSave>;

export type LetterConflict = ValueConflict<LetterOp>;

/** Applies what still fits and hands back the rest. `letterOpIssues` has found nothing to refuse in `ops`. */
export const mergeLetter = (before: LetterState, ops: readonly LetterOp[]) =>
  mergeValues({ valueUnder, outright }, before, ops);

/** What an operation is about, by name: "search.on", "closing", "restates". No fact is called like a part in own words. */
export const subjectOfLetterOp = (op: LetterOp): string => (op.kind === 'restates' ? op.kind : op.name);

export const isOwnPart = (name: string): name is OwnPart => ownParts.some((part) => part === name);

/** What stands under a name; empty where nothing does. */
export function letterValueAt({ draft, office }: LetterState, name: string): string {
  if (name === 'restates') return office.restates;
  if (isOwnPart(name)) return draft.manner[name];
  return Object.hasOwn(draft.facts, name) ? (draft.facts[name] ?? '') : '';
}

/** What makes a name hold another text; nothing where it holds it already. */
export function setLetter(state: LetterState, name: string, to: string): LetterOp[] {
  const from = letterValueAt(state, name);
  if (from === to) return [];
  if (name === 'restates') return [{ kind: 'restates', from, to }];
  return [isOwnPart(name) ? { kind: 'manner', name, from, to } : { kind: 'fact', name, from, to }];
}

const valueUnder = (state: LetterState, op: LetterOp) => letterValueAt(state, subjectOfLetterOp(op));

/** An operation carried out whatever stands there. */
export function outright({ draft, office }: LetterState, op: LetterOp): LetterState {
  switch (op.kind) {
    case 'restates':
      return { draft, office: { ...office, restates: op.to } };
    case 'manner':
      return { draft: { ...draft, manner: { ...draft.manner, [op.name]: op.to } }, office };
    case 'fact': {
      const { [op.name]: _, ...others } = draft.facts;
      return { draft: { ...draft, facts: op.to === '' ? others : { ...others, [op.name]: op.to } }, office };
    }
  }
}

/** What stands in the way of applying operations to a letter, whatever it holds. */
export const letterOpIssues = (ops: readonly LetterOp[]): Issue[] => ops.flatMap(issuesOf);

function issuesOf(op: LetterOp): Issue[] {
  const [field, limit] = [subjectOfLetterOp(op), letterLimits[op.kind]];
  const problem: InputProblem | null = op.to.length > limit ? 'too_long' : textProblem(op.to, 'lines');
  if (problem) return [{ code: 'bad_input', field, problem }];
  // A placeholder that nobody fills in would be printed as it is.
  const read = isOwnWords(op) ? mannerWords.safeParse(op.to) : null;
  if (!read?.error) return [];
  return badInput(read.error).flatMap((issue) => (issue.code === 'bad_input' ? [{ ...issue, field }] : []));
}

const isOwnWords = ({ kind, ...op }: LetterOp) =>
  kind === 'manner' && 'name' in op && mannerParts.some((part) => part === op.name);
