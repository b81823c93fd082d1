import type { Calendar } from '@/lib/domain/calendar/calendar';
import type { Day } from '@/lib/domain/calendar/day';
import type { Readings } from '@/lib/domain/requests/readings';

/** What the clock is read against: the holidays, the day on which we look, and the office's readings of the law. */
export type Ground = { calendar: Calendar; today: Day; readings: Readings };

/** Working days of Articles 30, 32 to 34 and of 国办函〔2020〕109号. */
export const workingDaysFor = { reply: 20, extension: 20, correctionRequest: 7, consultation: 15, fee: 20 } as const;
