import { expect, test } from 'vitest';
import { aReport } from '@/lib/domain/report/a-report';
import { check } from '@/lib/domain/report/check';
import { rules } from '@/lib/domain/report/rules/catalogue';
import { checkExample, knownFormat } from '@/lib/domain/report/rules/example-findings';
import { findingBasis, findingText, findingTitle } from '@/lib/text/findings';

test.each(rules)('$id is said in plain office Chinese: what, where, how much, what to do', ({ id, examples }) => {
  const found = checkExample(examples.fails).findings.filter(({ rule }) => rule === id);
  for (const finding of found) {
    for (const sentence of [findingTitle(finding), findingText(finding)]) {
      expect(sentence).toMatch(/\p{Script=Han}/u);
      expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|T\d-|G-[A-Z]|[!！]|抱歉|，，|。。/);
    }
    expect(findingTitle(finding).length).toBeLessThan(40);
    expect(findingText(finding)).toMatch(/请|没有就填0|不写|也要写明/);
    expect(findingText(finding)).toMatch(/。$/);
    expect(findingBasis(finding)).not.toBe('');
  }
});

test('a column that does not balance is told as the office tells it', () => {
  const format = knownFormat('2019');
  const zeros = Object.fromEntries(
    format.tables
      .filter(({ id }) => id === 't3')
      .flatMap(({ rows, columns }) =>
        rows.flatMap(({ id, figures }) => (figures ? columns.map((column) => [`t3/${id}/${column.id}`, 0]) : [])),
      ),
  );
  const cells = { ...zeros, 't3/new_received/natural_person': 1, 't3/new_received/total': 1 };
  const [finding] = check(aReport(format, { cells }), { format }).findings;
  expect(finding && findingTitle(finding)).toBe('表三自然人列不平');
  expect(finding && findingText(finding)).toBe(
    '本年新收1件加上年结转0件，等于1件；办理结果总计0件加结转下年度0件，等于0件。相差1件。请核对本年新收数，或者补填办理结果。',
  );
});

test('a finding of a rule that is gone still reads', () => {
  const finding = { rule: 'OLD-RULE', key: 'OLD-RULE:', severity: 'warn' as const, places: [], facts: {} };
  expect([findingTitle(finding), findingText(finding), findingBasis(finding)]).toEqual(['OLD-RULE', 'OLD-RULE', '']);
});
