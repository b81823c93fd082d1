import type { ItemContent } from '@/lib/domain/items/content';
import { dayInProse } from '@/lib/text/days';

export const boardHeading = (organisation: string) => `${organisation}政府信息公开`;

/** The facts at the foot of a board sheet, as label and value. */
export const boardFacts = ({
  content,
  indexNumber,
  publishedOn,
}: {
  content: Pick<ItemContent, 'documentNumber' | 'node'>;
  indexNumber: string;
  publishedOn: string;
}): [label: string, value: string][] => [
  ['索引号', indexNumber],
  ...(content.documentNumber ? [['文号', content.documentNumber] as [string, string]] : []),
  ['目录', content.node.label],
  ['发布日期', dayInProse(publishedOn)],
];
