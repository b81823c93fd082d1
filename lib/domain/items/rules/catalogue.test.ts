import { expect, test } from 'vitest';
import { anItem, anItemView } from '@/lib/domain/items/an-item';
import { checkItem } from '@/lib/domain/items/check';
import { itemRules } from '@/lib/domain/items/rules/catalogue';

test.each(itemRules)('$id passes its good example', ({ id, examples }) => {
  expect(checkItem(anItemView(examples.passes)).filter(({ rule }) => rule === id)).toEqual([]);
});

test.each(itemRules)('$id finds the fault of its bad example, once', ({ id, severity, examples }) => {
  const found = checkItem(anItemView(examples.fails)).filter(({ rule }) => rule === id);
  expect(found).toMatchObject([{ severity }]);
});

test.each(itemRules)('$id has a wording and a basis', ({ wording, basis }) => {
  expect(wording).toMatch(/^[^a-z]+。$/);
  expect(basis).not.toBe('');
});

test('a sound item has no finding, and no two rules bear one name', () => {
  expect(checkItem(anItemView())).toEqual([]);
  expect(new Set(itemRules.map(({ id }) => id)).size).toBe(itemRules.length);
});

test('an empty item is told all that it lacks', () => {
  const empty = anItem({ title: '', issuingBody: '', formedOn: null, source: null, body: [], ways: [] });
  const rules = checkItem(anItemView({ item: empty })).map(({ rule }) => rule);
  expect(rules).toEqual(['I-TITLE', 'I-CONTENT', 'I-ISSUER', 'I-FORMED', 'I-SOURCE', 'I-WAYS']);
});

test.each([
  ['德政〔2020〕5号', []],
  ['', []],
  ['豫政办〔2021〕110号', ['I-NUMBER-YEAR']],
  ['柳政（2020）5号', ['I-NUMBER']],
  ['柳政〔20〕5号', ['I-NUMBER']],
  ['柳政〔2020〕5', ['I-NUMBER']],
])('the document number %s', (documentNumber, rules) => {
  const found = checkItem(anItemView({ item: { documentNumber, formedOn: '2020-03-02' } }));
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

test('what stays in the office is not searched for personal data', () => {
  const item = {
    attribute: 'withheld' as const,
    restriction: {
      reason: 'personal_privacy' as const,
      basis: '低保对象的家庭情况。',
      reassessOn: '2025-01-01' as const,
    },
    node: { code: 'own', label: '其他', basis: '' },
    body: [{ id: 'b', kind: 'paragraph' as const, runs: [{ text: '手机13800138000' }] }],
  };
  expect(checkItem(anItemView({ item }))).toEqual([]);
});
