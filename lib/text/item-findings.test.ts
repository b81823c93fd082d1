import { expect, test } from 'vitest';
import { anItemView } from '@/lib/domain/items/an-item';
import { checkItem } from '@/lib/domain/items/check';
import { itemRules } from '@/lib/domain/items/rules/catalogue';
import { itemFindingBasis, itemFindingPlace, itemFindingText, itemFindingTitle } from '@/lib/text/item-findings';

test.each(itemRules)('$id is said in whole sentences', ({ id, basis, examples }) => {
  const found = checkItem(anItemView(examples.fails)).filter(({ rule }) => rule === id);
  for (const finding of found) {
    expect(itemFindingTitle(finding)).toMatch(/^[^A-Za-z{}]+$/);
    expect(itemFindingText(finding)).toMatch(/^[^{}]+[。？]$/);
    expect(itemFindingBasis(finding)).toBe(basis);
    expect(itemFindingPlace(finding)).not.toBe('');
  }
});

test('personal data is told with its surroundings, why it was taken for it, and the mask', () => {
  const body = [{ id: 'b', kind: 'paragraph' as const, runs: [{ text: '联系李某13912345678。' }] }];
  const [finding] = checkItem(anItemView({ item: { body } }));
  expect(finding && [itemFindingTitle(finding), itemFindingText(finding)]).toEqual([
    '像是手机号码',
    '正文里“联系李某13912345678。”：11位，是手机号段。请遮盖为“1391***5678”；办公电话等应当公开的，请说明为什么保留。',
  ]);
});
