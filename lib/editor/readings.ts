import { z } from 'zod';
import type { FileReading } from '@/lib/domain/items/personal-hits';

// What the server found is shown as it is; its shape is the one that it compiled with.
const answer = z.object({ files: z.array(z.tuple([z.string(), z.custom<FileReading>()])) });

/** What was found in the files of a draft, by hash; null where nothing was heard. */
export async function heardReadings(document: string): Promise<Map<string, FileReading> | null> {
  try {
    const response = await fetch(`/api/items/${document}/readings`, { cache: 'no-store' });
    return response.ok ? new Map(answer.parse(await response.json()).files) : null;
  } catch {
    return null; // no network, or no server: the page still tells what it knew
  }
}
