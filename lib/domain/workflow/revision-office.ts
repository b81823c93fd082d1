import { z } from 'zod';
import { secrecyReview } from '@/lib/domain/workflow/secrecy';

/** What the office side of every frozen revision holds beside what its kind keeps: never public, hashed on its own. */
export const sealed = {
  secrecy: secrecyReview,
  answers: z.array(z.strictObject({ place: z.string(), words: z.string(), answer: z.string() })),
};

/** As much of it as the workflow itself asks for, of whatever kind. */
export const frozenOffice = z.object({
  ...sealed,
  /** Null where nothing was disclosed. */
  secrecy: secrecyReview.nullable(),
  reasons: z.record(z.string(), z.string()),
  publishOn: z.iso.date().nullable(),
});
export type FrozenOffice = z.infer<typeof frozenOffice>;

/** The office side of a draft, as far as the workflow asks for it. */
export const draftOffice = z.object({
  reasons: z.record(z.string(), z.string()).default({}),
  publishOn: z.iso.date().nullable().default(null),
});
