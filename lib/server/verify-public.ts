import 'server-only';
import { isItemExtension, itemFormats } from '@/lib/documents/item-formats';
import { type Difference, reread } from '@/lib/documents/reading/compare';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import { isReportExtension, reportFormats } from '@/lib/documents/report-formats';
import { sha256 } from '@/lib/domain/hash';
import type { Medium } from '@/lib/domain/issue';
import { publicAddress } from '@/lib/domain/public-address';
import type { PublicFault } from '@/lib/domain/verification';
import { databaseAnswers } from '@/lib/server/health';
import { type Edition, editionsOf } from '@/lib/server/public-editions';
import { itemSnapshot } from '@/lib/server/public-item-files';
import { type PublicItem, publicItem, publicItemNumbers } from '@/lib/server/public-items';
import { organisationIdOf } from '@/lib/server/public-organisation';
import { type PublishedReport, publishedReport, publishedReports } from '@/lib/server/public-reports';
import { publicationFacts } from '@/lib/server/publication-facts';

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
  return verifyAddresses({ edition, holds, media, read, at: placesOf(slug, path, edition.number, 'report') }, get);
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
  return verifyAddresses({ edition, holds, media, read, at }, get);
}

/** Where an edition stands: its page in both sizes, at its own address and where it holds also without a number, and its files. */
const placesOf = (slug: string, path: string, number: number, name: string) => ({
  pages: (holds: boolean) =>
    (['standard', 'large'] as const).flatMap((size) => [
      ...(holds ? [publicAddress(size, slug, path)] : []),
      publicAddress(size, slug, path, number),
    ]),
  file: (extension: string) => publicAddress('standard', slug, path, number, `${name}.${extension}`),
});

type Subject<M extends Medium> = {
  edition: Edition;
  /** Whether it is the edition that stands at the address without a number. */
  holds: boolean;
  media: readonly M[];
  at: ReturnType<typeof placesOf>;
  /** Null where it is withdrawn. */
  read: ((medium: M, file: Uint8Array) => Promise<Difference[]>) | null;
};

async function verifyAddresses<M extends Medium>(subject: Subject<M>, get: Get): Promise<VerifiedEdition> {
  const { edition, holds, media, at, read } = subject;
  const addresses = media.flatMap((medium) =>
    (medium === 'html' ? at.pages(holds) : [at.file(medium)]).map((address) => ({ address, medium })),
  );
  const faults: PublicFault[] = [];
  for (const { address, medium } of addresses) {
    const expected = read ? 200 : 410;
    const answer = await get(address);
    if (answer?.status !== expected) faults.push({ kind: 'status', address, expected, found: answer?.status ?? null });
    else if (read) {
      for (const misprint of await read(medium, answer.body)) faults.push({ kind: 'misprint', ...misprint });
      const found = sha256(Buffer.from(answer.body).toString('utf8'));
      if (medium === 'json' && found !== edition.sha256) {
        faults.push({ kind: 'hash', address, expected: edition.sha256, found });
      }
    }
  }
  const { title, number } = edition;
  return { title, number, withdrawn: read === null, answers: addresses.length, faults };
}
