import { expect, test } from 'vitest';
import { itemChanges } from '@/lib/domain/items/changes';
import type { ItemContent } from '@/lib/domain/items/content';

const base: ItemContent = {
  kind: 'item',
  organisation: { name: '德亭镇人民政府', shortName: '德亭镇', level: 'township' },
  ...{ title: '公示', issuingBody: '德亭镇人民政府', documentNumber: '', formedOn: '2020-07-01' },
  node: { code: 'x', label: '社会救助', basis: '' },
  ...{ class: null, field: '民生保障', source: 'made', attribute: 'proactive', restriction: null },
  ...{ validity: 'valid', endedOn: null, normative: false, ways: ['website'], attachments: [], relations: [] },
  body: [
    { id: 'p', kind: 'paragraph', runs: [{ text: '现予公示。公示期7天。' }] },
    { id: 't', kind: 'table', headerRows: 0, rows: [[{ runs: [{ text: '甲村' }] }], [{ runs: [{ text: '乙村' }] }]] },
  ],
};

test('an item does not differ from itself', () => {
  expect(itemChanges(base, structuredClone(base)).filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
});

test('fields are told by name with what they held', () => {
  const changes = itemChanges(base, { ...base, title: '公告', ways: ['website', 'notice_board'] });
  expect(changes.filter(({ kind }) => kind === 'field')).toEqual([
    { kind: 'field', field: 'title', before: '公示', after: '公告' },
    { kind: 'field', field: 'ways', before: ['website'], after: ['website', 'notice_board'] },
  ]);
});

test('of the body, only the sentence and the row that changed', () => {
  const body = structuredClone(base.body);
  body[0] = { id: 'p', kind: 'paragraph', runs: [{ text: '现予公示。公示期5天。' }] };
  body[1] = {
    ...{ id: 't', kind: 'table', headerRows: 0 },
    rows: [[{ runs: [{ text: '甲村' }] }], [{ runs: [{ text: '丙村' }] }]],
  };
  const changes = itemChanges(base, { ...base, body });
  expect(changes.filter(({ kind }) => kind === 'sentence')).toMatchObject([
    { block: 'p', before: '公示期7天。', after: '公示期5天。' },
    { block: 't', before: '乙村', after: '丙村' },
  ]);
});
