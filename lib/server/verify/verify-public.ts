import 'server-only';
import { createHash } from 'node:crypto';
import { isItemExtension, itemFormats } from '@/lib/documents/item-formats';
import { reread } from '@/lib/documents/reading/compare';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import { isReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { ItemContent } from '@/lib/domain/items/content';
import { pictureName, publicAddress } from '@/lib/domain/public-address';
import type { PublicFault } from '@/lib/domain/verification';
import { publicationFacts } from '@/lib/server/documents/publication-facts';
import { editionsOf } from '@/lib/server/public/public-editions';
import { itemSnapshot } from '@/lib/server/public/public-item-files';
import { type PublicItem, publicItem, publicItemNumbers } from '@/lib/server/public/public-items';
import { organisationIdOf } from '@/lib/server/public/public-organisation';
import { type PublishedReport, publishedReport, publishedReports } from '@/lib/server/public/public-reports';
import { orUnreadable, placesOf, unreadable, verifyAddresses } from '@/lib/server/verify/verify-addresses';
import { verifyGuides } from '@/lib/server/verify/verify-guide';

export type VerifiedEdition = {
  title: string;
  number: number;
  withdrawn: boolean;
  answers: number;
  faults: PublicFault[];
};

/** Asks a website for an address as a citizen would; null where it does not answer. */
export type Get = (address: string) => Promise<{ status: number; body: Uint8Array } | null>;

/** Gets what an organisation has published, the current editions or all of them, and compares it with what was signed. */
export async function* verifyPublic(slug: string, get: Get, all: boolean): AsyncGenerator<VerifiedEdition> {
  for (const { year } of await publishedReports(slug)) {
    const editions = (await editionsOf(slug, `reports/${year}`)).filter(({ act }) => act !== 'withdraw');
    const newest = editions.at(-1);
    for (const edition of all ? editions : editions.slice(-1)) {
      const found = await orUnreadable(() => publishedReport(slug, year, edition.number));
      yield found ? await verifyEdition(slug, found, edition === newest, get) : unreadable(edition);
    }
  }
  yield* verifyGuides(slug, get, all);
  const id = await organisationIdOf(slug);
  if (id) yield* itemsOf({ id, slug }, get, all);
}

async function verifyEdition(slug: string, found: PublishedReport, holds: boolean, get: Get): Promise<VerifiedEdition> {
  const { year, edition, content } = found;
  const path = `reports/${year}`;
  const facts = publicationFacts({ ...edition, slug, path });
  const snapshot = content && { report: content.report, format: content.format, facts };
  const media = ['html', ...Object.keys(reportFormats).filter(isReportExtension)] as const;
  const read = snapshot && ((medium: (typeof media)[number], file: Uint8Array) => reread(medium, file, snapshot));
  const at = placesOf(slug, path, edition.number, 'report');
  return verifyAddresses({ edition, holds, media, notice: found.withdrawal, read, at }, get);
}

/** Items by their numbers, some at a time: there may be very many. */
async function* itemsOf(organisation: { id: string; slug: string }, get: Get, all: boolean) {
  for (let from = 0; ; ) {
    const numbers = await publicItemNumbers(organisation.id, from);
    if (numbers.length === 0) return;
    for (const item of numbers) yield* editionsOfItem(organisation, item, get, all);
    from = numbers.at(-1) ?? from;
  }
}

async function* editionsOfItem(organisation: { id: string; slug: string }, item: number, get: Get, all: boolean) {
  const { slug } = organisation;
  const editions = (await editionsOf(slug, `items/${item}`)).filter(({ act }) => act !== 'withdraw');
  const newest = editions.at(-1);
  for (const edition of all ? editions : editions.slice(-1)) {
    const found = await orUnreadable(() => publicItem(organisation, item, edition.number));
    yield found ? await verifyItem(organisation, found, edition === newest, get) : unreadable(edition);
  }
}

async function verifyItem(organisation: { id: string; slug: string }, found: PublicItem, holds: boolean, get: Get) {
  const { edition, content, item } = found;
  const media = ['html', ...Object.keys(itemFormats).filter(isItemExtension)] as const;
  const snapshot = await itemSnapshot(organisation, found);
  const read =
    snapshot &&
    ((medium: (typeof media)[number], file: Uint8Array) => rereadItem(medium, file, snapshot, content ?? undefined));
  const at = placesOf(organisation.slug, `items/${item}`, edition.number, 'item');
  const page = await verifyAddresses({ edition, holds, media, notice: found.withdrawal, read, at }, get);
  return content ? withFiles(page, organisation.slug, found, content.item, get) : page;
}

/** What hangs on an item and what its body shows, byte for byte. */
async function withFiles(
  page: VerifiedEdition,
  slug: string,
  { item, edition }: PublicItem,
  { attachments, body }: ItemContent,
  get: Get,
): Promise<VerifiedEdition> {
  const pictures = body.flatMap((block) =>
    block.kind === 'image' ? [{ sha256: block.sha256, name: pictureName }] : [],
  );
  const files = [...attachments, ...pictures];
  const faults = [...page.faults];
  for (const { sha256: expected, name } of files) {
    const place = ['items', item, edition.number, 'files', expected, encodeURIComponent(name)] as const;
    const address = publicAddress('standard', slug, ...place);
    const answer = await get(address);
    const found = answer && createHash('sha256').update(answer.body).digest('hex');
    if (answer?.status !== 200) faults.push({ kind: 'status', address, expected: 200, found: answer?.status ?? null });
    else if (found !== expected) faults.push({ kind: 'hash', address, expected, found: found ?? '' });
  }
  return { ...page, answers: page.answers + files.length, faults };
}
