import 'server-only';
import { Prisma } from '@/lib/server/generated/client';
import { Refusal } from '@/lib/server/refusal';

/**
 * Writes what tells who asked. The database and its client name a row that they refuse with all its values, which would then
 * stand in the log: what goes on from here is the code alone. Two that wait for each other are still told apart.
 */
export async function withoutData<Result>(writing: () => Promise<Result>): Promise<Result> {
  try {
    return await writing();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const known = error instanceof Prisma.PrismaClientKnownRequestError ? error : null;
    if (known && (known.code === 'P2034' || known.message.includes('40P01')))
      throw new Prisma.PrismaClientKnownRequestError('deadlock detected', { code: 'P2034', clientVersion: '' });
    throw new Error(
      `a request could not be written: ${known?.code ?? (error instanceof Error ? error.name : 'unknown')}`,
    );
  }
}
