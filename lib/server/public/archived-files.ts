import 'server-only';
import { formFiles, isFormExtension } from '@/lib/documents/application-form';
import { isItemExtension, itemFormats } from '@/lib/documents/item-formats';
import type { ArchivedFile } from '@/lib/documents/open-data/archive';
import { isReportExtension, reportFormats } from '@/lib/documents/report-formats';
import { Unprintable } from '@/lib/documents/unprintable';
import { db } from '@/lib/server/db';
import { paperFonts } from '@/lib/server/files/paper-fonts';
import { storedBytes } from '@/lib/server/files/stored-file';
import { reportSnapshot } from '@/lib/server/public/public-files';
import { publicGuideSnapshot } from '@/lib/server/public/public-guide';
import { publicForm } from '@/lib/server/public/public-guide-files';
import { itemSnapshot } from '@/lib/server/public/public-item-files';
import { publicItem } from '@/lib/server/public/public-items';
import { publishedReport } from '@/lib/server/public/public-reports';

// The files of one edition for an archive, one after the other. They are made anew: so many would push all others out of
// the memory that is kept for what is asked for again.

type Organisation = { id: string; slug: string };
type Edition = { kind: 'annual_report' | 'item' | 'guide'; path: string; number: number; holds: boolean };

/** Every file of an edition; none where it has been withdrawn meanwhile. */
export function archivedFiles(organisation: Organisation, edition: Edition): AsyncGenerator<ArchivedFile> {
  const last = Number(edition.path.split('/').at(-1));
  if (edition.kind === 'annual_report') return filesOfReport(organisation, last, edition.number);
  if (edition.kind === 'item') return filesOfItem(organisation, last, edition.number);
  return filesOfGuide(organisation, edition);
}

async function* filesOfReport({ slug }: Organisation, year: number, number: number): AsyncGenerator<ArchivedFile> {
  const found = await publishedReport(slug, year, number);
  const snapshot = found && reportSnapshot(slug, found);
  if (!snapshot) return;
  for (const extension of Object.keys(reportFormats).filter(isReportExtension)) {
    yield* made(extension, () => reportFormats[extension].write(snapshot, paperFonts()));
  }
}

async function* filesOfItem(organisation: Organisation, item: number, number: number): AsyncGenerator<ArchivedFile> {
  const found = await publicItem(organisation, item, number);
  const snapshot = found && (await itemSnapshot(organisation, found));
  if (!snapshot) return;
  for (const extension of Object.keys(itemFormats).filter(isItemExtension)) {
    yield* made(extension, () => itemFormats[extension].write(snapshot, paperFonts()));
  }
  const { attachments, body } = snapshot.item;
  for (const { sha256, name } of attachments) {
    yield { kind: 'attachment', name, bytes: (await stored(organisation, sha256)).bytes };
  }
  const pictures = new Set(body.flatMap((block) => (block.kind === 'image' ? [block.sha256] : [])));
  for (const sha256 of pictures) {
    const { type, bytes } = await stored(organisation, sha256);
    yield { kind: 'picture', sha256, extension: type === 'jpeg' ? 'jpg' : type, bytes };
  }
}

async function* filesOfGuide({ slug }: Organisation, { number, holds }: Edition): AsyncGenerator<ArchivedFile> {
  const snapshot = await publicGuideSnapshot(slug, number);
  if (snapshot === null) return;
  yield { kind: 'made', extension: 'json', bytes: Buffer.from(snapshot) };
  // The form is that of the guide that holds.
  for (const extension of holds ? Object.keys(formFiles).filter(isFormExtension) : []) {
    const form = await publicForm(slug, extension);
    if (form) yield { kind: 'form', extension, bytes: form.bytes };
  }
}

/** A file that no font can print is not there on the web either; what was signed is in the others. */
async function* made(extension: string, write: () => Promise<Uint8Array>): AsyncGenerator<ArchivedFile> {
  try {
    yield { kind: 'made', extension, bytes: await write() };
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
  }
}

async function stored({ id: organisationId }: Organisation, sha256: string) {
  const { type, size } = await db.storedFile.findUniqueOrThrow({
    where: { organisationId_sha256: { organisationId, sha256 } },
    select: { type: true, size: true },
  });
  const bytes = await new Response(storedBytes(organisationId, sha256, size)).bytes();
  return { type, bytes };
}
