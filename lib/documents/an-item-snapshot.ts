import type { ItemSnapshot, Picture } from '@/lib/documents/item-snapshot';
import type { PublicationFacts } from '@/lib/documents/snapshot';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import type { ItemBody } from '@/lib/domain/items/body';
import { type ItemContent, itemContent } from '@/lib/domain/items/content';

// For tests: a publication of an item, the first edition unless said otherwise.

export function anItemSnapshot(
  differences: Partial<ItemContent> = {},
  facts: Partial<PublicationFacts> = {},
  pictures: ReadonlyMap<string, Picture> = new Map(),
): ItemSnapshot {
  const item = itemContent.parse({ ...sound, ...differences });
  return {
    ...{ item, pictures, indexNumber: '410325DT/2020-00012', firstPublishedOn: '2020-07-06' },
    facts: {
      ...{ number: 1, publishedOn: '2020-07-06', signedBy: '主要领导', note: '' },
      ...{ sha256: sha256(canonicalJson(item)), address: 'https://www.example.gov.cn/deting/items/12/1' },
      ...facts,
    },
  };
}

const body: ItemBody = [
  { id: 'h', kind: 'heading', level: 1, runs: [{ text: '一、标准' }] },
  {
    ...{ id: 'p', kind: 'paragraph' },
    runs: [
      { text: '共36户，每户' },
      { text: '1500元', href: 'https://www.example.gov.cn/a?x=1&y=2' },
      { text: '。\n按季发放。' },
    ],
  },
  { id: 'l', kind: 'list', ordered: true, entries: [[{ text: '低保户300元' }], [{ text: '特困户650元' }]] },
  {
    ...{ id: 't', kind: 'table', headerRows: 2 },
    rows: [
      [
        { runs: [{ text: '村' }], rowspan: 2 },
        { runs: [{ text: '金额（元）' }], colspan: 2 },
      ],
      [{ runs: [{ text: '2019年' }] }, { runs: [{ text: '2020年' }] }],
      [{ runs: [{ text: '德亭村' }] }, { runs: [{ text: '9300' }] }, { runs: [{ text: '3600' }] }],
      [{ runs: [{ text: '小计' }] }, { runs: [{ text: '12900' }], colspan: 2 }],
    ],
  },
  { id: 'e', kind: 'paragraph', runs: [{ text: '联系电话：0379-66350001。' }] },
];

const sound: Omit<ItemContent, 'kind'> & { kind: 'item' } = {
  kind: 'item',
  organisation: { name: '德亭镇人民政府', shortName: '德亭镇', level: 'township' },
  ...{ title: '关于2020年上半年补贴发放情况的公示', issuingBody: '德亭镇人民政府', documentNumber: '德政〔2020〕21号' },
  formedOn: '2020-07-01',
  node: { code: 'article-20-11', label: '社会救助', basis: '' },
  class: null,
  ...{ field: '民生保障', source: 'made', attribute: 'proactive', restriction: null },
  ...{ validity: 'valid', endedOn: null, normative: false, ways: ['website', 'notice_board'] },
  ...{ body, attachments: [{ sha256: '3'.repeat(64), name: '明细2020.xlsx', type: 'xlsx', size: 10 }], relations: [] },
};
