import { handOverPages } from '@/lib/pages/hand-over';
import { db } from '@/lib/server/db';
import { environment } from '@/lib/server/environment';
import { openDatabase } from '@/server/database';

/** One subcommand: how it is called, and the code it exits with (0 done, 1 findings or a refusal). */
export type Command = { usage: string; run: (args: string[]) => Promise<number> };

/** The arguments make no sense; the command line says so, shows the usage and exits with 2. */
export class WrongCall extends Error {}

/** Works on the database of DATABASE_URL or our own one, which is started for the command when it isn't running. */
export async function onDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  handOverPages();
  const database = await openDatabase(environment());
  try {
    return await work();
  } finally {
    await db.$disconnect();
    await database.stop();
  }
}
