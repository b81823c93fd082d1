import type { Restatement } from '@/lib/domain/report/restatement';

/** Above a list of years whose published figures the register says otherwise. */
export const restatedTitle = (restated: readonly Restatement[]) =>
  `${restated.map(({ year }) => year).join('、')}年的报告公开后，登记簿有补登、更正`;

/** 2023年：补登、更正1件。理由：当时漏登 */
export const restatedReasons = ({ year, requests, reasons }: Restatement) =>
  `${year}年：补登、更正${requests.length}件。${reasons.length > 0 ? `理由：${reasons.join('；')}` : '登记时没有写理由。'}`;

/** 表三，总计，本年新收：公开时0，现在1 */
export const restatedCell = ({ label, before, after }: Restatement['cells'][number]) =>
  `${label}：公开时${before}，现在${after}`;
