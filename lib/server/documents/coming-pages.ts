import 'server-only';
import { isItemExtension, itemFormats } from '@/lib/documents/item-formats';
import type { Proof } from '@/lib/documents/proof';
import type { Difference } from '@/lib/documents/reading/compare';
import { isReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { Snapshot } from '@/lib/documents/snapshot';
import type { GuideContent } from '@/lib/domain/guide/content';
import { parseGuide } from '@/lib/domain/guide/guide-of';
import type { ItemContent } from '@/lib/domain/items/content';
import { parseItem } from '@/lib/domain/items/item-of';
import type { Size } from '@/lib/domain/public-address';
import { type Report, report } from '@/lib/domain/report/content';
import type { Tx } from '@/lib/server/db';
import type { Filed } from '@/lib/server/documents/document-kinds';
import { drawn } from '@/lib/server/documents/page-maker';
import { correctedBy, type Edition, editionFields } from '@/lib/server/public/public-editions';
import type { OfferedFile } from '@/lib/server/public/public-files';
import type { PublicGuide } from '@/lib/server/public/public-guide';
import type { OfferedItemFile } from '@/lib/server/public/public-item-files';
import { besideItem, type PublicItem } from '@/lib/server/public/public-items';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import type { PublishedReport } from '@/lib/server/public/public-reports';

// What the public pages are given, put together for an edition that is not public yet.

type Shown<Found extends { content: unknown }> = {
  found: Omit<Found, 'content' | 'withdrawal'>;
  content: NonNullable<Found['content']>;
};
type Page =
  | ({ kind: 'report'; files: OfferedFile[] } & Shown<PublishedReport>)
  | ({ kind: 'item'; files: OfferedItemFile[] } & Shown<PublicItem>)
  | ({ kind: 'guide' } & Shown<PublicGuide>);

export type ComingPage = Page & {
  organisation: NonNullable<Awaited<ReturnType<typeof publicOrganisation>>>;
  size: Size;
};

/** What is about to become public, and as which edition. */
export type Coming = { tx: Tx; document: Filed; edition: Edition };

/** Draws a page in both sizes and adds to what was read in the files what is read there. */
export async function withPages(
  { files, misprints }: Proof,
  { tx, document }: Coming,
  page: Page,
  read: (page: Uint8Array) => Promise<Difference[]>,
): Promise<Proof> {
  const { slug } = await tx.organisation.findUniqueOrThrow({
    where: { id: document.organisationId },
    select: { slug: true },
  });
  const organisation = await publicOrganisation(slug, tx);
  if (!organisation) throw new Error(`no organisation ${slug}`);
  const onPages: Difference[] = [];
  for (const size of ['standard', 'large'] as const) {
    onPages.push(...(await read(Buffer.from(await drawn({ ...page, organisation, size })))));
  }
  return { files, misprints: [...misprints, ...onPages] };
}

/** The page of a report; `sizes` are those of its files. */
export async function comingReport(coming: Coming, { report, format }: Snapshot, sizes: Proof['files']): Promise<Page> {
  const { edition } = coming;
  const { editions, before } = await besideEdition(coming, parseReport);
  const extensions = Object.keys(reportFormats).filter(isReportExtension);
  return {
    ...{ kind: 'report', found: { year: report.year, edition, editions }, content: { report, format, before } },
    files: extensions.map((extension) => ({ extension, size: sizes[extension] ?? null })),
  };
}

/** The page of an item with what it says of itself: whether another one has ended it is settled after its publication. */
export async function comingItem(
  coming: Coming,
  { item, ...facts }: { item: ItemContent; indexNumber: string; firstPublishedAt: Date },
  sizes: Proof['files'],
): Promise<Extract<Page, { kind: 'item' }>> {
  const { tx, document, edition } = coming;
  const { organisationId, id, path } = document;
  const { editions, before } = await besideEdition(coming, parseItem);
  const { validity, endedOn } = item;
  const extensions = Object.keys(itemFormats).filter(isItemExtension);
  return {
    ...{ kind: 'item', found: { item: Number(path.slice('items/'.length)), edition, editions, ...facts } },
    content: { item, before, validity, endedOn, ...(await besideItem(organisationId, id, path, tx)) },
    files: extensions.map((extension) => ({ extension, size: sizes[extension] ?? null })),
  };
}

/** The page of a guide. */
export async function comingGuide(coming: Coming, guide: GuideContent): Promise<Page> {
  const { editions, before } = await besideEdition(coming, parseGuide);
  return { kind: 'guide', found: { edition: coming.edition, editions }, content: { guide, before } };
}

const parseReport = (content: string): Report => report.parse(JSON.parse(content));

/** Every edition with the coming one as the last, and what that one corrects. */
async function besideEdition<Content>(
  { tx, document: { id: documentId }, edition }: Coming,
  parse: (content: string) => Content,
) {
  const earlier = await tx.publication.findMany({
    where: { documentId },
    orderBy: { number: 'asc' },
    select: editionFields,
  });
  const editions: Edition[] = [...earlier, edition];
  const corrected = correctedBy(editions, edition);
  const before =
    corrected &&
    (await tx.publication.findFirstOrThrow({
      where: { documentId, number: corrected.number },
      select: { snapshot: true },
    }));
  return { editions, before: before && parse(before.snapshot) };
}
