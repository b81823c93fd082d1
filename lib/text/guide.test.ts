import { expect, test } from 'vitest';
import { aGuide, aGuideView } from '@/lib/domain/guide/a-guide';
import { guideChanges } from '@/lib/domain/guide/changes';
import { checkGuide } from '@/lib/domain/guide/check';
import { guideRules } from '@/lib/domain/guide/rules/catalogue';
import { correctedInGuide, feeExamples, officeFacts, openChannels, tariffs, timeLimits } from '@/lib/text/guide';
import { guideFindingPlace, guideFindingText, guideFindingTitle } from '@/lib/text/guide-findings';

test('the worked examples of 国办函〔2020〕109号', () => {
  expect(feeExamples.map(({ what, fee }) => `${what}，${fee}`)).toEqual([
    '一个月内申请10件，0元',
    '一个月内申请30件，2,000元',
    '一个月内申请31件，2,200元',
    '一件申请提供30页，0元',
    '一件申请提供100页，700元',
    '一件申请提供201页，2,740元',
  ]);
  expect(tariffs.items.rows.map(({ rate }) => rate)).toEqual([
    '不收费',
    '每件100元',
    '以10件为一档，31至40件每件200元，每增加一档每件增加100元',
  ]);
  expect(tariffs.pages.rows.map(({ rate }) => rate)).toEqual(['不收费', '每页10元', '每页20元', '每页40元']);
});

test.each(guideRules)('$id is worded whole', ({ id, examples }) => {
  const finding = checkGuide(aGuideView(examples.fails)).find(({ rule }) => rule === id);
  expect(finding).toBeDefined();
  for (const words of finding
    ? [guideFindingTitle, guideFindingText, guideFindingPlace].map((say) => say(finding))
    : [])
    expect(words).toMatch(/^(?!.*[{}a-z“”]{2,}).+$/);
});

test('what has no value has no line', () => {
  const guide = aGuide({ fax: '', by_fax: '' });
  expect(officeFacts(guide).map(([name]) => name)).not.toContain('传真号码');
  expect(openChannels(guide).map(([name]) => name)).toEqual(['当面提交', '邮寄', '网络提交', '口头提出']);
});

test('a corrected line is shown as it was and as it is', () => {
  const corrected = correctedInGuide(guideChanges(aGuide(), aGuide({ phone: '0379-66519999' })));
  expect(corrected).toMatchObject([{ place: '联系电话', before: '0379-66512345', after: '0379-66519999' }]);
});

test('the periods of the table pass the rules that the text has to pass', () => {
  const periods = timeLimits.map(({ what, limit }) => `${what}：${limit}。`).join('\n');
  expect(checkGuide(aGuideView({ draft: { periods } })).map(({ rule }) => rule)).toEqual([]);
});
