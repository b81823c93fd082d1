import { z } from 'zod';
import { words } from '@/lib/domain/input';
import { letterManner } from '@/lib/domain/requests/letter-manner';
import { type LetterKind, letterKinds } from '@/lib/domain/requests/letters';

export const letterKind = z.custom<LetterKind>((value) => letterKinds.some((kind) => kind === value), 'unknown_choice');

/** Where a fact stands in a letter: search.on, withheld.0.ground. */
const factName = z.string().regex(/^[A-Za-z]\w{0,30}(\.\w{1,30}){0,3}$/);

/**
 * A letter while it is drafted: its kind, the facts as they were typed (half of them may be missing or wrong; a list has one
 * entry a line), and what this one letter says in the office's own words instead of the usual ones.
 */
export const letterDraft = z.strictObject({
  kind: letterKind,
  facts: z.record(factName, z.string().max(4_000)),
  manner: letterManner.extend({
    /** 附件说明: what goes with the letter, one a line; empty: the information, where it is enclosed. */
    enclosures: words(1_000).default(''),
  }),
});
export type LetterDraft = z.infer<typeof letterDraft>;

/** The office side of a draft. `restates`: why figures of a published year change by the letter's event; mostly empty. */
export const letterOffice = z.strictObject({
  reasons: z.record(z.string(), z.string()),
  publishOn: z.null(),
  restates: z.string().max(500),
});
export type LetterOfficeSide = z.infer<typeof letterOffice>;

export const blankLetter = (kind: LetterKind, facts: LetterDraft['facts']): LetterDraft => ({
  ...{ kind, facts },
  manner: { opening: '', explanation: '', closing: '', enclosures: '' },
});
