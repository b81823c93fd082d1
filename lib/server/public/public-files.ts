import 'server-only';
import { z } from 'zod';
import { isReportExtension, type ReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { Snapshot } from '@/lib/documents/snapshot';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { db } from '@/lib/server/db';
import { madeFile } from '@/lib/server/documents/made-files';
import { publicationFacts } from '@/lib/server/documents/publication-facts';
import { paperFonts } from '@/lib/server/files/paper-fonts';
import { type PublishedReport, publishedReport } from '@/lib/server/public/public-reports';

export type PublicFile = { bytes: Uint8Array; mediaType: string; title: string; number: number };

/** A published report in one of its forms; null where that edition is not public. */
export async function publicFile(
  slug: string,
  year: number,
  number: number,
  extension: ReportExtension,
): Promise<PublicFile | null> {
  const found = await publishedReport(slug, year, number);
  const snapshot = found && reportSnapshot(slug, found);
  if (!snapshot) return null;
  const { mediaType } = reportFormats[extension];
  return { bytes: await made(snapshot, extension), mediaType, title: found.edition.title, number };
}

/** The size in bytes; null where nobody has written it down. */
export type OfferedFile = { extension: ReportExtension; size: number | null };

const sizes = z.record(z.string(), z.int());

/** The forms in which an edition can be had, with the sizes that were written down when it was published. */
export async function offeredFiles(slug: string, { year, edition, content }: PublishedReport): Promise<OfferedFile[]> {
  if (!content) return [];
  const { files: written } = await db.publication.findFirstOrThrow({
    where: { kind: 'annual_report', path: pathOf(year), number: edition.number, organisation: { slug } },
    select: { files: true },
  });
  const known = sizes.parse(written);
  const extensions = Object.keys(reportFormats).filter(isReportExtension);
  return extensions.map((extension) => ({ extension, size: known[extension] ?? null }));
}

/** All that the files of an edition are made of; null where it is withdrawn. */
export function reportSnapshot(slug: string, { year, edition, content }: PublishedReport): Snapshot | null {
  if (!content) return null;
  const { report, format } = content;
  return { report, format, facts: publicationFacts({ ...edition, slug, path: pathOf(year) }) };
}

const pathOf = (year: number) => `reports/${year}`;

function made(snapshot: Snapshot, extension: ReportExtension): Promise<Uint8Array> {
  const key = sha256(canonicalJson([extension, snapshot.facts]));
  return madeFile(key, () => reportFormats[extension].write(snapshot, paperFonts()));
}
