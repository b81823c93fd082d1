import 'server-only';
import { db } from '@/lib/server/db';

/** The organisation of an installation that has one; a county's has several, and no name before sign-in. */
export async function soleOrganisation() {
  const found = await db.organisation.findMany({ take: 2, select: { name: true, shortName: true } });
  return found.length === 1 ? found[0] : undefined;
}
