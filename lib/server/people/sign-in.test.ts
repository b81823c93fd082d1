import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { changePassword } from '@/lib/server/people/change-password';
import { confirmPassword, isConfirmed } from '@/lib/server/people/confirm-password';
import { disablePerson, personOf, resetPassword } from '@/lib/server/people/people';
import { addressOf, signIn } from '@/lib/server/people/sign-in';
import type { SignedIn } from '@/lib/server/people/sign-in-session';
import { standingOf } from '@/lib/server/people/sign-in-session';
import { Refusal } from '@/lib/server/refusal';
import { anOrganisation, lastEvents, password, signedIn } from '@/lib/server/testing/an-organisation';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

// The clock alone is moved; the database and everything else wait in real time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-01-20T08:00:00Z') }));
afterEach(() => void vi.useRealTimers());
const wait = (minutes: number) => vi.setSystemTime(now().getTime() + minutes * 60_000);

const addresses = Array.from({ length: 4000 }, (_, at) => `10.${at >> 8}.${at & 255}.7`);
const elsewhere = () => addresses.pop() ?? '';
const knock = (name: string, typed: string, from = elsewhere()) => signIn(name, typed, from);
const wrong = '错的密码在这里啊';

const refusalOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(() => null).catch((caught: unknown) => caught);
  if (error instanceof Refusal) return error.issues[0];
  if (error) throw error;
  return null;
};
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt))?.code ?? null;

const nameOf = async (whose: string) => {
  const { administrator } = await anOrganisation();
  return whose === 'of nobody' ? `ghost-${administrator.id}` : administrator.signInName;
};

describe('signing in', () => {
  test('opens a session, however the name was typed, and says so in the trail', async () => {
    const { id, slug, administrator } = await anOrganisation();
    const session = await knock(` ${slug.toUpperCase()}．ＡＤＭＩＮ `, password);
    expect(await standingOf(session, now())).toMatchObject({
      actor: { id: administrator.id, roles: ['administrator'] },
    });
    expect(await lastEvents(id, 1)).toEqual(['signed_in']);
  });

  test('says the same to a wrong password, an unknown name and a disabled person', async () => {
    const { administrator, person } = await anOrganisation();
    const gone = await person('drafter');
    await disablePerson({ id: gone.id }, administrator);
    for (const [name, typed] of [
      [administrator.signInName, '不是这个密码也不是那个'],
      ['nobody-by-this-name', password],
      [gone.signInName, password],
    ] as const) {
      expect(await refusalOf(knock(name, typed))).toEqual({ code: 'sign_in_failed', field: 'password' });
    }
  });

  test.each(['of somebody', 'of nobody'])(
    'five failures lock the name %s where they were made, each further one for longer',
    async (whose) => {
      const name = await nameOf(whose);
      const here = elsewhere();
      for (let failure = 1; failure < 5; failure += 1)
        expect(await codeOf(knock(name, wrong, here))).toBe('sign_in_failed');
      for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
        const until = new Date(now().getTime() + minutes * 60_000).toISOString();
        expect(await refusalOf(knock(name, wrong, here))).toEqual({ code: 'locked', field: 'password', until });
        wait(minutes - 0.5);
        expect(await refusalOf(knock(name, password, here))).toEqual({ code: 'locked', field: 'password', until });
        wait(0.5);
      }
      expect(await codeOf(knock(name, password))).toBe(whose === 'of nobody' ? 'sign_in_failed' : null);
      expect(await codeOf(knock(name, password, here))).toBe(whose === 'of nobody' ? 'locked' : null);
    },
  );

  test.each(['of somebody', 'of nobody'])('many addresses are no way around the lock %s', async (whose) => {
    const name = await nameOf(whose);
    for (let failure = 1; failure < 20; failure += 1) expect(await codeOf(knock(name, wrong))).toBe('sign_in_failed');
    for (let round = 0; round < 3; round += 1) {
      expect(await codeOf(knock(name, wrong))).toBe('locked');
      wait(4.9);
      expect(await codeOf(knock(name, password))).toBe('locked');
      wait(0.1);
    }
    expect(await codeOf(knock(name, password))).toBe(whose === 'of nobody' ? 'locked' : null);
  });

  test('whoever knows a name keeps nobody out of where they usually are', async () => {
    const { person } = await anOrganisation();
    const { signInName, id } = await person('principal_leader');
    const usual = '2001:db8:7:7::1';
    await knock(signInName, password, usual);
    const stranger = async () => {
      for (let failure = 0; failure < 25; failure += 1) await codeOf(knock(signInName, wrong));
      expect(await codeOf(knock(signInName, password))).toBe('locked');
    };
    await stranger();
    expect(await codeOf(knock(signInName, password, '2001:db8:7:7::abcd'))).toBeNull();
    await stranger();
    wait(30 * 24 * 60);
    await stranger();
    expect(await codeOf(knock(signInName, password, usual))).toBe('locked');
    // An address is nobody's business: no table holds one.
    expect(JSON.stringify(await db.passwordTries.findMany({ where: { userId: id } }))).not.toContain('2001:db8');
  });

  test('places where nothing happened for a day are forgotten', async () => {
    const { administrator } = await anOrganisation();
    const mine = { userId: administrator.id };
    for (let failure = 0; failure < 9; failure += 1) await codeOf(knock(administrator.signInName, wrong));
    expect(await db.passwordTries.count({ where: mine })).toBe(9);
    wait(24 * 60 + 1);
    await knock(administrator.signInName, password);
    expect(await db.passwordTries.count({ where: mine })).toBe(1);
  });

  test('the right password forgives the wrong ones before it', async () => {
    const { administrator } = await anOrganisation();
    const here = elsewhere();
    for (let round = 0; round < 6; round += 1) {
      for (let failure = 1; failure < 5; failure += 1) await codeOf(knock(administrator.signInName, wrong, here));
      expect(await codeOf(knock(administrator.signInName, password, here))).toBeNull();
    }
  });

  test('thirty tries at once are no way around the lock', async () => {
    const { administrator } = await anOrganisation();
    const here = elsewhere();
    const tries = Array.from({ length: 30 }, () => codeOf(knock(administrator.signInName, wrong, here)));
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === 'sign_in_failed')).toHaveLength(4);
    expect(await db.passwordTries.findMany({ where: { userId: administrator.id } })).toMatchObject([{ failures: 5 }]);
  });

  test('one address that tries many names is asked to wait; others are not', async () => {
    const { administrator } = await anOrganisation();
    for (let count = 0; count < 50; count += 1) await codeOf(signIn(`guess-${count}`, password, '10.9.9.9'));
    expect(await codeOf(signIn(administrator.signInName, password, '10.9.9.9'))).toBe('locked');
    expect(await codeOf(signIn(administrator.signInName, password, '10.9.9.8'))).toBeNull();
    wait(10);
    expect(await codeOf(signIn(administrator.signInName, password, '10.9.9.9'))).toBeNull();
  });

  test('the address is the one that the nearest proxy saw', () => {
    expect(addressOf('203.0.113.5, 10.0.0.7')).toBe('10.0.0.7');
    expect(addressOf(null)).toBe('');
  });
});

describe('asking for the password again', () => {
  test('holds for five minutes in this session only', async () => {
    const { person } = await anOrganisation();
    const here = await person('section_leader');
    const there = await signedIn(here.id, here.organisationId);
    expect(isConfirmed(here, now())).toBe(false);
    const confirmed = await confirmPassword(password, here);
    expect(isConfirmed(confirmed, now())).toBe(true);
    const again = async ({ sessionId }: SignedIn) => {
      const standing = await standingOf(sessionId, now());
      return 'actor' in standing && isConfirmed(standing.actor, now());
    };
    expect(await again(here)).toBe(true);
    expect(await again(there)).toBe(false);
    wait(5);
    expect(await again(here)).toBe(false);
  });

  test('wrong answers lock the question in this session, and nothing else', async () => {
    const { person } = await anOrganisation();
    const here = await person('section_leader');
    const there = await signedIn(here.id, here.organisationId);
    for (let failure = 1; failure < 5; failure += 1) {
      expect(await refusalOf(confirmPassword(wrong, here))).toEqual({ code: 'password_wrong', field: 'password' });
    }
    expect(await codeOf(confirmPassword(wrong, here))).toBe('locked');
    expect(await codeOf(confirmPassword(password, here))).toBe('locked');
    expect(await codeOf(confirmPassword(password, there))).toBeNull();
    expect(await codeOf(knock(here.signInName, password))).toBeNull();
    wait(1);
    expect(await codeOf(confirmPassword(password, here))).toBeNull();
  });

  test('strangers at the sign-in page are not in the way of it', async () => {
    const { person } = await anOrganisation();
    const leader = await person('principal_leader');
    for (let failure = 0; failure < 60; failure += 1) await codeOf(knock(leader.signInName, wrong));
    expect(await codeOf(knock(leader.signInName, password))).toBe('locked');
    expect(await codeOf(confirmPassword(password, leader))).toBeNull();
  });
});

describe('changing the password', () => {
  const newPassword = '河边柳树长出三片新叶';

  test('ends every other session, and the old one opens no door', async () => {
    const { person } = await anOrganisation();
    const here = await person('drafter');
    const there = await signedIn(here.id, here.organisationId);
    await changePassword({ password, newPassword, repeated: newPassword }, here);
    expect(await standingOf(here.sessionId, now())).toHaveProperty('actor');
    expect(await standingOf(there.sessionId, now())).toEqual({ lapse: 'ended' });
    expect(await codeOf(knock(here.signInName, password))).toBe('sign_in_failed');
    expect(await codeOf(knock(here.signInName, newPassword))).toBeNull();
  });

  test.each([
    ['a wrong old one', { password: wrong, newPassword, repeated: newPassword }, 'password_wrong'],
    ['two that differ', { password, newPassword, repeated: `${newPassword}。` }, 'password_differs'],
    ['the old one again', { password, newPassword: password, repeated: password }, 'password_weak'],
    ['a common one', { password, newPassword: 'Password2021', repeated: 'Password2021' }, 'password_weak'],
    [
      'the name of the place',
      { password, newPassword: '柳河镇柳河镇真美啊真美', repeated: '柳河镇柳河镇真美啊真美' },
      'password_weak',
    ],
  ])('is refused with %s', async (_, change, code) => {
    const { person } = await anOrganisation();
    const here = await person('drafter');
    expect(await codeOf(changePassword(change, here))).toBe(code);
  });

  test('after a reset the password works once, lifts the lock and must be changed', async () => {
    const { administrator, person } = await anOrganisation();
    const here = await person('drafter');
    const office = elsewhere();
    for (let failure = 1; failure <= 5; failure += 1) await codeOf(knock(here.signInName, wrong, office));
    expect(await personOf(here.id, administrator)).toMatchObject({ lockedUntil: new Date(now().getTime() + 60_000) });
    const reset = await resetPassword({ id: here.id }, administrator);
    expect(await personOf(here.id, administrator)).toMatchObject({ lockedUntil: null });
    expect(await standingOf(here.sessionId, now())).toEqual({ lapse: 'ended' });
    const session = await knock(here.signInName, reset.password, office);
    const standing = await standingOf(session, now());
    if ('lapse' in standing) throw new Error('the one-time password opened no session');
    expect(standing.actor.mustChangePassword).toBe(true);
    await changePassword({ password: reset.password, newPassword, repeated: newPassword }, standing.actor);
    expect(await standingOf(session, now())).toMatchObject({ actor: { mustChangePassword: false } });
  });
});
