import type { OpenItem } from '@/lib/domain/items/item-of';
import { dayInProse } from '@/lib/text/days';
import { attributeNames, originWords, sourceNames, validityNames, wayNames } from '@/lib/text/items';

/**
 * The table of facts that government sites print above an item: label and value, in the order of print. What is not known
 * is left out, but for the number of a document, which is then 无. Of a draft, what is open and what the system gives is said.
 */
export function itemFacts(
  item: OpenItem,
  { indexNumber, publishedOn }: { indexNumber: string | null; publishedOn: string | null },
): [label: string, value: string][] {
  const ended = item.validity !== 'valid' && item.endedOn ? `（${dayInProse(item.endedOn)}）` : '';
  return [
    ['索引号', indexNumber ?? '公开时由系统给出'],
    ['发布机构', item.issuingBody],
    ['发文字号', item.documentNumber || '无'],
    ['成文日期', item.formedOn ? dayInProse(item.formedOn) : open],
    ['发布日期', publishedOn ? dayInProse(publishedOn) : '公开时由系统填写'],
    ['有效性', `${validityNames[item.validity]}${ended}`],
    ['所属目录', item.node.label],
    ...(item.class ? [['类别', item.class.label] satisfies [string, string]] : []),
    ['责任部门', item.field],
    ['公开属性', attributeNames[item.attribute]],
    ['公开方式', item.ways.map((way) => wayNames[way]).join('、')],
    ['信息来源', item.source ? sourceNames[item.source] : open],
    ...(item.importedFrom ? [['历史信息', originWords(item.importedFrom)] satisfies [string, string]] : []),
  ];
}

const open = '（未填）';

/** 附件：1. 发放明细.xlsx */
export const attachmentLine = (name: string, position: number) =>
  `${position === 0 ? '附件：' : '　　　'}${position + 1}. ${name}`;

/** The parts of an item as a message names them. */
export const itemParts = {
  title: '标题',
  name: '名称',
  facts: '信息属性',
  signature: '落款',
  attachments: '附件',
  links: '链接',
} as const;

const blockNames = { heading: '标题', paragraph: '文字', list: '列表', table: '表格', image: '图片' } as const;

/** A block of the body as a message names it: 正文第3块（表格） */
export const itemPlace = (kind: keyof typeof blockNames, position: number) =>
  `正文第${position}块（${blockNames[kind]}）`;

/** A place of a table: …，第2行第3列; where rows may be torn by a page, only the column is known. */
export const tablePlace = (table: string, row: number | null, column: number) =>
  `${table}，${row === null ? '' : `第${row}行`}第${column}列`;
