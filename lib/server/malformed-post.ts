import 'server-only';

// Forms of the office are short; a report is saved through its own interface, which has its own limit.
const longest = 1_000_000;

/**
 * The status for a form that no page of ours has sent: null for all others. Next.js itself would answer these with
 * an error of its own, which then looks like one of ours in the log.
 */
export async function malformedPost(request: Request): Promise<400 | 403 | 413 | null> {
  if (request.method !== 'POST') return null;
  if (!fromHere(request.headers)) return 403;
  if (Number(request.headers.get('content-length') ?? 0) > longest) return 413;
  return (await readable(request.clone())) ? null : 400;
}

// A form on a foreign page would be sent with the cookies of whoever looks at that page.
function fromHere(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function readable(request: Request): Promise<boolean> {
  const type = request.headers.get('content-type') ?? '';
  try {
    if (type.startsWith('multipart/form-data')) {
      // React's own encoding puts the arguments of an action beside the fields, under a number.
      const fields = [...(await request.formData())];
      return fields.every(([name, value]) => !/^\d+$/.test(name) || isArguments(String(value)));
    }
    return !request.headers.has('next-action') || isArguments(await request.text());
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
