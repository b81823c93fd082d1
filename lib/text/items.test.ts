import { expect, test } from 'vitest';
import {
  attributeWords,
  sourceWords,
  validityWords,
  wayWords,
  withholdingWords,
} from '@/lib/domain/items/import-columns';
import { attributeNames, originWords, sourceNames, validityNames, wayNames, withholdingNames } from '@/lib/text/items';

test.each([
  ['公开属性', attributeWords, attributeNames],
  ['信息来源', sourceWords, sourceNames],
  ['有效性', validityWords, validityNames],
  ['公开方式', wayWords, wayNames],
  ['不予公开的理由', withholdingWords, withholdingNames],
])('a list calls each choice of %s as the pages do', (_, words, names) => {
  expect(Object.fromEntries(Object.entries(words).map(([key, [first]]) => [key, first]))).toEqual(names);
});

test('a past item says where it had stood', () => {
  const place = '德亭镇政务公开栏';
  expect(originWords({ publishedOn: '2015-03-05', place })).toBe('2015年3月5日公开于德亭镇政务公开栏，后补录');
  expect(originWords({ publishedOn: null, place })).toBe('公开于德亭镇政务公开栏，后补录');
  expect(originWords({ publishedOn: '2015-03-05', place: '' })).toBe('2015年3月5日公开，后补录');
  expect(originWords({ publishedOn: null, place: '' })).toBe('以前公开过，后补录');
});
