import 'server-only';
import { db } from '@/lib/server/db';

/** The organisation that works here, where it is one alone; those above it do not count. Several: none is named before sign-in. */
export async function soleOrganisation() {
  const found = await db.organisation.findMany({
    where: { children: { none: {} } },
    take: 2,
    select: { name: true, shortName: true },
  });
  return found.length === 1 ? found[0] : undefined;
}
