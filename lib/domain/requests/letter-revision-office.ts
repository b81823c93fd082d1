import { z } from 'zod';
import { letterOffice } from '@/lib/domain/requests/letter-draft';
import { sealed } from '@/lib/domain/workflow/revision-office';

/** The office side of a letter as frozen with a revision. */
export const letterRevisionOffice = z.strictObject({
  ...letterOffice.shape,
  ...sealed,
  secrecy: sealed.secrecy.nullable(),
});
