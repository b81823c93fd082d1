import 'server-only';
import { formFiles, isFormExtension, rereadFormOf } from '@/lib/documents/application-form';
import { isItemExtension, itemFormats } from '@/lib/documents/item-formats';
import { reread } from '@/lib/documents/reading/compare';
import { rereadGuide } from '@/lib/documents/reading/guide';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import { isReportExtension, reportFormats } from '@/lib/documents/report-formats';
import { guidePath } from '@/lib/domain/guide/guide-of';
import { publicAddress } from '@/lib/domain/public-address';
import type { PublicFault } from '@/lib/domain/verification';
import { databaseAnswers } from '@/lib/server/health';
import { type Edition, editionsOf } from '@/lib/server/public-editions';
import { type PublicGuide, publicGuide } from '@/lib/server/public-guide';
import { itemSnapshot } from '@/lib/server/public-item-files';
import { type PublicItem, publicItem, publicItemNumbers } from '@/lib/server/public-items';
import { organisationIdOf } from '@/lib/server/public-organisation';
import { type PublishedReport, publishedReport, publishedReports } from '@/lib/server/public-reports';
import { publicationFacts } from '@/lib/server/publication-facts';
import { placesOf, verifyAddresses } from '@/lib/server/verify-addresses';

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
  yield* guideOf(slug, get, all);
  const id = await organisationIdOf(slug);
  if (id) yield* itemsOf({ id, slug }, get, all);
}

/** Null where what is kept is no content of its kind any more: a fault like others, and no reason to leave the rest unread. */
async function orUnreadable<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read();
  } catch (error) {
    if (await databaseAnswers()) return null;
    throw error;
  }
}

const unreadable = ({ title, number }: Edition): VerifiedEdition => ({
  ...{ title, number, withdrawn: false, answers: 0 },
  faults: [{ kind: 'unreadable' }],
});

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

/** The guide, with the application form of the one that holds. */
async function* guideOf(slug: string, get: Get, all: boolean): AsyncGenerator<VerifiedEdition> {
  const editions = (await editionsOf(slug, guidePath)).filter(({ act }) => act !== 'withdraw');
  const newest = editions.at(-1);
  for (const edition of all ? editions : editions.slice(-1)) {
    const found = await orUnreadable(() => publicGuide(slug, edition.number));
    yield found ? await verifyGuide(slug, found, edition === newest, get) : unreadable(edition);
  }
}

async function verifyGuide(slug: string, found: PublicGuide, holds: boolean, get: Get): Promise<VerifiedEdition> {
  const { edition, content, withdrawal: notice } = found;
  const media = ['html', 'json'] as const;
  const facts = publicationFacts({ ...edition, slug, path: guidePath });
  const snapshot = content && { guide: content.guide, facts };
  const read =
    snapshot &&
    // Of the JSON the hash says all.
    (async (medium: 'html' | 'json', file: Uint8Array) => (medium === 'html' ? rereadGuide(file, snapshot) : []));
  const at = placesOf(slug, guidePath, edition.number, 'guide');
  const page = await verifyAddresses({ edition, holds, media, notice, read, at }, get);
  return content && holds ? withForm(page, slug, content, get) : page;
}

async function withForm(
  page: VerifiedEdition,
  slug: string,
  { guide }: NonNullable<PublicGuide['content']>,
  get: Get,
): Promise<VerifiedEdition> {
  const extensions = Object.keys(formFiles).filter(isFormExtension);
  const faults = [...page.faults];
  for (const medium of extensions) {
    const address = publicAddress('standard', slug, guidePath, `form.${medium}`);
    const answer = await get(address);
    if (answer?.status !== 200) faults.push({ kind: 'status', address, expected: 200, found: answer?.status ?? null });
    else {
      const misprints = await rereadFormOf(medium, answer.body, { guide });
      faults.push(...misprints.map((misprint) => ({ kind: 'misprint' as const, ...misprint })));
    }
  }
  return { ...page, answers: page.answers + extensions.length, faults };
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
  return verifyAddresses({ edition, holds, media, notice: found.withdrawal, read, at }, get);
}
