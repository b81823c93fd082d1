import { expect, test } from 'vitest';
import { mannerWords } from '@/lib/domain/requests/letter-manner';
import { articlesOfLetter, letterRules } from '@/lib/domain/requests/letter-rules';
import { letter, letterKinds } from '@/lib/domain/requests/letters';
import { aLetter, letterInput } from '@/lib/domain/requests/some-letters';
import { articleName } from '@/lib/text/request-articles';
import { type LetterOffice, letterTitles, remedyWords, replyWording } from '@/lib/text/request-letters';

const office: LetterOffice = {
  name: '德亭镇人民政府',
  officeName: '德亭镇党建办公室',
  address: '德亭镇德亭街1号',
  phone: '0379-00000000',
  reconsiderationOrgan: '嵩县人民政府',
  court: '',
};
const text = (kind: (typeof letterKinds)[number], more: object = {}) =>
  replyWording(letter.parse({ ...letterInput(kind), ...more }), office)
    .map((part) => part.text)
    .join('\n');

test.each(letterKinds)('%s: quotes its articles, ends in full stops, leaves nothing open', (kind) => {
  const said = letter.parse(letterInput(kind));
  const parts = replyWording(said, office);
  const whole = text(kind);
  for (const article of articlesOfLetter(said)) expect(whole).toContain(articleName(article));
  for (const part of parts) expect(part.text).toMatch(/。$/);
  expect(whole).not.toMatch(/undefined|null|\{|。。|，，|的规定，的/);
  expect(whole).toContain('2024年3月1日收到');
  expect(parts.some(({ id }) => id === 'remedy')).toBe(letterRules[kind].contest !== 'none');
  expect(parts.filter(({ mandatory }) => !mandatory).map(({ id }) => id)).toEqual(['opening', 'closing']);
});

test('the facts stand in the letter', () => {
  expect(text('not_existing')).toContain(
    '2024年3月11日，由党政办公室在档案室、协同办公系统检索，检索方法为：以“危房改造”为关键词，检索2020年全部文件。',
  );
  expect(text('not_responsible')).toContain('负责公开该信息的行政机关为县财政局，联系方式：0379-00000000。');
  expect(text('not_responsible', { organ: { known: false } })).toContain('本机关不能确定');
  expect(text('partially_granted')).toContain(
    '不予公开的部分之1：“会议签到表”。该信息属于内部工作流程方面的内部事务信息，依据《中华人民共和国政府信息公开条例》第十六条第一款，不予公开。',
  );
  expect(text('extension_notice')).toContain('答复期限延长10个工作日，最晚于2024年4月15日答复。');
  expect(text('fee_notice')).toContain('按件计收，本件31件，当月此前已有0件，应缴2200元。');
  expect(text('third_party_inquiry')).not.toContain('赵某');
});

test('the remedies of a refusal before and since 2024, of a part, and of what is not refused', () => {
  const first =
    /应当依照《中华人民共和国行政复议法》第二十三条的规定，先自收到本告知书之日起60日内向嵩县人民政府申请行政复议；.*15日内/;
  const either =
    /可以自收到本告知书之日起60日内向嵩县人民政府申请行政复议，或者自收到本告知书之日起6个月内向有管辖权的人民法院提起行政诉讼/;
  expect(remedyWords(aLetter('process_info', { on: '2024-01-02' }), office)).toMatch(first);
  expect(remedyWords(aLetter('process_info', { on: '2024-01-02' }), office)).not.toMatch(either);
  expect(remedyWords(aLetter('process_info', { on: '2023-12-29' }), office)).toMatch(either);
  const partial = remedyWords(aLetter('partially_granted'), office);
  expect(partial).toMatch(/如对不予公开的部分不服，应当/);
  expect(partial).toMatch(either);
  expect(remedyWords(aLetter('not_existing'), office)).toMatch(either);
  expect(remedyWords(aLetter('extension_notice'), office)).toBe('');
  expect(remedyWords(aLetter('repeat'), { ...office, court: '嵩县人民法院' })).toContain('6个月内向嵩县人民法院提起');
});

test('the office may use its own words where the law leaves them, and nowhere else', () => {
  const said = aLetter('repeat', { asked: '{电话}的来历' });
  const parts = replyWording(said, office, {
    opening: '您好！您于{收到日期}申请的“{申请内容}”已经办理。',
    explanation: '请参照原答复。\n有疑问的请致电{电话}。',
    closing: '感谢您的关注。',
  });
  expect(parts[0]).toEqual({
    id: 'opening',
    text: '您好！您于2024年3月1日申请的“{电话}的来历”已经办理。',
    mandatory: false,
  });
  expect(parts.map(({ id }) => id)).toEqual([
    ...['opening', 'finding', 'explanation', 'explanation', 'remedy', 'contact', 'closing'],
  ]);
  expect(parts.at(-1)?.text).toBe('感谢您的关注。');
  expect(parts[3]?.text).toBe('有疑问的请致电0379-00000000。');
  const asUsual = replyWording(said, office).filter(({ mandatory }) => mandatory);
  expect(parts.filter(({ mandatory }) => mandatory)).toEqual(asUsual);
});

test('words with a placeholder that nobody fills in are refused', () => {
  expect(mannerWords.safeParse('您好，{name}。').success).toBe(false);
  expect(mannerWords.safeParse('{asked').success).toBe(false);
  expect(mannerWords.safeParse('{申请内容}').success).toBe(true);
});

test.each(letterKinds)('%s has the title of an official document', (kind) => {
  expect(letterTitles[kind]).toMatch(/[书单函）]$/);
});
