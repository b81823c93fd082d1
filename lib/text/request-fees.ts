import type { FeeStep } from '@/lib/domain/requests/fee-steps';

export const feeLabels = { method: '收费方式', quantity: '件数或者页数', before: '这个月以前已经计收的件数' } as const;

/** 第11至30件，每件100元，计2000元 */
export function feeStepWords({ from, to, each, fee }: FeeStep, pages: boolean): string {
  const unit = pages ? '页' : '件';
  const which = from === to ? `第${from}${unit}` : `第${from}至${to}${unit}`;
  return each === 0 ? `${which}，不收费` : `${which}，每${unit}${each}元，计${fee}元`;
}

export function feeSumWords(steps: readonly FeeStep[]): string {
  const sum = steps.reduce((all, { fee }) => all + fee, 0);
  return sum === 0 ? '没有超过免费的数量，不能收费。' : `应收${sum}元。`;
}

/** The tariff in a line (国办函〔2020〕109号). */
export const feeBandsNote = (pages: boolean) =>
  pages
    ? '30页以下不收费；31至100页，每页10元；101至200页，每页20元；201页以上，每页40元。按每件申请计。'
    : '同一申请人一个自然月内合计：10件以下不收费；11至30件，每件100元；31件以上，每增加10件为一档，每档每件加收100元。';
