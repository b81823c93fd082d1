import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { now } from '@/lib/server/clock';
import { cookieFor, cookieOptions, sessionCookie, sessionNamedBy } from '@/lib/server/people/session-cookie';
import { type Lapse, type SignedIn, type Standing, standingOf } from '@/lib/server/people/sign-in-session';
import { Refusal } from '@/lib/server/refusal';

export type { SignedIn };

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
  return orRefusal(await standingOfRequest());
}

/** The same for what a page asks by itself, again and again: an empty chair must not keep the session alive. */
export async function watcherOrRefusal(): Promise<SignedIn> {
  const id = await sessionOfRequest();
  return orRefusal(id === null ? null : await standingOf(id, now(), false));
}

function orRefusal(standing: Standing | null): SignedIn {
  const actor = standing && 'actor' in standing ? standing.actor : null;
  if (!actor) throw new Refusal([{ code: 'not_signed_in' }]);
  if (actor.mustChangePassword) throw new Refusal([{ code: 'password_change_due' }]);
  return actor;
}

const standingOfRequest = cache(async (): Promise<Standing | null> => {
  const id = await sessionOfRequest();
  return id === null ? null : standingOf(id, now());
});

const sessionOfRequest = async () => sessionNamedBy((await cookies()).get(sessionCookie)?.value);

/** Hands the browser the key of its session, for as long as the browser stays open. */
export async function giveCookie(id: string) {
  (await cookies()).set(sessionCookie, await cookieFor(id), cookieOptions(await headers()));
}

export async function takeCookieBack() {
  (await cookies()).delete(sessionCookie);
}

// proxy.ts writes the address of the page into this header, and never lets one from outside through.
async function signInAddress(lapse: Lapse | null): Promise<string> {
  const search = new URLSearchParams();
  if (lapse) search.set('why', lapse);
  const back = (await headers()).get('x-gongkai-path');
  if (back && back !== '/admin') search.set('back', back);
  return search.size === 0 ? '/admin/sign-in' : `/admin/sign-in?${search}`;
}
