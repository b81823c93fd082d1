import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/domain/access';
import { type GuideSave, guideSave } from '@/lib/domain/guide/merge';
import { badInput } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import { type ItemSave, itemSave } from '@/lib/domain/items/merge';
import { type SaveRequest, saveRequest } from '@/lib/domain/report/merge';
import { type LetterSave, letterSave } from '@/lib/domain/requests/letter-merge';
import { bytesOf } from '@/lib/server/files/bytes-of';
import { guideSince } from '@/lib/server/guide/guides';
import { saveGuide } from '@/lib/server/guide/save-guide';
import { itemSince } from '@/lib/server/items/items';
import { saveItem } from '@/lib/server/items/save-item';
import { letterSince } from '@/lib/server/letters/letters';
import { saveLetter } from '@/lib/server/letters/save-letter';
import { Refusal } from '@/lib/server/refusal';
import { draftSince } from '@/lib/server/reports/reports';
import { saveDraft } from '@/lib/server/reports/save-draft';

type Asks = () => Promise<Actor>;

/** Where the drafts of one kind are saved and asked for. */
export type Door<Save> = {
  schema: z.ZodType<Save>;
  /** Bytes: more than any save can need. */
  largest: number;
  save: (request: Save & { id: string }, actor: Actor) => Promise<object>;
  since: (id: string, version: number, actor: Actor) => Promise<object | null>;
};

/** A whole report in Chinese has some 20 kB. */
export const reportDoor: Door<SaveRequest> = {
  schema: saveRequest,
  largest: 1024 * 1024,
  save: saveDraft,
  since: draftSince,
};

/** A list of a whole village, before and after. */
export const itemDoor: Door<ItemSave> = {
  schema: itemSave,
  largest: 4 * 1024 * 1024,
  save: saveItem,
  since: itemSince,
};

/** A guide has fields of some 20 kB together. */
export const guideDoor: Door<GuideSave> = {
  schema: guideSave,
  largest: 1024 * 1024,
  save: saveGuide,
  since: guideSince,
};

/** A letter has fields of some 20 kB together. */
export const letterDoor: Door<LetterSave> = {
  schema: letterSave,
  largest: 1024 * 1024,
  save: saveLetter,
  since: letterSince,
};

/** The door of autosave. What comes in may be anything; what goes out is an answer, never a failure. */
export function answerSave<Save>(request: Request, id: string, asker: Asks, door: Door<Save>): Promise<Response> {
  return answered(async () => {
    if (!isFromOwnPage(request)) return refusal(403, []);
    const actor = await asker();
    if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return refusal(415, [malformed]);
    const body = await bytesOf(request, door.largest);
    if (body === null) return refusal(413, [{ code: 'bad_input', field: 'changes', problem: 'too_long' }]);
    const parsed = door.schema.safeParse(jsonOf(body.toString('utf8')));
    if (!parsed.success) return refusal(422, badInput(parsed.error));
    return json(200, await door.save({ id, ...parsed.data }, actor));
  });
}

/** What has happened to the draft since a version. */
export function answerNews<Save>(request: Request, id: string, asker: Asks, door: Door<Save>): Promise<Response> {
  return answered(async () => {
    const actor = await asker();
    const since = new URL(request.url).searchParams.get('since') ?? '';
    const news = await door.since(id, /^\d{1,9}$/.test(since) ? Number(since) : -1, actor);
    return news ? json(200, news) : refusal(404, [{ code: 'not_found' }]);
  });
}

/** What the answer is, or the refusal of it. */
export async function answered(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refusal) return refusal(statusOf(error.issues), error.issues);
    throw error;
  }
}

const statuses: Partial<Record<Issue['code'], number>> = {
  not_signed_in: 401,
  password_change_due: 401,
  not_allowed: 403,
  not_found: 404,
  move_not_open: 409,
};

const statusOf = ([first]: readonly Issue[]) => (first && statuses[first.code]) ?? 422;

const malformed: Issue = { code: 'bad_input', field: '', problem: 'malformed' };

export const refusal = (status: number, issues: readonly Issue[]) => json(status, { issues });

export const json = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

// A page of another site can send a request with our cookie; it cannot make up where it comes from.
export function isFromOwnPage({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')];
  return origin !== null && URL.canParse(origin) && hosts.includes(new URL(origin).host);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
