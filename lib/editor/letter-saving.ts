import { z } from 'zod';
import { letterDraft, letterOffice } from '@/lib/domain/requests/letter-draft';
import { letterOp } from '@/lib/domain/requests/letter-merge';
import type { LetterTypes } from '@/lib/editor/letter-draft';
import type { SavedAs } from '@/lib/editor/saving';
import type { Holding } from '@/lib/editor/store';

/** How the draft of a letter is saved. */
export const letterSaving = (document: string): SavedAs<LetterTypes, Holding<LetterTypes>> => ({
  address: `/api/letters/${document}/draft`,
  state: z.object({ draft: letterDraft, office: letterOffice }),
  conflict: z.object({ op: letterOp }),
});
