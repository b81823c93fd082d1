import { expect, test } from 'vitest';
import { line, words } from '@/lib/domain/input';

const problemsOf = (schema: ReturnType<typeof line>, text: string) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

const unseen = ['\0', '\u0085', '\u200b', '\u200d', '\u202e', '\u2066', '\u2028', '\u00ad', '\ud800', '\u{e0041}'];

test.each(unseen.map((sign) => [sign.codePointAt(0)?.toString(16), sign]))(
  'one line has no sign that nobody sees: %s',
  (_, sign) => {
    expect(problemsOf(line(30), `陈${sign}某`)).toEqual(['control_characters']);
  },
);

test.each(['\0', '\u001b', '\u202e', '\u2067', '\u2028', '\udfff'])(
  'several lines have none that turns or hides what is read: %j',
  (sign) => {
    expect(problemsOf(words(30), `同意${sign}公开`)).toEqual(['control_characters']);
  },
);

test('line breaks and tabs may stand in several lines, and rare characters in a name', () => {
  expect(words(30).parse('一\r\n\t二')).toBe('一\n\t二');
  expect(line(30).parse(' 𠮷某·阿 ')).toBe('𠮷某·阿');
});
