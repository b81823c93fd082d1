import { z } from 'zod';
import { id, secret, words } from '@/lib/domain/input';

/** What every form that moves a document sends: which document, which state of it the person has seen, and their words. */
export const moveFields = {
  id,
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  note: words(500),
  password: secret.or(z.literal('')).default(''),
};
