import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';
import { keyRing } from '@/lib/server/sealing/key-ring';

/** A key that something is sealed with and that the ring does not hold: nobody can open it until the key is back. */
export type MissingKey = { id: string; requests: number; files: number };

/** Of all organisations, for the start of the process. */
export const missingKeys = (): Promise<MissingKey[]> => missingIn(Prisma.empty);

/** Of the organisation, for its administrators; nothing for others. */
export async function missingKeysOf(actor: Actor): Promise<MissingKey[]> {
  return can(actor, 'manage') ? missingIn(Prisma.sql`AND organisation_id = ${actor.organisationId}::uuid`) : [];
}

const missingIn = (where: Prisma.Sql) => {
  const known = keyRing().keys.map(({ id }) => id);
  return db.$queryRaw<MissingKey[]>`
    SELECT id, sum(requests)::int AS requests, sum(files)::int AS files FROM (
      SELECT sealed_with AS id, count(*) AS requests, 0 AS files FROM (
        SELECT id, sealed_with FROM disclosure_request WHERE sealed_with <> ALL (${known}) ${where}
        UNION SELECT request_id, sealed_with FROM request_change WHERE sealed_with <> ALL (${known}) ${where}
      ) request GROUP BY 1
      UNION ALL
      SELECT sealed_with, 0, count(*) FROM request_file
      WHERE erased_at IS NULL AND sealed_with <> ALL (${known}) ${where} GROUP BY 1
    ) part GROUP BY id ORDER BY id`;
};
