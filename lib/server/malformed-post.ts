import 'server-only';
import { attachmentLimit } from '@/lib/domain/attachment';
import { bytesOf } from '@/lib/server/files/bytes-of';

// Forms of the office are short; a report is saved through its own interface, which has its own limit.
const longest = 1_000_000; // bytes
// A posting on a notice board comes with its photograph.
const withPhotograph = attachmentLimit + longest;
const longestFor = (path: string) => (/^\/admin\/board\/[0-9a-f-]{36}$/.test(path) ? withPhotograph : longest);

/**
 * The status for a form that no page of ours has sent: null for all others. Next.js itself would answer these with
 * an error of its own, which then looks like one of ours in the log.
 */
export async function malformedPost(request: Request): Promise<400 | 403 | 413 | null> {
  if (request.method !== 'POST') return null;
  if (!fromHere(request.headers)) return 403;
  const most = longestFor(new URL(request.url).pathname);
  if (Number(request.headers.get('content-length') ?? 0) > most) return 413;
  const body = await bytesOf(request.clone(), most);
  if (body === null) return 413;
  return (await readable(request.headers, new Uint8Array(body))) ? null : 400;
}

// A form on a foreign page would be sent with the cookies of whoever looks at that page.
function fromHere(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function readable(headers: Headers, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const type = headers.get('content-type') ?? '';
  try {
    if (type.startsWith('multipart/form-data')) {
      // React's own encoding puts the arguments of an action beside the fields, under a number.
      const fields = [...(await new Response(body, { headers: { 'content-type': type } }).formData())];
      return fields.every(([name, value]) => !/^\d+$/.test(name) || isArguments(String(value)));
    }
    return !headers.has('next-action') || isArguments(new TextDecoder().decode(body));
  } catch {
    return false; // whatever it is, it is no form
  }
}

/** A list of plain values and forms: our actions take nothing that needs the other references of React's encoding. */
function isArguments(text: string): boolean {
  const strange = (value: unknown) => typeof value === 'string' && /^\$(?!\$|K[0-9a-f]+$|undefined$)/.test(value);
  let plain = true;
  const parsed: unknown = JSON.parse(text, (_, value) => {
    plain &&= !strange(value);
    return value;
  });
  return plain && Array.isArray(parsed);
}
