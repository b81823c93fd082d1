import 'server-only';
import { reread } from '@/lib/documents/reading/compare';
import { isReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { Snapshot } from '@/lib/documents/snapshot';
import { sha256 } from '@/lib/domain/hash';
import type { Medium } from '@/lib/domain/issue';
import { publicAddress } from '@/lib/domain/public-address';
import type { PublicFault } from '@/lib/domain/verification';
import { databaseAnswers } from '@/lib/server/health';
import { type Edition, editionsOf } from '@/lib/server/public-editions';
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
      const found = await readEdition(slug, year, edition.number);
      yield found ? await verifyEdition(slug, found, edition === newest, get) : unreadable(edition);
    }
  }
}

/** Null where what is kept is no report any more: that is a fault like others, and no reason to leave the rest unread. */
async function readEdition(slug: string, year: number, number: number): Promise<PublishedReport | null> {
  try {
    return await publishedReport(slug, year, number);
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
  const parts = ['reports', year] as const;
  const pages = (['standard', 'large'] as const).flatMap((size) => [
    ...(holds ? [publicAddress(size, slug, ...parts)] : []),
    publicAddress(size, slug, ...parts, edition.number),
  ]);
  const file = (extension: string) => publicAddress('standard', slug, ...parts, edition.number, `report.${extension}`);
  const extensions = Object.keys(reportFormats).filter(isReportExtension);
  const addresses = [
    ...pages.map((address) => ({ address, medium: 'html' as const })),
    ...extensions.map((medium) => ({ address: file(medium), medium })),
  ];
  const facts = publicationFacts({ ...edition, slug, path: parts.join('/') });
  const snapshot = content && { report: content.report, format: content.format, facts };
  const faults: PublicFault[] = [];
  for (const place of addresses) faults.push(...(await faultsAt(place, snapshot, get)));
  return {
    title: edition.title,
    number: edition.number,
    withdrawn: content === null,
    answers: addresses.length,
    faults,
  };
}

type Place = { address: string; medium: Medium };

async function faultsAt({ address, medium }: Place, snapshot: Snapshot | null, get: Get): Promise<PublicFault[]> {
  const expected = snapshot ? 200 : 410;
  const answer = await get(address);
  if (answer?.status !== expected) return [{ kind: 'status', address, expected, found: answer?.status ?? null }];
  if (!snapshot) return [];
  const misprints = await reread(medium, answer.body, snapshot);
  const faults: PublicFault[] = misprints.map((misprint) => ({ kind: 'misprint', ...misprint }));
  if (medium !== 'json') return faults;
  const found = sha256(Buffer.from(answer.body).toString('utf8'));
  const signed = snapshot.facts.sha256;
  return found === signed ? faults : [...faults, { kind: 'hash', address, expected: signed, found }];
}
