import { expect, test } from 'vitest';
import { type LetterField, letterFields } from '@/lib/domain/requests/letter-fields';
import { denialGrounds, letterKinds } from '@/lib/domain/requests/letters';
import { letterInput } from '@/lib/domain/requests/some-letters';
import { typedAs } from '@/lib/domain/requests/typed-letter';
import { letterChoice, letterGroups, letterLabel } from '@/lib/text/letter-form';

const flat = (fields: readonly LetterField[]): LetterField[] =>
  fields.flatMap((field) => (field.kind === 'parts' ? [field, ...field.parts.flatMap(flat)] : [field]));

test.each(letterKinds)('%s: everything that its form asks for has a name', (kind) => {
  const grounds = denialGrounds.map((ground, at) => [`withheld.${at}.ground`, ground]);
  const typed = { ...typedAs(letterInput(kind)), ...(kind === 'partially_granted' && Object.fromEntries(grounds)) };
  for (const field of flat(letterFields(kind, typed))) {
    expect(letterLabel(field.name)).toMatch(/\p{Script=Han}/u);
    if (field.kind !== 'choice') continue;
    for (const value of field.options) expect(letterChoice(field.name, value)).toMatch(/\p{Script=Han}/u);
  }
});

test('every kind is offered once', () => {
  expect(letterGroups.flatMap(({ kinds }) => kinds).sort()).toEqual([...letterKinds].sort());
});
