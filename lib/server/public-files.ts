import 'server-only';
import { LRUCache } from 'lru-cache';
import { isReportExtension, type ReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { Snapshot } from '@/lib/documents/snapshot';
import { Unprintable } from '@/lib/documents/unprintable';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { paperFonts } from '@/lib/server/paper-fonts';
import { type PublishedReport, publishedReport } from '@/lib/server/public-reports';
import { publicationFacts } from '@/lib/server/publication-facts';

export type PublicFile = { bytes: Uint8Array; mediaType: string; title: string; number: number };

/** A published report in one of its forms; null where that edition is not public. */
export async function publicFile(
  slug: string,
  year: number,
  number: number,
  extension: ReportExtension,
): Promise<PublicFile | null> {
  const found = await publishedReport(slug, year, number);
  const snapshot = found && snapshotOf(slug, found);
  if (!snapshot) return null;
  const { mediaType } = reportFormats[extension];
  return { bytes: await made(snapshot, extension), mediaType, title: found.edition.title, number };
}

export type OfferedFile = { extension: ReportExtension; size: number };

/** The forms in which an edition can be had, each with its size in bytes. */
export async function offeredFiles(slug: string, found: PublishedReport): Promise<OfferedFile[]> {
  const snapshot = snapshotOf(slug, found);
  if (!snapshot) return [];
  const offers: OfferedFile[] = [];
  for (const extension of Object.keys(reportFormats).filter(isReportExtension)) {
    const size = await sizeOf(snapshot, extension);
    if (size !== null) offers.push({ extension, size });
  }
  return offers;
}

// A font that was taken away since must not take the page with it.
async function sizeOf(snapshot: Snapshot, extension: ReportExtension): Promise<number | null> {
  try {
    return (await made(snapshot, extension)).length;
  } catch (error) {
    if (error instanceof Unprintable) return null;
    throw error;
  }
}

function snapshotOf(slug: string, { year, edition, content }: PublishedReport): Snapshot | null {
  if (!content) return null;
  const { report, format } = content;
  return { report, format, facts: publicationFacts({ ...edition, slug, path: `reports/${year}` }) };
}

type Order = { snapshot: Snapshot; extension: ReportExtension };

// Whoever asks while a file is being made waits for that one. Files are found by their content, so that none goes stale.
const files = new LRUCache<string, Uint8Array, Order>({
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ length }) => length,
  fetchMethod: (_key, _before, { context }) => make(context),
});

const make = ({ snapshot, extension }: Order): Promise<Uint8Array> =>
  reportFormats[extension].write(snapshot, paperFonts());

async function made(snapshot: Snapshot, extension: ReportExtension): Promise<Uint8Array> {
  const context = { snapshot, extension };
  const key = sha256(canonicalJson([extension, snapshot.facts]));
  return (await files.fetch(key, { context })) ?? make(context);
}
