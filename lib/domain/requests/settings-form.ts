import { z } from 'zod';
import type { InputProblem } from '@/lib/domain/issue';
import { type Reading, readingChoices, readings } from '@/lib/domain/requests/readings';

const say = (problem: InputProblem) => problem;

const wholeNumber = z
  .string({ error: () => say('required') })
  .transform((text) => text.normalize('NFKC').trim())
  .refine((text) => text === '' || /^\d{1,4}$/.test(text), say('not_a_number'));

const year = wholeNumber
  .refine((text) => text === '' || (Number(text) >= 2008 && Number(text) <= 2099), say('malformed'))
  .transform((text) => (text === '' ? null : Number(text)));

const years = wholeNumber
  .refine((text) => text !== '', say('required'))
  .refine((text) => Number(text) >= 1 && Number(text) <= 100, say('malformed'))
  .transform(Number);

/** What an administrator sets for requests, as the form sends it: a field a reading, one a fact. */
export const requestSettingsForm = z.object({
  ...readings.shape,
  registerSince: year,
  retentionYears: years,
  afterRetention: z.enum(['erase', 'keep'], { error: () => say('unknown_choice') }),
});
export type RequestSettingsInput = z.infer<typeof requestSettingsForm>;

/** The readings among which there is something to choose, in the order of the law; the others are fixed. */
export const openReadings = Object.keys(readings.shape) as (keyof typeof readings.shape)[]; // the keys of the shape

export const fixedReadings = (Object.keys(readingChoices) as Reading[]).filter(
  (name) => !openReadings.some((open) => open === name),
);
