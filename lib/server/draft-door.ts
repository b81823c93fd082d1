import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { badInput } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import { saveRequest } from '@/lib/domain/report/merge';
import { Refusal } from '@/lib/server/refusal';
import { draftSince } from '@/lib/server/reports';
import { saveDraft } from '@/lib/server/save-draft';

/** More than any save can need; a whole report in Chinese has some 20 kB. */
const largest = 1024 * 1024;

type Asks = () => Promise<Actor>;

/** The door of autosave. What comes in may be anything; what goes out is an answer, never a failure. */
export function answerSave(request: Request, id: string, asker: Asks): Promise<Response> {
  return answered(async () => {
    if (!isFromOwnPage(request)) return refusal(403, []);
    const actor = await asker();
    if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return refusal(415, [malformed]);
    const body = await textOf(request);
    if (body === null) return refusal(413, [{ code: 'bad_input', field: 'changes', problem: 'too_long' }]);
    const parsed = saveRequest.safeParse(jsonOf(body));
    if (!parsed.success) return refusal(422, badInput(parsed.error));
    return json(200, await saveDraft({ id, ...parsed.data }, actor));
  });
}

/** What has happened to the draft since a version. */
export function answerNews(request: Request, id: string, asker: Asks): Promise<Response> {
  return answered(async () => {
    const actor = await asker();
    const since = new URL(request.url).searchParams.get('since') ?? '';
    const news = await draftSince(id, /^\d{1,9}$/.test(since) ? Number(since) : -1, actor);
    return news ? json(200, news) : refusal(404, [{ code: 'not_found' }]);
  });
}

async function answered(answer: () => Promise<Response>): Promise<Response> {
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

const refusal = (status: number, issues: readonly Issue[]) => json(status, { issues });

const json = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

// A page of another site can send a request with our cookie; it cannot make up where it comes from.
function isFromOwnPage({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')];
  return origin !== null && URL.canParse(origin) && hosts.includes(new URL(origin).host);
}

/** The body, or null when it is larger than any save: it is then not read to its end. */
async function textOf({ body }: Request): Promise<string | null> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader; ) {
    const { value, done } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > largest) return null;
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
