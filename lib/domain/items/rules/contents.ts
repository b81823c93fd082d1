import { textOfBody } from '@/lib/domain/items/body';
import { atField, itemRule } from '@/lib/domain/items/rules/rule';

const catalogue = '《中华人民共和国政府信息公开条例》第十二条';

export const titled = itemRule({
  id: 'I-TITLE',
  wording: '信息要有标题。',
  basis: catalogue,
  severity: 'block',
  examples: { passes: {}, fails: { item: { title: '' } } },
  find: ({ item }) => (item.title === '' ? [atField('title')] : []),
});

export const content = itemRule({
  id: 'I-CONTENT',
  wording: '正文和附件至少要有一样。',
  basis: catalogue,
  severity: 'block',
  examples: { passes: {}, fails: { item: { body: [] } } },
  find: ({ item }) =>
    textOfBody(item.body).trim() === '' &&
    item.attachments.length === 0 &&
    !item.body.some(({ kind }) => kind === 'image')
      ? [atField('body')]
      : [],
});

export const issued = itemRule({
  id: 'I-ISSUER',
  wording: '要写明发布机构。',
  basis: catalogue,
  severity: 'block',
  examples: { passes: {}, fails: { item: { issuingBody: '' } } },
  find: ({ item }) => (item.issuingBody === '' ? [atField('issuingBody')] : []),
});

export const formed = itemRule({
  id: 'I-FORMED',
  wording: '要填写成文日期，而且不能晚于今天。',
  basis: catalogue,
  severity: 'block',
  examples: { passes: {}, fails: { item: { formedOn: '2024-03-06' } } },
  find: ({ item, today }) =>
    item.formedOn !== null && item.formedOn <= today ? [] : [atField('formedOn', { day: item.formedOn ?? '' })],
});

export const sourced = itemRule({
  id: 'I-SOURCE',
  wording: '要选择信息来源。',
  basis: '《中华人民共和国政府信息公开条例》第十条',
  severity: 'block',
  examples: { passes: {}, fails: { item: { source: null } } },
  find: ({ item }) => (item.source === null ? [atField('source')] : []),
});

export const placed = itemRule({
  id: 'I-NODE',
  wording: '要归入目录中没有停用的节点。',
  basis: catalogue,
  severity: 'block',
  examples: { passes: {}, fails: { nodeOpen: false } },
  find: ({ item, nodeOpen }) => (nodeOpen ? [] : [atField('nodeId', { node: item.node.label })]),
});
