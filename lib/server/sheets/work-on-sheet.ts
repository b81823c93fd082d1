import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { checkSheet } from '@/lib/server/sheets/check-sheet';
import { patience } from '@/lib/server/sheets/import-sheets';
import { takeInSheet } from '@/lib/server/sheets/take-in-sheet';

/**
 * Does what is to be done for an uploaded list, unless somebody is at it: reads and checks it, or takes its sound rows in.
 * Called after the answer has gone out; what was broken off is taken up by whoever looks next.
 */
export async function workOnSheet(id: string) {
  const [claimed] = await db.importSheet.updateManyAndReturn({
    where: {
      id,
      state: { in: ['waiting', 'checking', 'importing'] },
      beatAt: { lt: new Date(now().getTime() - patience) },
    },
    data: { beatAt: now() },
    select: { state: true },
  });
  if (claimed) await (claimed.state === 'importing' ? takeInSheet(id) : checkSheet(id));
}
