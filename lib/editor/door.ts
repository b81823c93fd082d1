import { z } from 'zod';
import type { Issue } from '@/lib/domain/issue';
import { block, cellValue, reportDraft, reportOffice } from '@/lib/domain/report/content';
import { draftOp } from '@/lib/domain/report/merge';
import { type Status, statuses } from '@/lib/domain/workflow/moves';
import type { Author } from '@/lib/editor/holds';
import type { Batch, News, Objection } from '@/lib/editor/replica';

/** What the server says to a save, or why nothing was heard. */
export type Answer =
  | ({ kind: 'saved'; conflicts: Objection[] } & News)
  | { kind: 'unreachable' }
  | { kind: 'signed_out' }
  | { kind: 'closed'; issues: readonly Issue[] }
  | { kind: 'refused'; issues: readonly Issue[] };

export type Heard =
  | ({ kind: 'changed'; status: Status } & News & Author)
  | { kind: 'unchanged' }
  | { kind: 'unreachable' }
  | { kind: 'signed_out' };

export type Door = {
  save: (batch: Batch) => Promise<Answer>;
  /** What others have saved since a version, or who holds the document now. */
  news: (since: number) => Promise<Heard>;
};

const state = z.object({ draft: reportDraft, office: reportOffice });
const author = z
  .string()
  .nullish()
  .transform((name) => name ?? null);
const conflict = z.object({
  op: draftOp,
  current: z.union([cellValue, z.string(), z.array(block)]),
  by: author,
  at: author,
});
const saved = z.object({ version: z.int(), state, conflicts: z.array(conflict) });
const news = z.object({ version: z.int(), state, status: z.enum(statuses), by: author, at: author });
const refusal = z.object({ issues: z.array(z.looseObject({ code: z.string() })) });

/** How long a request may take before it counts as lost; the save stays the same save. */
const patience = 15_000;

export function doorOf(document: string): Door {
  const address = `/api/reports/${document}/draft`;
  return {
    async save(batch) {
      const response = await ask(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(batch),
      });
      return response ? answerOf(response) : { kind: 'unreachable' };
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

async function answerOf(response: Response): Promise<Answer> {
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
