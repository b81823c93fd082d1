import { z } from 'zod';
import type { Article } from '@/lib/domain/requests/articles';

/**
 * Where the text leaves a question of counting open, and the readings among which an office may choose; the first is
 * ours. Where one stands alone there is nothing to choose. The reasons: docs/decisions/readings-of-the-clock.md.
 */
export const readingChoices = {
  internet_receipt: { article: 'gid_31_3', choices: ['both_confirm', 'platform'] },
  consultation_sending_day: { article: 'gid_33_3', choices: ['counts', 'paused'] },
  consultation_answer_day: { article: 'gid_33_3', choices: ['paused', 'counts'] },
  consultation_delivery_unknown: { article: 'gid_32', choices: ['from_sending'] },
  other_body_pause: { article: 'gid_33_3', choices: ['at_most_15', 'until_answer'] },
  overlapping_pauses: { article: 'gid_33_3', choices: ['once'] },
  correction_asked_late: { article: 'gid_30', choices: ['restarts', 'runs_on'] },
  corrected_late: { article: 'gid_30', choices: ['with_good_reason', 'until_closed'] },
  last_day_off: { article: 'civil_203', choices: ['rolls', 'stands'] },
  extension_in_time: { article: 'gid_33_2', choices: ['consent_and_notice', 'consent'] },
  extension_count: { article: 'gid_33_2', choices: ['once', 'up_to_20'] },
  extension_after_restart: { article: 'gid_33_2', choices: ['falls_away'] },
  fee_period: { article: 'fee', choices: ['working_days_20', 'calendar_days_30'] },
  fee_paid: { article: 'fee', choices: ['restarts', 'resumes'] },
  after_last_day: { article: 'gid_33_2', choices: ['no_effect'] },
  answer_made: { article: 'service', choices: ['delivered', 'signed'] },
  counted_as_new: { article: 'gid_31_1', choices: ['receipt'] },
  counted_result: { article: 'gid_45', choices: ['first_answer'] },
  counted_case: { article: 'gid_51', choices: ['closed_or_pending'] },
} as const satisfies Record<string, { article: Article; choices: readonly [string, ...string[]] }>;

export type Reading = keyof typeof readingChoices;
export type ReadingChoice<Name extends Reading = Reading> = (typeof readingChoices)[Name]['choices'][number];

const chosen = <Name extends Reading>(name: Name) => {
  const choices: readonly [ReadingChoice<Name>, ...ReadingChoice<Name>[]] = readingChoices[name].choices;
  return z.enum(choices).default(choices[0]);
};

/** The readings of an office; what it leaves out is ours. */
export const readings = z.strictObject({
  internet_receipt: chosen('internet_receipt'),
  consultation_sending_day: chosen('consultation_sending_day'),
  consultation_answer_day: chosen('consultation_answer_day'),
  other_body_pause: chosen('other_body_pause'),
  correction_asked_late: chosen('correction_asked_late'),
  corrected_late: chosen('corrected_late'),
  last_day_off: chosen('last_day_off'),
  extension_in_time: chosen('extension_in_time'),
  extension_count: chosen('extension_count'),
  fee_period: chosen('fee_period'),
  fee_paid: chosen('fee_paid'),
  answer_made: chosen('answer_made'),
});
export type Readings = z.infer<typeof readings>;

/** The readings chosen for an office that has set none. */
export const defaultReadings: Readings = readings.parse({});
