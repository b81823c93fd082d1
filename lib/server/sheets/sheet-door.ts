import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { type SheetFault, sheetLimits } from '@/lib/domain/sheet';
import { isFromOwnPage } from '@/lib/server/documents/draft-door';
import { Refusal } from '@/lib/server/refusal';
import { uploadSheet } from '@/lib/server/sheets/import-sheets';
import type { SheetKindName } from '@/lib/server/sheets/sheet-kinds';

// The form around a file.
const envelope = 64 * 1024;

type Asks = () => Promise<Actor>;

/** The door of uploaded lists: an ordinary form, answered with the way to the page that says how it went on. */
export async function answerUpload(
  request: Request,
  asker: Asks,
  work: (id: string) => void,
  kind: SheetKindName = 'items',
): Promise<Response> {
  const desk = `/admin/${kind}/import`;
  if (!isFromOwnPage(request)) return new Response(null, { status: 403 });
  const actor = await asker();
  const file = await fileOf(request);
  if (typeof file === 'string') return seeOther(`${desk}?problem=${file}`);
  try {
    const id = await uploadSheet({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()), kind }, actor);
    work(id);
    return seeOther(`${desk}/${id}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [issue] = error.issues;
    return seeOther(`${desk}?problem=${issue?.code === 'sheet_refused' ? issue.fault : 'not_allowed'}`);
  }
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/** The file of the form, or why there is none. A body that grows beyond every list is not read to its end. */
async function fileOf(request: Request): Promise<File | SheetFault> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type) || !request.body) return 'empty';
  let left = sheetLimits.bytes + envelope;
  const limited = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new RangeError('too large'));
      else controller.enqueue(chunk);
    },
  });
  try {
    const form = await new Response(request.body.pipeThrough(limited), {
      headers: { 'content-type': type },
    }).formData();
    const file = form.get('sheet');
    return file instanceof File && file.size > 0 ? file : 'empty';
  } catch {
    return left < 0 ? 'too_large' : 'broken'; // whatever else it is, it is no form
  }
}
