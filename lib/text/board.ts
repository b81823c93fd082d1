import type { ItemContent } from '@/lib/domain/items/content';
import { dayInProse } from '@/lib/text/days';

export const boardHeading = (organisation: string) => `${organisation}信息公开栏`;

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

/** 镇政府公告栏，2026-11-20起; 镇政府公告栏，2026-11-20至2026-11-27 */
export const postingWords = ({
  place,
  postedOn,
  takenDownOn,
}: {
  place: string;
  postedOn: string;
  takenDownOn: string | null;
}) => `${place}，${postedOn}${takenDownOn ? `至${takenDownOn}` : '起'}`;

/** What is on a photograph of a posting: 公告栏张贴照片：镇政府公告栏，2026-11-20起 */
export const photoWords = (posting: Parameters<typeof postingWords>[0]) => `公告栏张贴照片：${postingWords(posting)}`;

export const photoTooLarge = '照片超过20MB，请压缩以后再选。';

/** 德亭镇人民政府公告栏张贴稿（A3）.pdf */
export const sheetsFileName = (organisation: string, paper: string) =>
  `${organisation}公告栏张贴稿（${paper.toUpperCase()}）.pdf`;
