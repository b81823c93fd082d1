import { z } from 'zod';
import { validities } from '@/lib/domain/items/content';

const relatedItem = z.object({
  path: z.string(),
  title: z.string(),
  validity: z.enum(validities),
  indexNumber: z.string().nullable(),
});
const answer = z.object({ items: z.array(relatedItem) });

/** Published items of the organisation by words; null where nothing was heard. */
export async function findRelated(document: string, words: string): Promise<z.infer<typeof relatedItem>[] | null> {
  const search = new URLSearchParams({ words });
  try {
    const response = await fetch(`/api/items/${document}/related?${search}`, { cache: 'no-store' });
    return response.ok ? answer.parse(await response.json()).items : null;
  } catch {
    return null; // no network, or no server
  }
}
