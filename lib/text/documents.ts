import type { Day } from '@/lib/domain/calendar/day';
import type { Medium } from '@/lib/domain/issue';
import { dayInProse } from '@/lib/text/days';
import { sizeWords } from '@/lib/text/item-review';
import { editionName, inGroups } from '@/lib/text/public';

type Facts = { number: number; publishedOn: Day; signedBy: string; sha256: string; note: string; address: string };

/** What a document says of its publication at its end: one line each, a label and what it labels. */
export function factLines({ number, publishedOn, signedBy, sha256, note, address }: Facts): [string, string][] {
  return [
    ['签发', `${signedBy}，${dayInProse(publishedOn)}公开`],
    ['版本', editionName(number)],
    ...(note ? [['更正说明', note] satisfies [string, string]] : []),
    ['内容校验码（SHA-256）', inGroups(sha256)],
    ...(address ? [['网上公开地址', address] satisfies [string, string]] : []),
  ];
}

/** Below the title of a correction: （2021年3月15日更正，第2版） */
export const correctedLine = ({ number, publishedOn }: Facts) =>
  `（${dayInProse(publishedOn)}更正，${editionName(number)}）`;

/** 德亭镇人民政府2020年政府信息公开工作年度报告（第2版）.pdf; the first edition needs no number. */
export const fileName = (title: string, number: number, extension: string) =>
  `${title.replace(/[\\/:*?"<>|]/g, '_')}${number > 1 ? `（${editionName(number)}）` : ''}.${extension}`;

/** Headings of the long table: which part of the report, which row, which column, what stands there, in which unit. */
export const longTableHeadings = ['部分', '行', '列', '数值', '单位'] as const;

/** What the long table calls that which is no figure. */
export const longTableWords = {
  title: '标题',
  preamble: '导言',
  facts: '签发与版本',
  /** In the column of rows: the how manieth of its part. */
  place: (position: number) => `第${position}段`,
  kinds: { paragraph: '正文', heading2: '小标题', heading3: '小标题' },
} as const;

/** The sheet of a workbook that holds the words of the report, and its two columns. */
export const wordsSheet = { name: '正文', headings: ['部分', '内容'] } as const;

/** What a sheet with one table says above it: 三、收到和处理政府信息公开申请情况（单位：件） */
export const sheetHeading = (caption: string, unit: string | null) => (unit ? `${caption}（单位：${unit}）` : caption);

/** A paragraph as a message names it: 一、总体情况第2段 */
export const paragraphPlace = (section: string, position: number) => `${section}${longTableWords.place(position)}`;

/** Where a difference has no place of its own. */
export const otherPlaces = { wholeFile: '整个文件', unknown: '报告以外的文字' } as const;

/** Places of the application form. */
export const formPlaces = { title: '申请表标题', table: '申请表表格' } as const;

/** What stands in the place of what was withdrawn, after the word for what it was. */
export const noticeLines = {
  title: '撤下公告',
  of: ({ day, reason, signedBy }: { day: string; reason: string; signedBy: string }) =>
    [`已于${dayInProse(day)}撤下，内容不再公开`, `原因：${reason}`, `撤下经${signedBy}签发。`].map((text) => ({
      ...{ place: '撤下公告', text },
    })),
} as const;

/** What the page calls each form of a report, and what it is good for. */
export const downloads = {
  pdf: { name: 'PDF', use: '适合阅读和打印' },
  docx: { name: 'Word', use: '可以编辑' },
  xlsx: { name: '数据表 XLSX', use: '' },
  csv: { name: '数据 CSV', use: '' },
  json: { name: '签发内容（JSON）', use: '用来核对校验码' },
} as const;

/** A form in which something can be had, with its size in bytes; null where nobody knows it. */
export type Download = { extension: keyof typeof downloads; size: number | null };

/** 212 KB，适合阅读和打印; only the use where nobody knows the size. */
export const sizeAndUse = (bytes: number | null, use: string) =>
  [...(bytes === null ? [] : [sizeWords(bytes)]), ...(use ? [use] : [])].join('，');

const mediumNames: Record<Medium, string> = {
  html: '网页',
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'XLSX',
  csv: 'CSV',
  json: 'JSON',
};

type Misprint = { medium: Medium; place: string; expected: string; found: string | null };

/** PDF，表三，自然人，本年新收：应为“1”，读到“7” */
export function misprintWords({ medium, place, expected, found }: Misprint): string {
  const [should, does] = found === null ? [excerpt(expected, 0), null] : differing(expected, found);
  return `${mediumNames[medium]}，${place}：${should ? `应为“${should}”` : '不应有文字'}，${does === null ? '没有读到' : `读到“${does}”`}`;
}

/** Why a signed document did not become public, to whoever signed it. */
export const misprintSentence = ({ count, row, ...first }: Misprint & { count: number; row?: { title: string } }) =>
  `没有公开。公开前把网页和各种格式的文件读回核对，${row ? `“${row.title}”` : ''}与签发内容不一致：${misprintWords(first)}${count > 1 ? `；共${count}处` : ''}。${row ? '这一条可以在退回以后移出批次，其余的照常办理。' : ''}请联系系统管理员。`;

/** Why a batch cannot be signed yet: so many of its rows are not proof-read. */
export const unreadSentence = ({ read, rows }: { read: number; rows: number }) =>
  `批次里的信息正在逐条读回核对，已核对${read}条，共${rows}条。请过几分钟再签发。`;

/** Both texts from shortly before the place where they part. */
function differing(one: string, other: string): [string, string] {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return [excerpt(one, same), excerpt(other, same)];
}

function excerpt(text: string, at: number): string {
  const [from, to] = [at > 12 ? at - 8 : 0, at + 24];
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
