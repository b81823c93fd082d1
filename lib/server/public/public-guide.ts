import 'server-only';
import type { GuideContent } from '@/lib/domain/guide/content';
import { guidePath, parseGuide } from '@/lib/domain/guide/guide-of';
import type { WithdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import {
  chosen,
  correctedBy,
  type Edition,
  editionsOf,
  noticeOf,
  publicSnapshotOf,
  snapshotOf,
  statusOf,
  withdrawalOf,
} from '@/lib/server/public/public-editions';

// The guide as citizens read it. Opens the publications and no other table.

export type PublicGuide = {
  edition: Edition;
  /** Every edition, first to last; the last one holds. */
  editions: Edition[];
  /** Set where this edition is no longer public: what stands in its place. */
  withdrawal: WithdrawalNotice | null;
  /** Null where it is withdrawn. `before` is what a correction corrected, where that can still be read. */
  content: { guide: GuideContent; before: GuideContent | null } | null;
};

/** The edition of the guide that holds, or one by its number; null where there never was one. */
export async function publicGuide(slug: string, number?: number): Promise<PublicGuide | null> {
  const editions = await editionsOf(slug, guidePath);
  const edition = chosen(editions, number);
  if (!edition) return null;
  const taken = withdrawalOf(editions, edition);
  if (taken) return { edition, editions, withdrawal: await noticeOf(slug, guidePath, taken.number), content: null };
  const read = async (of: Edition) => parseGuide(await snapshotOf(slug, guidePath, of.number));
  const before = correctedBy(editions, edition);
  const content = { guide: await read(edition), before: before && (await read(before)) };
  return { edition, editions, withdrawal: null, content };
}

/** The bytes that were signed; null where that edition is not public. */
export const publicGuideSnapshot = (slug: string, number: number) => publicSnapshotOf(slug, guidePath, number);

/** With which status the address of the guide is to be answered. */
export const publicGuideStatus = (slug: string, number?: number) => statusOf(slug, guidePath, number);
