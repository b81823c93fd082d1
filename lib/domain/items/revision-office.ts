import { z } from 'zod';
import { itemOffice } from '@/lib/domain/items/content';
import { sealed } from '@/lib/domain/workflow/revision-office';

/** The office side of an item as frozen with a revision. */
export const itemRevisionOffice = z.strictObject({ ...itemOffice.shape, ...sealed });
