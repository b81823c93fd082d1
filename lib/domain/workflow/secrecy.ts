import { z } from 'zod';

/** 可公开; 部分公开, where what must stay secret has been taken out of the draft. */
export const secrecyResults = ['public', 'redacted'] as const;
export type SecrecyResult = (typeof secrecyResults)[number];

/** The secrecy review that a submission declares (审查人、结论、日期): first examined, then made public. */
export const secrecyReview = z.strictObject({
  result: z.enum(secrecyResults),
  by: z.string().trim().min(1).max(40),
  at: z.iso.date(),
  statement: z.string().trim().max(500),
});
export type SecrecyReview = z.infer<typeof secrecyReview>;
