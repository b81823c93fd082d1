import 'server-only';
import { NextRequest } from 'next/server';

// The rest of what next-auth serves are pages, which are our own, and doors of providers, which we do not have.
const doors = ['GET csrf', 'GET session', 'POST callback/credentials', 'POST signout'];
const fields = ['csrfToken', 'json', 'signInName', 'password'];

/** What of a request next-auth may see: it answers what it does not expect with an error of its own. Null: nothing. */
export async function admitted(request: Request, path: readonly string[]): Promise<NextRequest | null> {
  if (!doors.includes(`${request.method} ${path.join('/')}`)) return null;
  if (!returnAddressOf(request.headers.get('cookie') ?? '').every(isWebAddress)) return null;
  const { origin, pathname } = new URL(request.url);
  const headers = new Headers(request.headers);
  if (request.method === 'GET') return new NextRequest(`${origin}${pathname}`, { headers });
  if (!headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) return null;
  const sent = new URLSearchParams(await request.text());
  const body = new URLSearchParams(fields.map((field) => [field, sent.get(field) ?? '']));
  headers.delete('content-length');
  return new NextRequest(`${origin}${pathname}`, { method: 'POST', headers, body });
}

// next-auth keeps one in a cookie, under a name that depends on the protocol.
const returnAddressOf = (cookies: string) =>
  [...cookies.matchAll(/next-auth\.callback-url=([^;]*)/g)].map(([, value = '']) => decoded(value));

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return ''; // no address at all
  }
}

const isWebAddress = (text: string) => /^https?:\/\//.test(text) && URL.canParse(text);
