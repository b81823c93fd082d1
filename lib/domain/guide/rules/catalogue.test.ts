import { describe, expect, test } from 'vitest';
import { type aGuideDraft, aGuideView } from '@/lib/domain/guide/a-guide';
import { checkGuide } from '@/lib/domain/guide/check';
import { blankGuide } from '@/lib/domain/guide/content';
import { guideRules } from '@/lib/domain/guide/rules/catalogue';
import { countOf } from '@/lib/domain/guide/rules/rule';

test.each(guideRules)('$id passes its good example', ({ id, examples }) => {
  expect(checkGuide(aGuideView(examples.passes)).filter(({ rule }) => rule === id)).toEqual([]);
});

test.each(guideRules)('$id finds the fault of its bad example, once', ({ id, severity, examples }) => {
  const found = checkGuide(aGuideView(examples.fails)).filter(({ rule }) => rule === id);
  expect(found).toMatchObject([{ severity }]);
});

test.each(guideRules)('$id has a wording and a basis', ({ wording, basis }) => {
  expect(wording).toMatch(/^[^a-z]+。$/);
  expect(basis).not.toBe('');
});

test('the text that a township begins with is true to the law', () => {
  expect(checkGuide(aGuideView())).toEqual([]);
  expect(new Set(guideRules.map(({ id }) => id)).size).toBe(guideRules.length);
});

test('an empty guide is told all that it lacks', () => {
  const rules = checkGuide(aGuideView({ draft: blankGuide() })).map(({ rule }) => rule);
  expect(new Set(rules)).toEqual(
    new Set(['GD-OFFICE', 'GD-CHANNELS', 'GD-ORAL', 'GD-BODIES', 'GD-TEXT', 'GD-PERIOD', 'GD-CONTACT']),
  );
});

const found = (draft: Parameters<typeof aGuideDraft>[0]) =>
  checkGuide(aGuideView({ draft })).map(({ rule, facts }) => [rule, facts.quote]);

describe('time limits', () => {
  test.each([
    ['periods', '自收到申请之日起15个工作日内予以答复。', 'GD-PERIOD-OLD', '15个工作日'],
    ['periods', '自收到申请之日起十五个工作日内予以答复。', 'GD-PERIOD-OLD', '十五个工作日'],
    ['periods', '自收到申请之日起20日内予以答复。', 'GD-PERIOD-LONG', '20日'],
    ['flow', '申请：提出。\n答复：自收到申请之日起25个工作日内答复。', 'GD-PERIOD-LONG', '25个工作日'],
    ['handling', '内容不明确的，自收到申请之日起15个工作日内告知申请人补正。', 'GD-PERIOD-LONG', '15个工作日'],
    ['handling', '第三方自收到征求意见书之日起20个工作日内提出意见。', 'GD-PERIOD-LONG', '20个工作日'],
    ['ways', '自形成或者变更之日起30个工作日内公开。', 'GD-PERIOD-LONG', '30个工作日'],
  ])('%s: %s', (field, text, rule, quote) => {
    expect(found({ [field]: text }).filter(([id]) => String(id).startsWith('GD-PERIOD-'))).toEqual([[rule, quote]]);
  });

  test('an extension of 15 working days is that of the law before 2019', () => {
    const text = '不能当场答复的，自收到申请之日起20个工作日内答复；延长答复的期限最长不得超过15个工作日。';
    expect(found({ periods: text })).toEqual([['GD-PERIOD-OLD', '15个工作日']]);
  });
});

describe('fees', () => {
  const with109 = (text: string) => `本机关不收取费用。按照国办函〔2020〕109号，${text}`;
  test.each([
    [with109('11至30件的部分，100元/件。'), []],
    [with109('10件以下（含10件）的，不收费。'), []],
    [with109('30件以下的，不收费。'), ['GD-FEE-RATE']],
    [with109('201页以上的部分，40元/页。'), []],
    [with109('101至200页的部分，15元/页。'), ['GD-FEE-RATE']],
    ['属于低保对象的，减免相关费用。', ['GD-FEE-OLD', 'GD-FEE-BASIS']],
    ['本机关不再收取检索费、复制费和邮寄费。', []],
  ])('%s', (fees, rules) => {
    expect(found({ fees }).map(([rule]) => rule)).toEqual(rules);
  });
});

describe('remedies', () => {
  test.each([
    ['对不予公开的决定不服的，应当先自知道之日起60日内申请行政复议。', []],
    ['对不予公开的决定不服的，可以申请行政复议或者提起行政诉讼。', ['GD-REMEDY-FIRST']],
    ['对不予公开的决定不服的，应当先自知道之日起六十日内申请行政复议。', []],
    ['对不予公开的决定不服的，应当先自知道之日起30日内申请行政复议。', ['GD-REMEDY-TIME']],
    ['对不予公开的决定不服的，应当先申请行政复议，对行政复议决定不服的，可以15日内向人民法院提起行政诉讼。', []],
  ])('%s', (remedies, rules) => {
    expect(found({ remedies }).map(([rule]) => rule)).toEqual(rules);
  });
});

test('counts are read as they are written', () => {
  expect(['7', '十', '十五', '二十', '三十五', '六', '六十', 'x'].map(countOf)).toEqual([
    ...[7, 10, 15, 20, 35, 6, 60],
    Number.NaN,
  ]);
});
