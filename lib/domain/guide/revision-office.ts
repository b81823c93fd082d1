import { z } from 'zod';
import { guideOffice } from '@/lib/domain/guide/content';
import { sealed } from '@/lib/domain/workflow/revision-office';

/** The office side of a guide as frozen with a revision. */
export const guideRevisionOffice = z.strictObject({ ...guideOffice.shape, ...sealed });
