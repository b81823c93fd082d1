import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { db } from '@/lib/server/db';
import { absoluteLimit } from '@/lib/server/people/session-cookie';

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

const minute = 60_000;
export const idleLimit = 30 * minute;

/** Why a session that the cookie names no longer holds. */
export type Lapse = 'idle' | 'expired' | 'ended';

export type Standing = { actor: SignedIn } | { lapse: Lapse };

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
