import { encode } from 'next-auth/jwt';
import { describe, expect, test } from 'vitest';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { changePerson, disablePerson } from '@/lib/server/people/people';
import { absoluteLimit, cookieOptions, sessionNamedBy, sessionSecret } from '@/lib/server/people/session-cookie';
import { signOut, signOutEverywhere } from '@/lib/server/people/sign-in';
import { idleLimit, standingOf } from '@/lib/server/people/sign-in-session';
import { anOrganisation, lastEvents, signedIn } from '@/lib/server/testing/an-organisation';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

const lapseOf = async (sessionId: string, at = now()) => {
  const standing = await standingOf(sessionId, at);
  return 'lapse' in standing ? standing.lapse : null;
};
const later = (milliseconds: number) => new Date(now().getTime() + milliseconds);

describe('a cookie', () => {
  const sid = '019ab000-0000-7000-8000-000000000000';
  const made = (token: Record<string, unknown>, secret = sessionSecret(), maxAge = 60) =>
    encode({ token, secret, maxAge });

  test('of ours names its session', async () => {
    expect(await sessionNamedBy(await made({ sid }))).toBe(sid);
  });

  test.each([
    ['none', undefined],
    ['empty', ''],
    ['made up', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z'],
    ['unsigned', `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify({ sid })).toString('base64url')}.`],
    ['signed by another installation', made({ sid }, 'another secret, made for another township')],
    ['outlived', made({ sid }, sessionSecret(), -60)],
    ['without a session', made({ sub: sid })],
    ['with a session that cannot be', made({ sid: "' OR 1=1" })],
  ])('that is %s names nobody', async (_, cookie) => {
    expect(await sessionNamedBy(await cookie)).toBeNull();
  });

  test('altered in any one place names nobody', async () => {
    const cookie = await made({ sid });
    // The last character carries bits that no byte needs.
    for (let at = 0; at < cookie.length - 1; at += 7) {
      const altered = `${cookie.slice(0, at)}${cookie[at] === 'A' ? 'B' : 'A'}${cookie.slice(at + 1)}`;
      expect(await sessionNamedBy(altered), altered).not.toBe(sid);
    }
  });

  test.each([
    [{ host: '192.168.1.9:3000', 'x-forwarded-proto': 'http' }, false],
    [{ host: 'gk.example.gov.cn', 'x-forwarded-proto': 'https' }, true],
    [{ host: '127.0.0.1:3000', 'x-forwarded-host': 'gk.example.gov.cn', 'x-forwarded-proto': 'https' }, true],
  ])('is secure where the browser came by https: %o', (headers, secure) => {
    expect(cookieOptions(new Headers(headers as Record<string, string>))).toEqual({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure,
    });
  });
});

describe('a session', () => {
  test('stands while it is used, and writes down when, at most once a minute', async () => {
    const { person } = await anOrganisation();
    const { sessionId } = await person('drafter');
    const seen = async () => (await db.signInSession.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt;
    const first = await seen();
    expect(await lapseOf(sessionId, later(59_000))).toBeNull();
    expect(await seen()).toEqual(first);
    const after = later(61_000);
    expect(await lapseOf(sessionId, after)).toBeNull();
    expect(await seen()).toEqual(after);
  });

  test('is not kept alive by a page that asks by itself', async () => {
    const { person } = await anOrganisation();
    const { sessionId } = await person('drafter');
    for (let minutes = 5; minutes < 30; minutes += 5) {
      expect(await standingOf(sessionId, later(minutes * 60_000), false)).toHaveProperty('actor');
    }
    expect(await standingOf(sessionId, later(idleLimit + 1000), false)).toEqual({ lapse: 'idle' });
  });

  test('ends after thirty idle minutes', async () => {
    const { person } = await anOrganisation();
    const { sessionId } = await person('drafter');
    expect(await lapseOf(sessionId, later(idleLimit + 1000))).toBe('idle');
  });

  test('ends after twelve hours, however busy', async () => {
    const { person } = await anOrganisation();
    const { sessionId } = await person('drafter');
    for (let at = 0; at < absoluteLimit - idleLimit; at += idleLimit / 2) {
      expect(await lapseOf(sessionId, later(at))).toBeNull();
    }
    expect(await lapseOf(sessionId, later(absoluteLimit + 1000))).toBe('expired');
  });

  test('ends at once when the person is disabled', async () => {
    const { administrator, person } = await anOrganisation();
    const { id, sessionId } = await person('drafter');
    await disablePerson({ id }, administrator);
    expect(await lapseOf(sessionId)).toBe('ended');
    expect(await lapseOf(administrator.sessionId)).toBeNull();
  });

  test('ends at once when a role is taken away, and knows a new one without', async () => {
    const { administrator, person } = await anOrganisation();
    const { id, sessionId } = await person('drafter');
    const facts = { id, name: '李某', post: '' };
    await changePerson({ ...facts, roles: ['drafter', 'auditor'] }, administrator);
    const standing = await standingOf(sessionId, now());
    expect(standing).toMatchObject({ actor: { roles: expect.arrayContaining(['drafter', 'auditor']) } });
    await changePerson({ ...facts, roles: ['auditor'] }, administrator);
    expect(await lapseOf(sessionId)).toBe('ended');
    expect(await lastEvents(administrator.organisationId, 2)).toEqual(['sessions_ended', 'role_withdrawn']);
  });

  test('that nobody began has ended', async () => {
    expect(await lapseOf('019ab000-0000-7000-8000-000000000000')).toBe('ended');
  });

  test('is signed out alone, or with all others of the person', async () => {
    const { person } = await anOrganisation();
    const here = await person('drafter');
    const there = await signedIn(here.id, here.organisationId);
    const elsewhere = await signedIn(here.id, here.organisationId);
    await signOut(there);
    expect(await Promise.all([here, there, elsewhere].map(({ sessionId }) => lapseOf(sessionId)))).toEqual([
      null,
      'ended',
      null,
    ]);
    await signOutEverywhere(here);
    expect(await Promise.all([here, elsewhere].map(({ sessionId }) => lapseOf(sessionId)))).toEqual(['ended', 'ended']);
  });
});
