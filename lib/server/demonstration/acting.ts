import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { Mover } from '@/lib/server/documents/move-document';

/** A person of the demonstration, as if they had just signed in and confirmed their password. */
export async function acting({ signInName }: { signInName: string }): Promise<Mover> {
  const { roles, leads, ...person } = await db.user.findUniqueOrThrow({
    where: { signInName },
    select: {
      id: true,
      organisationId: true,
      name: true,
      post: true,
      roles: { select: { role: true } },
      leads: { select: { fieldId: true } },
    },
  });
  return {
    ...person,
    roles: roles.map(({ role }) => role),
    leads: leads.map(({ fieldId }) => fieldId),
    confirmedAt: now(),
  };
}
