import type { LetterState } from '@/lib/domain/requests/letter-draft';
import { ownParts } from '@/lib/domain/requests/letter-draft';
import {
  type LetterOp,
  letterOpIssues,
  letterValueAt,
  mergeLetter,
  outright,
  setLetter,
  subjectOfLetterOp,
} from '@/lib/domain/requests/letter-merge';
import { type NamedTypes, namedTextsKind } from '@/lib/editor/named-texts';

export type LetterTypes = NamedTypes<LetterState, LetterOp>;

/** The draft of a letter as a browser holds it. Its kind is chosen at the server, and comes with what others have saved. */
export const letterDraftKind = namedTextsKind<LetterState, LetterOp>({
  outright,
  merge: mergeLetter,
  issues: letterOpIssues,
  subjectOf: subjectOfLetterOp,
  namesIn: ({ draft }) => [...Object.keys(draft.facts), ...ownParts, 'restates'],
  valueAt: letterValueAt,
  opsAt: (name, before, after) => setLetter(before, name, letterValueAt(after, name)),
});
