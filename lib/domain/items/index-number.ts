import { z } from 'zod';
import type { Day } from '@/lib/domain/calendar/day';
import { optionalLine } from '@/lib/domain/input';

const say = (problem: 'malformed') => problem;

/**
 * How an organisation forms its index numbers (目录系统实施指引): a front part that is the organisation's code, and a back part
 * of period and serial, 000014349/2017-00110. Without a code the back part stands alone.
 */
export const indexPattern = z.object({
  prefix: optionalLine(30)
    .refine((text) => /^[0-9A-Za-z-]*$/.test(text), say('malformed'))
    .default(''),
  /** When the serial begins anew. */
  period: z.enum(['year', 'month']).default('year'),
  /** Digits of the serial, filled up with zeros. */
  width: z.enum(['3', '4', '5', '6', '7', '8']).default('5'),
});
export type IndexPattern = z.infer<typeof indexPattern>;

/** All before the serial: 000014349/2017. Each has its own count. */
export function indexSeries({ prefix, period }: IndexPattern, day: Day): string {
  const back = period === 'year' ? day.slice(0, 4) : day.slice(0, 7).replace('-', '');
  return prefix === '' ? back : `${prefix}/${back}`;
}

export const indexNumber = (pattern: IndexPattern, day: Day, serial: number): string =>
  `${indexSeries(pattern, day)}-${String(serial).padStart(Number(pattern.width), '0')}`;
