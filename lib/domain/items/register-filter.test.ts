import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countedKinds,
  dueKinds,
  type RegisterFilter,
  reassessKinds,
  registerFilter,
  searchOf,
  sorts,
} from '@/lib/domain/items/register-filter';
import { statuses } from '@/lib/domain/workflow/moves';

const nothing: RegisterFilter = registerFilter.parse({});

test('nothing said is the whole register, the newest first', () => {
  expect([nothing.sort, searchOf(nothing)]).toEqual(['newest', '']);
  expect(Object.values({ ...nothing, sort: null })).toEqual(Object.keys(nothing).map(() => null));
});

test.each([
  [{ status: 'gone', sort: 'title' }],
  [{ year: '1820' }],
  [{ year: '２０２０年' }],
  [{ node: "' OR 1=1" }],
  [{ due: ['overdue', 'today'] }],
  [{ after: '2020-02-30_00000000-0000-7000-8000-000000000001' }],
  [{ after: '_x' }],
])('%j means nothing, and stops nothing', (typed) => {
  expect(registerFilter.parse(typed)).toEqual(nothing);
});

const uuid = fc.uuid({ version: 7 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const place = fc.record({ day: fc.constantFrom(null, '2020-12-31'), id: uuid });
const anyFilter: fc.Arbitrary<RegisterFilter> = fc.record({
  ...{ node: maybe(fc.oneof(uuid, fc.constant('article-20-7'))), class: maybe(uuid), field: maybe(uuid) },
  ...{ person: maybe(uuid), batch: maybe(uuid), counted: maybe(fc.constantFrom(...countedKinds)) },
  report: maybe(fc.integer({ min: 1900, max: 2099 })),
  ...{ year: maybe(fc.integer({ min: 1900, max: 2099 })), published: maybe(fc.integer({ min: 1900, max: 2099 })) },
  status: maybe(fc.constantFrom(...statuses)),
  due: maybe(fc.constantFrom(...dueKinds)),
  reassess: maybe(fc.constantFrom(...reassessKinds)),
  sort: fc.constantFrom(...sorts),
  after: maybe(place),
  before: maybe(place),
});

test('an address says all of a filter', () => {
  const property = fc.property(anyFilter, (filter) => {
    const search = new URLSearchParams(searchOf(filter));
    expect(registerFilter.parse(Object.fromEntries(search))).toEqual(filter);
  });
  fc.assert(property);
});
