import { z } from 'zod';
import type { InputProblem, Issue } from '@/lib/domain/issue';
import { textProblem } from '@/lib/domain/report/text-problem';

// What every form and every request body is made of. The message of a refusal is an InputProblem,
// which lib/text/issues.ts says in Chinese.

const say = (problem: InputProblem) => problem;

// Nobody sees them, and a name with one looks like a name without: controls, marks of direction, blanks without width.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** One line of text: trimmed, at most `max` characters, none that cannot be seen. */
export const line = (max: number) => optionalLine(max).min(1, say('required'));

/** The same, where nothing is also an answer. */
export const optionalLine = (max: number) =>
  z
    .string({ error: ({ input }) => say(input === undefined ? 'required' : 'malformed') })
    .overwrite((text) => text.normalize('NFC').trim())
    .max(max, say('too_long'))
    .refine((text) => !unseen.test(text), say('control_characters'));

/** Several lines: line breaks become \n; other controls, and what turns the direction of writing, are refused. */
export const words = (max: number) =>
  z
    .string({ error: ({ input }) => say(input === undefined ? 'required' : 'malformed') })
    .overwrite((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .max(max, say('too_long'))
    .refine((text) => textProblem(text.replaceAll('\t', ' '), 'lines') === null, say('control_characters'));

/** A password as typed: never trimmed; NFKC, so that full-width digits of an input method match. */
export const secret = z
  .string({ error: ({ input }) => say(input === undefined ? 'required' : 'malformed') })
  .overwrite((text) => text.normalize('NFKC'))
  .min(1, say('required'))
  .max(128, say('too_long'))
  .refine((text) => !/\p{Cc}|\p{Cs}/u.test(text), say('control_characters'));

/** The key of a row; anything that is not one cannot be a row. */
export const id = z.uuid({ error: () => say('malformed') });

/** A group of checkboxes: none, one or several values under one name. */
export const choices = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(100, say('too_long')));

const problems: Record<InputProblem, true> = {
  required: true,
  too_long: true,
  not_a_number: true,
  negative: true,
  fraction: true,
  too_many_places: true,
  too_large: true,
  doubtful_number: true,
  control_characters: true,
  not_a_day: true,
  day_to_come: true,
  before_publication: true,
  before_posting: true,
  unknown_choice: true,
  unknown_placeholder: true,
  malformed: true,
  personal_data: true,
};

export const isProblem = (text: string): text is InputProblem => Object.hasOwn(problems, text);

/** The problem that an address names; null for anything else. */
export const problemNamed = (text: unknown): InputProblem | null =>
  typeof text === 'string' && isProblem(text) ? text : null;

/** A refusal of a schema as issues, one a place. */
export function badInput({ issues }: z.ZodError): Issue[] {
  const first = new Map<string, z.core.$ZodIssue>();
  for (const issue of issues) {
    // Of a group of checkboxes the group is at fault, not its second box.
    const path = typeof issue.path.at(-1) === 'number' ? issue.path.slice(0, -1) : issue.path;
    const field = path.map(String).join('.');
    if (!first.has(field)) first.set(field, issue);
  }
  return [...first].map(([field, issue]) => ({ code: 'bad_input', field, problem: problemOf(issue) }));
}

function problemOf(issue: z.core.$ZodIssue): InputProblem {
  if (isProblem(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_large';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'negative';
    case 'invalid_value':
      return 'unknown_choice';
    default:
      return 'malformed';
  }
}
