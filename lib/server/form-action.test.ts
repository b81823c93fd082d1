import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { changedField, changedPerson, newField, newOrganisation, newPerson, row } from '@/lib/domain/account';
import { line, secret, words } from '@/lib/domain/input';
import { organisationFacts } from '@/lib/domain/organisation-form';
import { changeField, createField, fieldList } from '@/lib/server/catalogue/fields';
import { through } from '@/lib/server/form-action';
import { changeOrganisation } from '@/lib/server/organisation/organisation-settings';
import { addPerson, changePerson } from '@/lib/server/people/people';
import { signIn } from '@/lib/server/people/sign-in';
import { Refusal } from '@/lib/server/refusal';
import { anOrganisation } from '@/lib/server/testing/an-organisation';
import { withDatabase } from '@/lib/server/testing/with-database';
import { sentence } from '@/lib/text/issues';

withDatabase();

const formOf = (fields: readonly (readonly [string, string])[]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

describe('the door', () => {
  const schema = z.object({ name: line(5), note: words(20), password: secret });

  test('hands the parsed input on', async () => {
    const form = formOf([
      ['name', ' 李某 '],
      ['note', '一\r\n二'],
      ['password', '１２３'],
    ]);
    expect(await through(schema, form, async (input) => input)).toEqual({
      issues: [],
      typed: {},
      done: { name: '李某', note: '一\n二', password: '123' },
    });
  });

  test('keeps what was typed, but never a password', async () => {
    const form = formOf([
      ['name', '一个太长的名字'],
      ['password', 'x'],
      ['newPassword', 'y'],
      ['repeated', 'y'],
    ]);
    expect(await through(schema, form, async () => {})).toEqual({
      issues: [
        { code: 'bad_input', field: 'name', problem: 'too_long' },
        { code: 'bad_input', field: 'note', problem: 'required' },
      ],
      typed: { name: '一个太长的名字' },
    });
  });

  test('turns a refusal into an answer, and lets the unforeseen through', async () => {
    const form = formOf([
      ['name', '李某'],
      ['note', ''],
      ['password', 'x'],
    ]);
    const refuse = async () => {
      throw new Refusal([{ code: 'not_found' }]);
    };
    expect(await through(schema, form, refuse)).toEqual({
      issues: [{ code: 'not_found' }],
      typed: { name: '李某', note: '' },
    });
    const fail = async () => {
      throw new RangeError('unforeseen');
    };
    await expect(through(schema, form, fail)).rejects.toThrow(RangeError);
  });

  test('takes neither files nor what is no form at all', async () => {
    const form = new FormData();
    form.append('name', new Blob(['x']));
    for (const given of [form, undefined, null, 'text', 7, {}, [['name', '李某']]]) {
      const { issues } = await through(schema, given as FormData, async () => {});
      expect(issues.map((issue) => 'field' in issue && issue.field)).toEqual(['name', 'note', 'password']);
    }
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '１２',
    '-1',
    '1e400',
    '__proto__',
    'drafter',
    'township',
    '01-31',
    'a'.repeat(100_000),
  ),
  fc.uuid(),
);
const known = [
  ...[
    'id',
    'name',
    'post',
    'roles',
    'leaders',
    'signInName',
    'password',
    'slug',
    'level',
    'shortName',
    'officeName',
    'back',
  ],
  ...['contact.phone', 'contact.email', 'site.idCode', 'site.emblemUrl', 'reportDeadline', 'internalDeadline'],
  ...['constructor', '__proto__', 'toString'],
];
const anyForm = fc.array(
  fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: anyText }), anyText),
  {
    maxLength: 24,
  },
);

const schemas: Record<string, z.ZodType> = {
  newPerson,
  changedPerson,
  newField,
  changedField,
  row,
  newOrganisation,
  organisationFacts,
};

test.each(Object.entries(schemas))(
  'ten thousand forms of any content pass the door of %s or are refused in words',
  async (_, schema) => {
    const property = fc.asyncProperty(anyForm, async (fields) => {
      const { issues } = await through(schema, formOf(fields), async () => {});
      for (const issue of issues) expect(sentence(issue)).toMatch(/。$/);
    });
    await fc.assert(property, { numRuns: 10_000 });
  },
  120_000,
);

test('whatever passes the door, the database takes or refuses kindly', async () => {
  const { slug, administrator, person } = await anOrganisation();
  const { id } = await person('drafter');
  await createField({ name: '政府信息公开', leaders: [] }, administrator);
  const [field] = await fieldList(administrator);
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 }));
  const property = fc.asyncProperty(text, text, text, async (one, two, three) => {
    const form = (fields: Record<string, string>) => formOf(Object.entries(fields));
    const facts = {
      name: one,
      post: two,
      shortName: two,
      officeName: three,
      'contact.address': three,
      reportDeadline: '01-31',
    };
    await through(newPerson, form({ ...facts, roles: 'drafter', signInName: `${slug}${three}` }), (input) =>
      addPerson(input, administrator),
    );
    await through(changedPerson, form({ ...facts, id, roles: 'auditor' }), (input) =>
      changePerson(input, administrator),
    );
    await through(changedField, form({ ...facts, id: field?.id ?? '' }), (input) => changeField(input, administrator));
    await through(organisationFacts, form({ ...facts, internalDeadline: '' }), (input) =>
      changeOrganisation(input, administrator),
    );
    await through(z.object({ name: line(64), post: secret }), form(facts), (input) =>
      signIn(input.name, input.post, two),
    );
  });
  await fc.assert(property, { numRuns: 60 });
}, 120_000);
