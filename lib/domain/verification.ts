import { z } from 'zod';

// What comes out when everything public is fetched back and held against what was signed.

/** Where a citizen gets something else than what was signed. */
const publicFault = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('misprint'),
    medium: z.enum(['html', 'pdf', 'docx', 'xlsx', 'csv', 'json']),
    place: z.string(),
    expected: z.string(),
    found: z.string().nullable(),
  }),
  /** `found` is null where nobody answered. */
  z.object({ kind: z.literal('status'), address: z.string(), expected: z.number(), found: z.number().nullable() }),
  z.object({ kind: z.literal('hash'), address: z.string(), expected: z.string(), found: z.string() }),
  /** What is kept as signed is no content of its kind any more. */
  z.object({ kind: z.literal('unreadable') }),
]);
export type PublicFault = z.infer<typeof publicFault>;

/** What is wrong, and with which edition; or where the trail doesn't hold. */
export const verificationFault = z.discriminatedUnion('of', [
  z.object({ of: z.literal('edition'), title: z.string(), number: z.number(), fault: publicFault }),
  z.object({
    of: z.literal('line'),
    sequence: z.number(),
    fault: z.enum(['missing', 'out_of_place', 'altered', 'unreadable']),
  }),
  z.object({ of: z.literal('row'), what: z.enum(['decision', 'revision', 'publication']), id: z.string() }),
]);
export type VerificationFault = z.infer<typeof verificationFault>;

/** As many as somebody can look through; what is wrong with one thing is often wrong with all. */
export const keptFaults = 100;

/** Every fault counted, the first of them kept. */
export type Outcome = { editions: number; answers: number; faultCount: number; faults: VerificationFault[] };
