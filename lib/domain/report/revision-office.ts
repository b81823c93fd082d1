import { z } from 'zod';
import { reportOffice } from '@/lib/domain/report/content';
import { sealed } from '@/lib/domain/workflow/revision-office';

/** The office side of a report as frozen with a revision: never public, covered by a hash of its own. */
export const revisionOffice = z.strictObject({ ...reportOffice.shape, ...sealed });
