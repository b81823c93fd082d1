import { expect, test } from 'vitest';
import { elementId, label, parsePlace, placeElementId, rowElementId, sectionName } from '@/lib/domain/report/addresses';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { cellsOf } from '@/lib/domain/report/cells';
import { formatById, formats } from '@/lib/domain/report/formats';

const format = formatById('2019') ?? expect.fail();

test.each([
  ['t3/new_received/natural_person', 't3-r01-c1', '表三，自然人，本年新收'],
  ['t3/denied_third_party_rights/other_org', 't3-r08-c6', '表三，其他，不予公开：保护第三方合法权益'],
  ['t3/partially_granted/total', 't3-r04-c7', '表三，总计，部分公开'],
  ['t3/carried_forward/total', 't3-r23-c7', '表三，总计，结转下年度'],
  ['t2_9/government_procurement/total_amount', 't2_9-r01-c2', '表二（九），政府集中采购，采购总金额'],
  ['t2_5/licensing/change_this_year', 't2_5-r01-c2', '表二（五），行政许可，本年增/减'],
  ['t4/cases/reconsideration_total', 't4-r01-c5', '表四，行政复议，总计'],
  ['t4/cases/litigation_direct_upheld', 't4-r01-c6', '表四，未经复议直接起诉，结果维持'],
] as const)('%s is %s and is called %s', (address, id, name) => {
  expect([elementId(format, address), label(format, address)]).toEqual([id, name]);
});

test.each([...formats, inventedFormat()])(
  'in format $id every cell has an element id and a name of its own',
  (each) => {
    const cells = cellsOf(each);
    expect(new Set(cells.map(({ address }) => elementId(each, address))).size).toBe(cells.length);
    expect(new Set(cells.map(({ address }) => label(each, address))).size).toBe(cells.length);
  },
);

test('rows have an address, group rows too', () => {
  const table = format.tables.find(({ id }) => id === 't3') ?? expect.fail();
  const ids = table.rows.slice(0, 4).map((row) => rowElementId(table, row));
  expect(ids).toEqual(['t3-r01', 't3-r02', 't3-results', 't3-r03']);
});

test.each([
  ['', { kind: 'whole' }, null],
  ['t3/granted/total', { kind: 'cell', address: 't3/granted/total' }, 't3-r03-c7'],
  ['s1#b3', { kind: 'block', section: 's1', block: 'b3' }, 's1-b3'],
  ['preamble#b1', { kind: 'block', section: 'preamble', block: 'b1' }, 'preamble-b1'],
  ['s2#b1', null, null],
  ['t3/ghost/total', null, null],
  ['s1#"><script>', null, null],
])('the place %j is %j at %j', (text, place, id) => {
  expect([parsePlace(format, text), placeElementId(format, text)]).toEqual([place, id]);
});

test('sections are called by their heading without its number', () => {
  expect(['preamble', 's1', 's3'].map((id) => sectionName(format, id))).toEqual([
    '导言',
    '总体情况',
    '收到和处理政府信息公开申请情况',
  ]);
});
