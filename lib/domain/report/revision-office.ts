import { z } from 'zod';
import { reportOffice } from '@/lib/domain/report/content';
import { secrecyReview } from '@/lib/domain/workflow/secrecy';

/** The office side as frozen with a revision: never public, covered by a hash of its own. */
export const revisionOffice = z.strictObject({
  ...reportOffice.shape,
  secrecy: secrecyReview,
  answers: z.array(z.strictObject({ place: z.string(), words: z.string(), answer: z.string() })),
});
export type RevisionOffice = z.infer<typeof revisionOffice>;
