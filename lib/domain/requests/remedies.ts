import type { Day } from '@/lib/domain/calendar/day';

/** Whom a letter binds decides how one may contest it. */
export type Contest = 'refusal' | 'partial_refusal' | 'answer' | 'none';

/**
 * The way to go: reconsideration first and then the court, either of both, or nothing of its own (a step on the way to
 * the answer). `partial`: reconsideration first for what is withheld, either way for what is given.
 */
export type Remedy = 'none' | 'either' | 'reconsideration_first' | 'partial';

/** In force of 行政复议法 (2023), Article 23(1)(4): a refusal to disclose goes to reconsideration before the court. */
const reconsiderationFirstFrom: Day = '2024-01-01';

/** Days and months of 行政复议法 Article 20 and 行政诉讼法 Articles 45 and 46. */
export const remedyPeriods = { reconsiderationDays: 60, suitMonths: 6, suitAfterReconsiderationDays: 15 } as const;

/** What a letter of a day has to tell about remedies. */
export function remedyOf(contest: Contest, on: Day): Remedy {
  if (contest === 'none') return 'none';
  if (contest === 'answer' || on < reconsiderationFirstFrom) return 'either';
  return contest === 'refusal' ? 'reconsideration_first' : 'partial';
}
