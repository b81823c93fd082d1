import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/access';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { environment } from '@/lib/server/environment';
import { Refusal } from '@/lib/server/refusal';

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

/** The person of this request, or null. Asked of the database every time, so that a session ends at once. */
export const currentActor = cache(async (): Promise<SignedIn | null> => {
  const standing = await standingOfRequest();
  return standing && 'actor' in standing ? standing.actor : null;
});

/** For pages: the person, or off to the sign-in page and back here afterwards. */
export async function requireActor(): Promise<SignedIn> {
  const actor = await requireAnyActor();
  if (actor.mustChangePassword) redirect('/admin/password');
  return actor;
}

/** The same, for the one page that is open while the password must be changed. */
export async function requireAnyActor(): Promise<SignedIn> {
  const standing = await standingOfRequest();
  if (standing && 'actor' in standing) return standing.actor;
  redirect(await signInAddress(standing?.lapse ?? null));
}

/** For route handlers: the person, or a refusal that becomes an answer with status 401. */
export async function actorOrRefusal(): Promise<SignedIn> {
  const actor = await currentActor();
  if (!actor) throw new Refusal([{ code: 'not_signed_in' }]);
  if (actor.mustChangePassword) throw new Refusal([{ code: 'password_change_due' }]);
  return actor;
}

export type Standing = { actor: SignedIn } | { lapse: Lapse };

const standingOfRequest = cache(async (): Promise<Standing | null> => {
  const id = await sessionNamedBy((await cookies()).get(sessionCookie)?.value);
  return id === null ? null : standingOf(id, now());
});

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

/** What a session is worth at this moment. Writes down that the person was seen, at most once a minute. */
export async function standingOf(id: string, at: Date): Promise<Standing> {
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
  if (at.getTime() - row.lastSeenAt.getTime() >= minute) {
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

/** Hands the browser the key of its session, for as long as the browser stays open. */
export async function giveCookie(id: string) {
  const value = await encode({ token: { sid: id }, secret: sessionSecret(), maxAge: absoluteLimit / 1000 });
  (await cookies()).set(sessionCookie, value, cookieOptions(await headers()));
}

export async function takeCookieBack() {
  (await cookies()).delete(sessionCookie);
}

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

// proxy.ts writes the address of the page into this header, and never lets one from outside through.
async function signInAddress(lapse: Lapse | null): Promise<string> {
  const search = new URLSearchParams();
  if (lapse) search.set('why', lapse);
  const back = (await headers()).get('x-gongkai-path');
  if (back && back !== '/admin') search.set('back', back);
  return search.size === 0 ? '/admin/sign-in' : `/admin/sign-in?${search}`;
}
