import { z } from 'zod';
import { guideDraft, guideOffice } from '@/lib/domain/guide/content';
import { guideOp } from '@/lib/domain/guide/merge';
import type { GuideTypes } from '@/lib/editor/guide-draft';
import type { SavedAs } from '@/lib/editor/saving';
import type { Holding } from '@/lib/editor/store';

/** How the draft of a guide is saved. */
export const guideSaving = (document: string): SavedAs<GuideTypes, Holding<GuideTypes>> => ({
  address: `/api/guide/${document}/draft`,
  state: z.object({ draft: guideDraft, office: guideOffice }),
  conflict: z.object({ op: guideOp }),
});
