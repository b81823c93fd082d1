import { z } from 'zod';
import { choices, id, line, secret, words } from '@/lib/domain/input';
import { declarations, secrecyResults } from '@/lib/domain/workflow/secrecy';

const seen = {
  id,
  /** How many moves the person saw. */
  number: z.coerce.number().int().min(0).max(100_000),
};
const declared = choices(z.enum(declarations));

export const submittedBatch = z.object({
  ...seen,
  result: z.enum(secrecyResults, 'required'),
  by: line(40),
  at: z.iso.date('not_a_day'),
  declarations: declared,
});

/** Taking it back, approving, returning, signing: the pressed button says which. */
export const decidedBatch = z.object({
  ...seen,
  move: z.enum(['take_back', 'approve', 'send_back', 'sign_off']),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  note: words(500).default(''),
  password: secret.or(z.literal('')).default(''),
  declarations: declared,
});

export const takenOutRow = z.object({ id, documentId: id });
