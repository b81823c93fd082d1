import { z } from 'zod';
import { type LetterKind, letterKinds } from '@/lib/domain/requests/letters';

export const letterKind = z.custom<LetterKind>((value) => letterKinds.some((kind) => kind === value), 'unknown_choice');

/** Where a fact stands in a letter: search.on, withheld.0.ground. */
export const factName = z.string().regex(/^[A-Za-z]\w{0,30}(\.\w{1,30}){0,3}$/);

/** What a letter says in the office's own words; `enclosures` is 附件说明, one a line; empty: the information, where it is enclosed. */
export const ownParts = ['opening', 'explanation', 'closing', 'enclosures'] as const;
export type OwnPart = (typeof ownParts)[number];

/** The most characters of a fact, of own words, of the reason for a restatement. */
export const letterLimits = { fact: 4_000, manner: 1_000, restates: 500 } as const;

const own = z.string().max(letterLimits.manner);

/**
 * A letter while it is drafted, as it was typed: its kind, the facts (half of them may be missing or wrong; a list has one
 * entry a line), and what this one letter says in the office's own words instead of the usual ones.
 */
export const letterDraft = z.strictObject({
  kind: letterKind,
  facts: z.record(factName, z.string().max(letterLimits.fact)),
  manner: z.strictObject({ opening: own, explanation: own, closing: own, enclosures: own }),
});
export type LetterDraft = z.infer<typeof letterDraft>;

/** The office side of a draft. `restates`: why figures of a published year change by the letter's event; mostly empty. */
export const letterOffice = z.strictObject({
  reasons: z.record(z.string(), z.string()),
  publishOn: z.null(),
  restates: z.string().max(letterLimits.restates),
});
export type LetterOfficeSide = z.infer<typeof letterOffice>;

export type LetterState = { draft: LetterDraft; office: LetterOfficeSide };

export const blankLetter = (kind: LetterKind, facts: LetterDraft['facts']): LetterDraft => ({
  ...{ kind, facts },
  manner: { opening: '', explanation: '', closing: '', enclosures: '' },
});
