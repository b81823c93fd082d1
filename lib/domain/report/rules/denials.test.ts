import { expect, test } from 'vitest';
import { readDenials } from '@/lib/domain/report/rules/denials';
import { squeeze } from '@/lib/domain/report/rules/prose';

const denied = (text: string, heading = '') =>
  readDenials([{ section: 's1', block: 'b1', kind: 'paragraph', text, heading, ...squeeze(text) }], 2020).map(
    ({ of }) => of,
  );

test.each([
  [
    '2020年未办理涉及依申请公开、行政复议诉讼、行政处罚强制等事项。',
    ['requests', 'reconsideration', 'litigation', 'penalties', 'coercion'],
  ],
  ['本年度未收到政府信息公开申请。', ['requests']],
  ['全年没有收到公民、法人和其他组织提出的政府信息公开申请。', ['requests']],
  ['2020年度我镇无依申请公开事项，无行政复议、行政诉讼。', ['requests', 'reconsideration', 'litigation']],
  ['未发生因政府信息公开申请引发的行政复议、行政诉讼。', ['reconsideration', 'litigation']],
  ['未被申请行政复议、提起行政诉讼。', ['reconsideration', 'litigation']],
  ['未收到申请。', ['requests']],
  ['依申请公开工作实行零报告。', ['requests']],
  ['2020年度政府信息公开申请零受理。', ['requests']],
  ['未作出行政处罚、行政强制决定。', ['penalties', 'coercion']],
  // what is not a denial of the whole
  ['2019年未收到政府信息公开申请。', []],
  ['去年没有收到政府信息公开申请。', []],
  ['未收到不予公开类政府信息公开申请。', []],
  ['无上年结转申请。', []],
  ['无法提供政府信息公开申请所涉内容。', []],
  ['申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请。', []],
  ['未发生行政复议被纠正的情况。', []],
  ['未收到申请人异议。', []],
  ['实行零报告制度。', []],
  ['依法未公开行政处罚信息的，说明理由。', []],
  ['部分信息未及时公开。', []],
  ['无障碍阅读有待加强，行政复议渠道畅通。', []],
])('%s', (text, expected) => {
  expect(denied(text)).toEqual(expected);
});

test('new requests alone are denied where some were carried over', () => {
  const text = '本年度未收到政府信息公开申请，上年结转1件。';
  const passage = { section: 's1', block: 'b1', kind: 'paragraph' as const, text, heading: '', ...squeeze(text) };
  expect(readDenials([passage], 2020)).toMatchObject([{ of: 'requests', besidesCarriedOver: true }]);
});
