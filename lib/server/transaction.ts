import 'server-only';
import { db, type Tx } from '@/lib/server/db';
import { Prisma } from '@/lib/server/generated/client';

const attempts = 3;

/**
 * Runs in one transaction. Where two wait for each other, PostgreSQL ends one of them before anything of it is written; that one
 * begins again from what the other has left.
 */
export async function inTransaction<Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(run);
    } catch (error) {
      if (!isDeadlock(error) || attempt === attempts) throw error;
    }
  }
}

const isDeadlock = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2034' || /40P01|deadlock detected/.test(error.message));
