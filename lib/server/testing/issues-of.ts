import type { Issue } from '@/lib/domain/issue';
import { Refusal } from '@/lib/server/refusal';

/** What a command refused; nothing where it went ahead. */
export async function issuesOf(attempt: Promise<unknown>): Promise<Issue[]> {
  try {
    await attempt;
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.issues;
    throw error;
  }
}

export const codesOf = async (attempt: Promise<unknown>) => (await issuesOf(attempt)).map(({ code }) => code);
