import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { requestFileKinds } from '@/lib/domain/requests/request-form';
import { answered, isFromOwnPage, json, refusal } from '@/lib/server/documents/draft-door';
import { handedOut, uploadedIn } from '@/lib/server/files/file-door';
import { addRequestFile, askToAddToRequest, requestFile } from '@/lib/server/requests/request-files';

type Asks = () => Promise<Actor>;

/** Takes one file of a request: its bytes are the body, its name stands in X-File-Name, URI-encoded; ?kind= says what it is. */
export function answerRequestFile(request: Request, id: string, asker: Asks): Promise<Response> {
  return answered(async () => {
    if (!isFromOwnPage(request)) return refusal(403, []);
    const actor = await asker();
    const wanted = new URL(request.url).searchParams.get('kind');
    const kind = requestFileKinds.find((each) => each === wanted);
    if (!kind) return refusal(422, [{ code: 'bad_input', field: 'kind', problem: 'unknown_choice' }]);
    await askToAddToRequest(id, actor);
    const uploaded = await uploadedIn(request);
    if (uploaded instanceof Response) return uploaded;
    return json(200, { id: await addRequestFile(id, { kind, ...uploaded }, actor) });
  });
}

/** Hands a file out to whoever may see who asked; each time the trail gains a line. */
export function answerRequestFileRead(request: Request, id: string, fileId: string, asker: Asks): Promise<Response> {
  return answered(async () => {
    // A link on another site would open it in the person's name, and leave the line.
    const site = request.headers.get('sec-fetch-site');
    if (site !== null && site !== 'same-origin' && site !== 'none') return refusal(403, []);
    const file = await requestFile(id, fileId, await asker());
    return file ? handedOut(file) : refusal(404, [{ code: 'not_found' }]);
  });
}
