import { expect, test } from 'vitest';
import { aReport } from '@/lib/domain/report/a-report';
import { check } from '@/lib/domain/report/check';
import { formats } from '@/lib/domain/report/formats';
import { formatsOf, rules, rulesOf } from '@/lib/domain/report/rules/catalogue';
import { checkExample, knownFormat } from '@/lib/domain/report/rules/example-findings';

test.each(rules)('$id passes its good example', ({ id, examples }) => {
  const { findings, notRun } = checkExample(examples.passes);
  expect(findings.filter(({ rule }) => rule === id)).toEqual([]);
  expect(notRun).not.toContain(id);
});

test.each(rules)('$id finds the fault of its bad example', ({ id, severity, examples }) => {
  const found = checkExample(examples.fails).findings.filter(({ rule }) => rule === id);
  expect(found.map((finding) => finding.severity)).toContain(severity);
});

test.each(rules)('$id has a wording, a basis and a format that it is for', ({ id, wording, basis }) => {
  expect(wording).toMatch(/^[^a-z]+。$/);
  expect(basis).not.toBe('');
  expect(formatsOf(id, formats).length).toBeGreaterThan(0);
});

test('no two rules bear one identifier, and every rule of a format is known', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const format of formats) expect(rulesOf(format).length).toBe(Object.keys(format.rules).length);
});

test('a format that names an unknown rule or cell is refused', () => {
  const format = knownFormat('2021');
  expect(() => rulesOf({ ...format, rules: { 'T9-NEW': {} } })).toThrow('T9-NEW');
  expect(() => rulesOf({ ...format, rules: { 'T2-FEE-STATED': { cell: 't2_8/fees/amount' } } })).toThrow(
    't2_8/fees/amount',
  );
  const sides = { table: 't3', left: ['new_received', 'brought_in'], right: ['results_total'] };
  expect(() => rulesOf({ ...format, rules: { 'T3-COL-IDENTITY': sides } })).toThrow('t3/brought_in/');
  expect(() => rulesOf({ ...format, rules: { 'T3-ROW-TOTAL': { table: 't9' } } })).toThrow('t9');
  expect(() => rulesOf({ ...format, rules: { 'G-JUMP': { factor: 'five' } } })).toThrow('factor');
});

test('every finding has a key of its own, and a text place quotes its text exactly', () => {
  const report = aReport('2021', {
    text: { s1: ['（二）公开', '充分利用　乡政府 信息公开栏、乡政府信息公开栏，新收申请 ９ 件。'] },
    cells: { 't3/granted/natural_person': 99 },
  });
  const { findings } = check(report, { format: knownFormat('2021') });
  expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
  for (const place of findings.flatMap(({ places }) => places)) {
    if (place.kind !== 'text') continue;
    const block = [...(report.preamble ?? []), ...Object.values(report.text ?? {}).flat()].find(
      ({ id, text }) => id === place.block && text.includes(place.quote),
    );
    expect(block?.text.slice(place.start, place.end)).toBe(place.quote);
  }
});
