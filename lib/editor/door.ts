import { z } from 'zod';
import type { Issue } from '@/lib/domain/issue';
import { type Status, statuses } from '@/lib/domain/workflow/moves';
import type { DraftTypes } from '@/lib/editor/draft-kind';
import type { Author } from '@/lib/editor/holds';
import type { Batch, News, Objection } from '@/lib/editor/replica';

/** What the server says to a save, or why nothing was heard. */
export type Answer<T extends DraftTypes> =
  | ({ kind: 'saved'; conflicts: Objection<T>[] } & News<T>)
  | { kind: 'unreachable' }
  | { kind: 'signed_out' }
  | { kind: 'closed'; issues: readonly Issue[] }
  | { kind: 'refused'; issues: readonly Issue[] };

export type Heard<T extends DraftTypes> =
  | ({ kind: 'changed'; status: Status } & News<T> & Author)
  | { kind: 'unchanged' }
  | { kind: 'unreachable' }
  | { kind: 'signed_out' };

export type Door<T extends DraftTypes> = {
  save: (batch: Batch<T>) => Promise<Answer<T>>;
  /** What others have saved since a version, or who holds the document now. */
  news: (since: number) => Promise<Heard<T>>;
};

/** Where a draft is saved, and what its state and its conflicts look like on the way. */
export type Way<T extends DraftTypes> = {
  address: string;
  state: z.ZodType<T['state']>;
  conflict: z.ZodType<T['conflict']>;
};

const name = z
  .string()
  .nullish()
  .transform((said) => said ?? null);
const author = { by: name, at: name };
const version = z.int();
const refusal = z.object({ issues: z.array(z.looseObject({ code: z.string() })) });

/** How long a request may take before it counts as lost; the save stays the same save. */
const patience = 15_000;

export function doorOf<T extends DraftTypes>({ address, state, conflict }: Way<T>): Door<T> {
  const saved = z.object({ version, state, conflicts: z.array(z.intersection(conflict, z.object(author))) });
  const news = z.object({ version, state, status: z.enum(statuses), ...author });
  return {
    async save(batch) {
      const response = await ask(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(batch),
      });
      return response ? answerOf<T>(response, saved) : { kind: 'unreachable' };
    },
    async news(since) {
      const response = await ask(`${address}?since=${since}`);
      if (response?.status === 401) return { kind: 'signed_out' };
      if (!response?.ok) return { kind: 'unreachable' };
      const read = news.safeParse(await bodyOf(response));
      return read.success ? { kind: 'changed', ...read.data } : { kind: 'unchanged' };
    },
  };
}

type Saved<T extends DraftTypes> = z.ZodType<News<T> & { conflicts: Objection<T>[] }>;

async function answerOf<T extends DraftTypes>(response: Response, saved: Saved<T>): Promise<Answer<T>> {
  if (response.status === 401) return { kind: 'signed_out' };
  const body = await bodyOf(response);
  if (response.ok) {
    const read = saved.safeParse(body);
    return read.success ? { kind: 'saved', ...read.data } : { kind: 'unreachable' };
  }
  const issues = issuesIn(body);
  if (response.status === 422 || response.status === 400 || response.status === 413) return { kind: 'refused', issues };
  const closed = response.status === 403 || response.status === 404 || response.status === 409;
  return closed ? { kind: 'closed', issues } : { kind: 'unreachable' };
}

// The server's own issues: their shape is the union that it compiled with.
const issuesIn = (body: unknown): Issue[] => {
  const read = refusal.safeParse(body);
  return read.success ? (read.data.issues as unknown as Issue[]) : [];
};

async function ask(address: string, init: RequestInit = {}): Promise<Response | null> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), patience);
  try {
    return await fetch(address, { ...init, cache: 'no-store', credentials: 'same-origin', signal: control.signal });
  } catch {
    return null; // no network, or no server: the caller tries again
  } finally {
    clearTimeout(timer);
  }
}

const bodyOf = (response: Response): Promise<unknown> => response.json().catch(() => null);
