import 'server-only';
import { publicAddress } from '@/lib/domain/public-address';
import { type WithdrawalNotice, withdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { db } from '@/lib/server/db';

// The publication log at an address, of whatever kind. Opens the publications and no other table.

export const editionFields = {
  number: true,
  act: true,
  title: true,
  note: true,
  sha256: true,
  signedBy: true,
  publishedAt: true,
} as const;

/** One line of the publication log, without its content. */
export type Edition = {
  number: number;
  act: 'publish' | 'correct' | 'withdraw';
  title: string;
  note: string;
  sha256: string;
  signedBy: string;
  publishedAt: Date;
};

/** Every edition at an address below an organisation ("reports/2020"), first to last; the last one holds. */
export const editionsOf = (slug: string, path: string): Promise<Edition[]> =>
  db.publication.findMany({
    where: { path, organisation: { slug } },
    orderBy: { number: 'asc' },
    select: editionFields,
  });

/**
 * The addresses of an organisation's documents, and of every edition of them, in both sizes: each answers for good, with a
 * notice where it was withdrawn, and no list leads to what was.
 */
export async function permanentAddresses(slug: string): Promise<string[]> {
  const rows = await db.publication.findMany({
    where: { act: { not: 'withdraw' }, organisation: { slug } },
    select: { path: true, number: true },
    orderBy: [{ path: 'asc' }, { number: 'asc' }],
  });
  const places = rows.flatMap(({ path, number }) => [[path], [path, number]]);
  const addresses = places.flatMap((place) =>
    (['standard', 'large'] as const).map((size) => publicAddress(size, slug, ...place)),
  );
  return [...new Set(addresses)];
}

/** The edition of that number, or the one that holds. */
export const chosen = (editions: readonly Edition[], number?: number) =>
  number === undefined ? editions.at(-1) : editions.find((edition) => edition.number === number);

/** A withdrawal takes every edition before it with it; what was published after it is public again. */
export const withdrawalOf = (editions: readonly Edition[], { number }: Edition) =>
  editions.find((each) => each.act === 'withdraw' && each.number >= number) ?? null;

/** The edition that a correction corrected; null where that can no longer be read. */
export function correctedBy(editions: readonly Edition[], { act, number }: Edition): Edition | null {
  if (act !== 'correct') return null;
  const before = editions.findLast((each) => each.number < number && each.act !== 'withdraw');
  return before && !withdrawalOf(editions, before) ? before : null;
}

/** What was signed, byte for byte. */
export async function snapshotOf(slug: string, path: string, number: number): Promise<string> {
  const { snapshot } = await db.publication.findFirstOrThrow({
    where: { path, number, organisation: { slug } },
    select: { snapshot: true },
  });
  return snapshot;
}

/** What stands in the place of an edition that was withdrawn. */
export const noticeOf = async (slug: string, path: string, number: number): Promise<WithdrawalNotice> =>
  withdrawalNotice.parse(JSON.parse(await snapshotOf(slug, path, number)));

/** With which status an address is to be answered. */
export async function statusOf(slug: string, path: string, number?: number): Promise<200 | 404 | 410> {
  const editions = await editionsOf(slug, path);
  const edition = chosen(editions, number);
  if (!edition) return 404;
  return withdrawalOf(editions, edition) ? 410 : 200;
}

/** The bytes that were signed, for whoever wants to check their hash; null where that edition is not public. */
export async function publicSnapshotOf(slug: string, path: string, number: number): Promise<string | null> {
  return (await statusOf(slug, path, number)) === 200 ? snapshotOf(slug, path, number) : null;
}
