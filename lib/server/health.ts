import 'server-only';
import { setTimeout as after } from 'node:timers/promises';
import { db } from '@/lib/server/db';

const patience = 2_000;

/** Whether the database answers within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const asked = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([asked, after(patience, false, { ref: false })]);
}
