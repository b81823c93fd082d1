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

/**
 * What is declared item by item: no state secret; no commercial secret and nothing of private life; no danger to national,
 * public and economic security and to social stability (三安全一稳定). Articles 14 to 17 of the Regulations.
 */
export const declarations = ['no_state_secret', 'no_commercial_secret_or_privacy', 'no_danger'] as const;
export type Declaration = (typeof declarations)[number];

/** Which of what is asked has not been declared. */
export const missingDeclarations = (asked: readonly Declaration[], given: readonly Declaration[]) =>
  asked.filter((declaration) => !given.includes(declaration));
