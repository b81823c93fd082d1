import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/access';
import { db } from '@/lib/server/db';
import { environment } from '@/lib/server/environment';

export type SignedIn = Actor & {
  signInName: string;
  name: string;
  post: string;
  organisation: { id: string; slug: string; name: string; shortName: string };
  sessionId: string;
  mustChangePassword: boolean;
  /** When the password was last asked again in this session. */
  confirmedAt: Date | null;
};

export const sessionCookie = 'gongkai-session';

const minute = 60_000;
export const idleLimit = 30 * minute;
export const absoluteLimit = 12 * 60 * minute;

/** Why a session that the cookie names no longer holds. */
export type Lapse = 'idle' | 'expired' | 'ended';

export type Standing = { actor: SignedIn } | { lapse: Lapse };

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

/**
 * What a session is worth at this moment. Writes down that the person was seen, at most once a minute; not where
 * a page asks by itself, before which nobody may be sitting.
 */
export async function standingOf(id: string, at: Date, attended = true): Promise<Standing> {
  const row = await db.signInSession.findUnique({
    where: { id },
    select: {
      startedAt: true,
      lastSeenAt: true,
      confirmedAt: true,
      endedAt: true,
      user: {
        select: {
          id: true,
          signInName: true,
          name: true,
          post: true,
          mustChangePassword: true,
          disabledAt: true,
          roles: { select: { role: true } },
          leads: { select: { fieldId: true } },
          organisation: { select: { id: true, slug: true, name: true, shortName: true } },
        },
      },
    },
  });
  if (!row || row.endedAt || row.user.disabledAt) return { lapse: 'ended' };
  if (at.getTime() - row.startedAt.getTime() >= absoluteLimit) return { lapse: 'expired' };
  if (at.getTime() - row.lastSeenAt.getTime() >= idleLimit) return { lapse: 'idle' };
  if (attended && at.getTime() - row.lastSeenAt.getTime() >= minute) {
    await db.signInSession.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: at } });
  }
  const { roles, leads, organisation, disabledAt, ...person } = row.user;
  return {
    actor: {
      ...person,
      organisationId: organisation.id,
      organisation,
      roles: roles.map(({ role }) => role),
      leads: leads.map(({ fieldId }) => fieldId),
      sessionId: id,
      confirmedAt: row.confirmedAt,
    },
  };
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
