import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import type { PersonalDataType } from '@/lib/domain/personal-data/hit';
import { applyMasks, maskHit } from '@/lib/domain/personal-data/mask';
import withData from './labelled/with-personal-data.json';

test.each<[PersonalDataType, string, string]>([
  ['name', '张三', '张某'],
  ['name', '张小明', '张某某'],
  ['name', '王 伟', '王某'],
  ['name', '欧阳锋', '欧阳某'],
  ['name', '欧阳小明', '欧阳某某'],
  ['name', '张王小明', '张某某'],
  ['name', '买买提·艾力', '买某某'],
  ['identity_number', '11010519491231002X', '1101**********002X'],
  ['identity_number', '110105 19491231 002X', '1101** ******** 002X'],
  ['mobile', '138-1234-5678', '138-1***-5678'],
  ['landline', '66330011', '6***0011'],
  ['bank_card', '6228 4800 1234 5678 906', '6228 **** **** ***8 906'],
  ['email', 'zhangsan@163.com', 'z****@163.com'],
  ['email', 'a@163.com', '****@163.com'],
  ['plate', '豫C·12345', '豫C·****5'],
])('%s %s becomes %s', (type, text, masked) => expect(maskHit({ type, text })).toBe(masked));

test('the office chooses what stays readable, and three digits are hidden whatever it chooses', () => {
  const mobile = { type: 'mobile', text: '13812345678' } as const;
  expect(maskHit(mobile, { first: 3, last: 4 })).toBe('138****5678');
  expect(maskHit(mobile, { first: 0, last: 0 })).toBe('***********');
  expect(maskHit(mobile, { first: 11, last: 11 })).toBe('***12345678');
});

test('masks go in from anywhere, and may not overlap', () => {
  const masks = [
    { start: 4, end: 6, masked: '李某' },
    { start: 0, end: 2, masked: '张某' },
  ];
  expect(applyMasks('张三和、李四', masks)).toBe('张某和、李某');
  expect(() => applyMasks('张三和、李四', [...masks, { start: 1, end: 3, masked: '' }])).toThrow(RangeError);
});

test('what is masked is found no more, and the rest of the text is as it was', () => {
  for (const { text } of withData.texts) {
    const hits = findPersonalData(text);
    const masked = applyMasks(
      text,
      hits.map((hit) => ({ ...hit, masked: maskHit(hit) })),
    );
    const left = findPersonalData(masked).map((hit) => hit.text);
    expect(left).toEqual([]);
    const rest = (whole: string, cuts: string[]) => cuts.reduce((some, cut) => some.replace(cut, ''), whole);
    expect(
      rest(
        masked,
        hits.map((hit) => maskHit(hit)),
      ),
    ).toBe(
      rest(
        text,
        hits.map((hit) => hit.text),
      ),
    );
  }
});

test('a mask changes nothing but letters and digits', () => {
  const property = fc.property(fc.stringMatching(/^[0-9 -]{8,24}$/), fc.nat(9), fc.nat(9), (text, first, last) => {
    const masked = maskHit({ type: 'bank_card', text }, { first, last });
    expect(masked.replace(/[0-9*]/g, '#')).toBe(text.replace(/[0-9]/g, '#'));
  });
  fc.assert(property);
});
