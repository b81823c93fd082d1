import { reportsNode } from '@/lib/domain/search/params';
import { charactersIn, longestQuery, mostWords } from '@/lib/domain/search/query';
import { validityNames } from '@/lib/text/items';

/** Which part of the catalogue a node belongs to, as citizens read it. */
export const partNames = {
  article_20: '各级行政机关应当公开（条例第二十条）',
  article_21: '乡镇还应当公开（条例第二十一条）',
  own: '本机关的其他公开栏目',
} as const;

/** What a node rests on, below the name of its part: 条例第二十条第（一）项 */
export const shortBasis = (basis: string) => basis.replaceAll('《中华人民共和国政府信息公开条例》', '条例');

/** 法定主动公开内容 or 社会救助, with the year where one is chosen: 社会救助（2020年） */
export const listTitle = (label: string, year?: number) => (year === undefined ? label : `${label}（${year}年）`);

/** What the list of everything is called. */
export const latestName = '最近公开';

export const pageOf = (page: number, pages: number) => `第${page}页，共${pages}页`;

/** 共345条 */
export const countWords = (count: number) => `共${count}条`;

/** What stands where a list is empty. */
export const nothingIn = (label: string) => `“${label}”还没有公开信息。公开后，在这里按时间列出。`;

/** A word beside a title: 废止, 失效, 2021-03-01 更正; a valid item has none. */
export const validityWord = (validity: keyof typeof validityNames) =>
  validity === 'valid' ? null : `已${validityNames[validity]}`;

/** 查找“危房改造”，找到12条 */
export const foundWords = (typed: string, count: number) =>
  count === 0 ? `没有找到含有“${typed}”的信息` : `查找“${typed}”，找到${count}条`;

/** What to do where nothing was found. */
export const nothingFound = (filtered: boolean) =>
  filtered
    ? '去掉年份或者栏目的限定，或者换一个词再试。'
    : '换一个词，或者只填两三个字再试。几个词之间用空格隔开，表示都要有。';

/** Why a query is not answered. */
export const queryTooLong = (typed: string) =>
  charactersIn(typed) > longestQuery
    ? `查找的文字太长。最多填${longestQuery}个字，请只填名称或者正文里的几个字。`
    : `查找的词太多。最多填${mostWords}个词，请去掉一些。`;

export const searchName = '查找公开信息';

/** The page of a search, for the title of the window. */
export const searchTitle = (typed: string) => (typed ? `“${typed}”的查找结果` : searchName);

/** 德亭镇人民政府最近公开的信息; 德亭镇人民政府：社会救助 */
export const feedTitle = (organisation: string, label?: string) =>
  label ? `${organisation}：${label}` : `${organisation}最近公开的信息`;

export const feedName = '订阅（Atom）';

type Choice = { value: string; label: string };
type Choosable = {
  kind: keyof typeof partNames;
  code: string;
  label: string;
  count: number;
  below: readonly Choosable[];
};

/** Where a search may look: the reports, then the nodes with something in them and the chosen one, by the parts of the catalogue. */
export function nodeChoices(
  tree: readonly Choosable[],
  reportColumn: string,
  chosen?: string,
): { group: string; choices: Choice[] }[] {
  const choicesOf = ({ code, label, count, below }: Choosable): Choice[] => [
    ...(count > 0 || code === chosen ? [{ value: code, label }] : []),
    ...below.flatMap(choicesOf),
  ];
  const inPart = (kind: Choosable['kind']) => ({
    group: partNames[kind],
    choices: tree.filter((node) => node.kind === kind).flatMap(choicesOf),
  });
  const reports = { group: '年度报告', choices: [{ value: reportsNode, label: reportColumn }] };
  return [reports, inPart('article_20'), inPart('article_21'), inPart('own')].filter(
    ({ choices }) => choices.length > 0,
  );
}
