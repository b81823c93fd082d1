import type { MoveName } from '@/lib/domain/workflow/moves';
import type { SecrecyResult } from '@/lib/domain/workflow/secrecy';
import { dayNear, dayOf } from '@/lib/text/days';

export const secrecyNames: Record<SecrecyResult, string> = { public: '可公开', redacted: '部分公开' };

const judged: Partial<Record<MoveName, string>> = {
  send_back: '退回的',
  approve: '审批通过的',
  sign_off: '签发的',
  withdraw: '撤下的',
};

type Since = { revision: number; by: string; kind: MoveName; at: Date };

/** 比张某1月19日退回的第2稿，改动4处 */
export function sinceSentence({ revision, by, kind, at }: Since, count: number, today: string): string {
  const which = `${by}${dayNear(dayOf(at), today)}${judged[kind] ?? '看过的'}第${revision}稿`;
  return count === 0 ? `与${which}一样，没有改动` : `比${which}，改动${count}处`;
}

type Equations = { total: number; agree: number; differ: number; pending: number };

export function equationsSentence({ total, differ, pending }: Equations): string {
  if (total === 0) return '';
  if (differ === 0 && pending === 0) return `${total}项勾稽全部相符。`;
  return `${total}项勾稽：${differ}项不符，${pending}项待定。`;
}

/** What of the rest is as it was. */
export function restSentence(sentencesKept: number, totalsMoved: number): string {
  const totals = totalsMoved > 0 ? `随之变动的合计${totalsMoved}格没有另列。` : '';
  return sentencesKept > 0 ? `正文其余${sentencesKept}句和没有列出的数都没有改动。${totals}` : totals;
}

type Publication = { publishOn: string | null; column: string; number: number; signed: boolean; today: string };

/** What signing sets going, or has set going: where it appears and when. */
export function publicationSentence({ publishOn, column, number, signed, today }: Publication): string {
  const when = publishOn && publishOn > today ? `于${dayNear(publishOn, today)}` : '立即';
  const start = signed ? '已经签发，将' : '签发后';
  const what = number > 1 ? `第${number}版（更正）` : '';
  return `${start}${when}在本机关“${column}”栏目公开${what}，面向全社会。`;
}
