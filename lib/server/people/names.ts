import 'server-only';
import { db } from '@/lib/server/db';

/** Names of the organisation's people and fields by id, for lines of the trail that name them so. */
export async function namesIn(organisationId: string) {
  const [people, fields] = await Promise.all([
    db.user.findMany({ where: { organisationId }, select: { id: true, name: true } }),
    db.field.findMany({ where: { organisationId }, select: { id: true, name: true } }),
  ]);
  const names = new Map([...people, ...fields].map(({ id, name }) => [id, name]));
  return (id: string) => names.get(id) ?? id;
}
