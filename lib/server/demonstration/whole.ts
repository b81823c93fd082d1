import 'server-only';
import { db } from '@/lib/server/db';
import { drafter, town } from '@/lib/server/demonstration/cast';

/** Whether the demonstration is there: the draft for 2021 is its last step. */
export async function isDemonstrationWhole(): Promise<boolean> {
  const last = await db.annualReport.findFirst({
    where: {
      year: 2021,
      document: { drafter: { signInName: drafter.signInName }, organisation: { slug: town.organisation.slug } },
    },
    select: { documentId: true },
  });
  return last !== null;
}
