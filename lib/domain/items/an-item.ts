import type { Day } from '@/lib/domain/calendar/day';
import type { OpenItem } from '@/lib/domain/items/item-of';
import type { Beside, ItemExample, ItemView } from '@/lib/domain/items/rules/rule';

/** For tests and examples: a sound item, public on its own, with what it is looked at beside. */
const sound: OpenItem = {
  kind: 'item',
  organisation: { name: '柳河镇人民政府', shortName: '柳河镇', level: 'township' },
  title: '柳河镇人民政府关于开展春季森林防火工作的通知',
  issuingBody: '柳河镇人民政府',
  documentNumber: '柳政〔2024〕3号',
  formedOn: '2024-03-01',
  node: { code: 'article-20-12', label: '突发公共事件', basis: '《条例》第二十条第（十二）项' },
  class: null,
  field: '政府信息公开',
  source: 'made',
  attribute: 'proactive',
  restriction: null,
  validity: 'valid',
  endedOn: null,
  normative: false,
  ways: ['website'],
  body: [
    { id: 'b1', kind: 'heading', level: 1, runs: [{ text: '一、明确责任' }] },
    { id: 'b2', kind: 'paragraph', runs: [{ text: '各村要落实专人巡查，严禁野外用火。' }] },
  ],
  attachments: [],
  relations: [],
};

const beside: Beside = {
  today: '2024-03-05' as Day,
  path: 'items/9',
  nodeOpen: true,
  isPublic: false,
  related: new Map(),
  files: new Map(),
  allow: [],
};

export const anItem = (differences: Partial<OpenItem> = {}): OpenItem => ({ ...sound, ...differences });

export const anItemView = ({ item, ...rest }: ItemExample = {}): ItemView => ({
  ...beside,
  ...rest,
  item: anItem(item),
});
