import { z } from 'zod';

/**
 * 公开时限 of a catalogue node: so many days of a kind from a day named. Article 26: 20 working days from formation or change,
 * unless law or regulation says otherwise (budgets: 20 days after approval).
 */
export const publishingPeriod = z.strictObject({
  days: z.int().min(1).max(3660),
  unit: z.enum(['working_day', 'calendar_day']),
});
export type PublishingPeriod = z.infer<typeof publishingPeriod>;

export const article26: PublishingPeriod = { days: 20, unit: 'working_day' };
