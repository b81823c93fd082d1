import type { LetterRule } from '@/lib/domain/requests/letter-rules';

type Series = LetterRule['series'];

/** What stands between the office's prefix and the year, by series. */
const seriesWords: Record<Series, string> = {
  reply: '公开告',
  end: '公开结',
  correction: '公开补',
  consultation: '公开征',
  extension: '公开延',
  reasons: '公开询',
  fee: '公开费',
};

/** 德政公开告〔2020〕3号: six-sided brackets, no 第 and no leading zero (GB/T 9704). */
export const letterNumber = (prefix: string, series: Series, year: string, number: number) =>
  `${prefix}${seriesWords[series]}〔${year}〕${number}号`;
