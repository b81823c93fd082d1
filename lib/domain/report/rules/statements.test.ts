import { expect, test } from 'vitest';
import { chineseNumber } from '@/lib/domain/report/rules/numerals';
import { type Passage, squeeze } from '@/lib/domain/report/rules/prose';
import { readStatements } from '@/lib/domain/report/rules/statements';

const passage = (text: string, heading = ''): Passage => ({
  section: 's1',
  block: 'b1',
  kind: 'paragraph',
  text,
  heading,
  ...squeeze(text),
});

/** What the sentence states for 2021, as "notion value". */
const stated = (text: string, heading?: string) =>
  readStatements([passage(text, heading)], 2021).statements.map(({ notion, value }) => `${notion} ${value}`);

const rates = (text: string, heading?: string) =>
  readStatements([passage(text, heading)], 2021).rates.map(({ value, answered }) => [value, answered]);

test.each([
  // requests received
  ['2021年，新收政府信息公开申请3件。', ['newly_received 3']],
  ['本年度新收到３件政府信息公开申请，均已按期答复。', ['newly_received 3']],
  ['本年新收政府信息公开申请数量为12件。', ['newly_received 12']],
  ['全年共收到政府信息公开申请1,234件。', ['received 1234']],
  ['本机关共收到公民、法人和其他组织提出的政府信息公开申请5件。', ['received 5']],
  ['全年收到政府信息公开申请，共3件。', ['received 3']],
  ['全年收到 政府信息公开 申请 三 件。', ['received 3']],
  ['共收到依申请公开十二件，其中自然人申请10件，法人申请2件。', ['received 12']],
  ['共受理政府信息公开申请5件（含上年结转1件），办结5件。', ['received 5', 'carried_over 1', 'handled 5']],
  ['2021年度，我镇依申请公开共收到两件，均已办结。', ['received 2']],
  ['我镇共收到申请3件。', ['received 3']],
  ['全年政府信息公开申请3件。', ['received 3']],
  ['全年收到依申请公开申请0件。', ['received 0']],
  ['收到政府信息公开申请的总数为0。', ['received 0']],
  ['收到政府信息公开申请6件，其中通过网络收到4件，当面收到2件。', ['received 6']],
  ['共办理政府信息公开申请6件，其中本年新收5件，上年结转1件。', ['handled 6', 'newly_received 5', 'carried_over 1']],
  // carried over and forward, handled
  ['上年结转政府信息公开申请1件。', ['carried_over 1']],
  ['2020年结转政府信息公开申请1件，结转至2022年2件。', ['carried_over 1', 'carried_forward 2']],
  ['收到申请5件，办结4件，结转下年度继续办理1件。', ['received 5', 'handled 4', 'carried_forward 1']],
  ['收到政府信息公开申请5件办结4件转下年度1件', ['received 5', 'handled 4', 'carried_forward 1']],
  ['按期答复政府信息公开申请4件，按时办结率100%。', ['handled 4']],
  ['本年度共收到并办理政府信息公开申请4件。', ['handled 4']],
  ['全年依申请公开办理件数3件。', ['handled 3']],
  ['收到申请7件；上年度结转1件。已办结8件。', ['received 7', 'carried_over 1', 'handled 8']],
  ['收到3件公民提出的政府信息公开申请。', ['received 3']],
  ['一年来共收到群众依申请公开政府信息0件。', ['received 0']],
  ['在答复的3件申请中，属于已主动公开范围的1件，同意公开的1件，信息不存在的1件。', ['handled 3']],
  ['收到申请7件，按期办结7件，当场答复2件，延期答复1件。', ['received 7', 'handled 7']],
  // cases
  ['全年发生行政复议134件，行政诉讼57件。', ['reconsideration 134', 'litigation 57']],
  ['因政府信息公开工作被申请行政复议2件、提起行政诉讼1件。', ['reconsideration 2', 'litigation 1']],
  ['收到行政复议申请2件，其中结果维持1件，尚未审结1件。', ['reconsideration 2']],
  [
    '行政诉讼57件，其中未经复议直接起诉50件，复议后起诉7件。',
    ['litigation 57', 'litigation_direct 50', 'litigation_after 7'],
  ],
  ['新增3件行政复议案件。', ['reconsideration 3']],
  ['行政复议、行政诉讼均为0件。', ['litigation 0']],
  ['依申请公开方面受理2件行政复议申请。', ['reconsideration 2']],
  // documents
  [
    '全年制发行政规范性文件3件，废止2件，现行有效14件。',
    ['documents_issued 3', 'documents_repealed 2', 'documents_in_force 14'],
  ],
  ['公开规范性文件4件，发布政策解读6篇。', ['documents_disclosed 4']],
  ['清理行政规范性文件8件。', []],
  // published items
  ['全年公开此类信息345条。', ['items_disclosed 345']],
  ['2021年，主动公开各类政府信息545条。', ['items_disclosed 545']],
  ['通过政务公开栏发布信息30条', ['items_disclosed 30']],
  // not of this year, not ours, not exact
  ['2020年收到政府信息公开申请9件。', []],
  ['去年收到申请9件，今年收到申请5件。', ['received 5']],
  ['收到政府信息公开申请5件，较上年增加3件，同比增长150%。', ['received 5']],
  ['与2020年相比，收到申请减少3件。', []],
  ['约收到政府信息公开申请30余件。', []],
  ['累计公开信息1.2万条。', []],
  ['受理低保申请30件，收到宅基地申请12件。', []],
  ['办理信访举报投诉类申请3件。', []],
  ['办理市民热线工单35件，办结35件。', []],
  ['办理人大代表建议3件、政协提案2件。', []],
  ['依据《条例》第二十条第一款，公开行政许可1项。', []],
  ['在“一件事一次办”改革中，办理申请更加便利。', []],
  ['予以公开3件，部分公开1件，不予公开1件。', []],
  ['2021年3月收到市级通报。', []],
  ['分别收到申请3件、2件。', []],
  ['协助县政府办理依申请公开2件。', []],
  ['收到申请3件。召开会议2次，处理问题5件，组织培训2次。', ['received 3']],
  ['行政复议1件，组织培训2次。', ['reconsideration 1']],
  ['制定规范性文件2件，公开预算3件，公开财政收支3项。', ['documents_issued 2']],
  ['更新维护信息300余条，审核信息386条。', []],
  ['网络申请2件，占66.7%。', []],
  ['设立公开栏12个，更新3次。', []],
])('%s', (text, expected) => {
  expect(stated(text)).toEqual(expected);
});

test('the heading says what the numbers under it are about', () => {
  expect(stated('本年度共收到3件，办结3件。', '(二)依申请公开情况')).toEqual(['received 3', 'handled 3']);
  expect(stated('本年度共收到3件，办结3件。', '(三)群众来访')).toEqual([]);
});

test('a request among those carried over is told apart', () => {
  const [all] = readStatements([passage('共收到申请6件（含上年结转1件）。')], 2021).statements;
  expect(all).toMatchObject({ notion: 'received', value: 6, withCarriedOver: true });
});

test('one number may stand for reconsiderations and suits', () => {
  const [both] = readStatements([passage('行政复议、行政诉讼均为0件。')], 2021).statements;
  expect(both).toMatchObject({ notion: 'litigation', alsoOf: 'reconsideration', value: 0 });
});

test('rates of answers are read with the number of answers before them', () => {
  expect(rates('共收到申请5件，按期答复4件，答复率80%。')).toEqual([[80, 4]]);
  expect(rates('按时办结率达100％。', '（二）依申请公开')).toEqual([[100, null]]);
  expect(rates('12345热线工单办结率100%。')).toEqual([]);
});

test('a quotation is the very stretch of the text, blanks and widths included', () => {
  const text = '二是加强公开。全年共收到　政府信息公开申请 ３ 件，均已答复。';
  const { statements } = readStatements([passage(text)], 2021);
  const [
    {
      passage: { at, plain },
      start,
      end,
    } = never(),
  ] = statements;
  expect(plain.slice(start, end)).toBe('全年共收到政府信息公开申请3件');
  expect(text.slice(at[start], (at[end - 1] ?? 0) + 1)).toBe('全年共收到　政府信息公开申请 ３ 件');
});

test('Chinese numbers', () => {
  const numbers = {
    三: 3,
    十: 10,
    十二: 12,
    二十: 20,
    三百零五: 305,
    两千: 2000,
    一百二十三: 123,
    二〇二一: null,
    '': null,
  };
  for (const [text, value] of Object.entries(numbers)) expect(chineseNumber(text)).toBe(value);
});

function never(): never {
  throw new Error('nothing was read');
}
