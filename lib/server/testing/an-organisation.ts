import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/domain/access';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { foundOrganisation } from '@/lib/server/organisation/found-organisation';
import { createAccount } from '@/lib/server/people/accounts';
import { type SignedIn, standingOf } from '@/lib/server/people/sign-in-session';

export const password = '村口老槐树下有三只鸡';

/** An organisation with an administrator, made as a real one is; more people come signed in. */
export async function anOrganisation(shortName = '柳河镇') {
  const slug = `town-${randomUUID().slice(0, 8)}`;
  const names = { name: `${shortName}人民政府`, shortName, officeName: `${shortName}人民政府党政办公室` };
  const first = { signInName: `${slug}.admin`, name: '王某', post: '', password };
  const { id, userId } = await foundOrganisation({ slug, ...names, level: 'township' }, first);

  async function person(...roles: Role[]) {
    const signInName = `${slug}.${randomUUID().slice(0, 8)}`;
    const account = { signInName, name: '李某', post: '', roles, password, mustChangePassword: false };
    const userId = await db.$transaction((tx) => createAccount(tx, account, { id: null, organisationId: id }));
    return signedIn(userId, id);
  }
  return { id, slug, administrator: await signedIn(userId, id), person };
}

/** A session of a person, as it stands at its first request. */
export async function signedIn(userId: string, organisationId: string): Promise<SignedIn> {
  const at = now();
  const session = await db.signInSession.create({ data: { userId, organisationId, startedAt: at, lastSeenAt: at } });
  const standing = await standingOf(session.id, at);
  if ('lapse' in standing) throw new Error('a session that has just begun does not stand');
  return standing.actor;
}

/** The kinds of the last lines of the trail, newest first. */
export async function lastEvents(organisationId: string, count: number): Promise<string[]> {
  const lines = await db.auditEvent.findMany({ where: { organisationId }, orderBy: { sequence: 'desc' }, take: count });
  return lines.map(({ event }) => JSON.parse(event).kind);
}
