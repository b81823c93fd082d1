import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { environment } from '@/lib/server/environment';

export const sessionCookie = 'gongkai-session';

/** Milliseconds after which nobody stays signed in, however busy. */
export const absoluteLimit = 12 * 60 * 60_000;

const token = z.object({ sid: z.uuid() });

/** The session that a cookie names; null for none, a forged, a foreign or an outlived one. */
export async function sessionNamedBy(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const parsed = token.safeParse(await decode({ token: cookie, secret: sessionSecret() }));
    return parsed.success ? parsed.data.sid : null;
  } catch {
    return null; // whatever cannot be decrypted with our secret is not a cookie of ours
  }
}

/** What the browser keeps: the key of its session, and nothing else. */
export const cookieFor = (id: string) =>
  encode({ token: { sid: id }, secret: sessionSecret(), maxAge: absoluteLimit / 1000 });

/** Secure wherever the browser came by https, be it to us or to the proxy in front; offices without it still work. */
export function cookieOptions(request: Pick<Headers, 'get'>) {
  const { PUBLIC_URL } = environment();
  const host = request.get('x-forwarded-host') ?? request.get('host');
  const atHome = PUBLIC_URL !== undefined && new URL(PUBLIC_URL).host === host;
  const secure = request.get('x-forwarded-proto') === 'https' || (atHome && PUBLIC_URL.startsWith('https:'));
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}

/** Read when used: it is made or loaded at the start of the process. */
export function sessionSecret(): string {
  const secret = environment().SESSION_SECRET;
  if (!secret) throw new Error('SESSION_SECRET is not set: start with script/server or npm run dev');
  return secret;
}
