import { type LetterContent, letterContent } from '@/lib/domain/requests/letter-content';
import type { Letter, LetterKind } from '@/lib/domain/requests/letters';
import { type Circumstances, composeLetter, letterName } from '@/lib/text/compose-letter';

export type { Circumstances } from '@/lib/text/compose-letter';

/** The letter as it would be signed. */
export const letterContentOf = (letter: Letter, circumstances: Circumstances): LetterContent =>
  letterContent.parse(composeLetter(letter, circumstances));

/** What the document is called: without the name of whoever gets it. */
export const letterDocumentTitle = (kind: LetterKind, request: LetterContent['request']): string =>
  letterName(kind, request);
