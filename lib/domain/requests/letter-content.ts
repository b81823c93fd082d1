import { z } from 'zod';
import { requestDay } from '@/lib/domain/requests/events';
import { letter } from '@/lib/domain/requests/letters';

export const letterPartIds = [
  'opening',
  'finding',
  'detail',
  'handing',
  'withheld',
  'explanation',
  'remedy',
  'contact',
  'closing',
] as const;

/** A paragraph of a letter. What is mandatory is said by law and cannot be edited away; the rest is the office's manner. */
const paragraph = z.strictObject({ id: z.enum(letterPartIds), text: z.string().min(1), mandatory: z.boolean() });
export type LetterPart = z.infer<typeof paragraph>;

/** A letter as it is signed: word for word what is printed, and the facts that it was composed from. */
export const letterContent = z.strictObject({
  kind: z.literal('reply'),
  organisation: z.strictObject({ name: z.string(), shortName: z.string() }),
  /** Which request it is about. */
  request: z.strictObject({ year: z.int(), number: z.int().min(1) }),
  title: z.string(),
  /** 文号 */
  number: z.string(),
  addressee: z.string(),
  paragraphs: z.array(paragraph).min(1),
  /** 附件说明: what goes with it. */
  enclosures: z.array(z.string().min(1)),
  signature: z.string(),
  day: requestDay,
  letter,
});
export type LetterContent = z.infer<typeof letterContent>;
