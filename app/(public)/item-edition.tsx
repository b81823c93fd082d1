import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '@/components/public/frame';
import { ItemPage, itemCrumbs, itemPath } from '@/components/public/item-page';
import { Withdrawn } from '@/components/public/withdrawn';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { offeredItemFiles } from '@/lib/server/public/public-item-files';
import { publicItem } from '@/lib/server/public/public-items';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { catalogueColumn, columnNames, nodeColumn, pageLabels } from '@/lib/text/page-labels';
import { editionName } from '@/lib/text/public';
import { noSuchItem } from '@/lib/text/public-items';

type ItemEditionProps = { slug: string; size: Size; item: number; number?: number };

/** An item, the notice in its place, or what there is instead; proxy.ts gives the status that goes with each. */
export async function ItemEdition({ slug, size, item, number }: ItemEditionProps) {
  const organisation = await publicOrganisation(slug);
  if (!organisation) notFound();
  const found = await publicItem(organisation, item, number);
  if (found?.content) {
    const files = await offeredItemFiles(organisation.id, found);
    return <ItemPage {...{ organisation, size, found, content: found.content, files, number }} />;
  }
  const all = { href: publicAddress(size, slug, 'catalogue'), label: `查看${columnNames.catalogue}` };
  return (
    <Frame organisation={organisation} size={size} path={itemPath(item, number)} crumbs={itemCrumbs(found, number)}>
      {!found && (
        <div className="max-w-[52rem]">
          <h1 className="page-title">{noSuchItem(number)}</h1>
          <p className="mt-3">
            <a href={all.href}>{all.label}</a>
          </p>
        </div>
      )}
      {found?.withdrawal && (
        <Withdrawn organisation={organisation} notice={found.withdrawal} subject="本信息" elsewhere={all} />
      )}
    </Frame>
  );
}

export async function itemMetadata(slug: string, item: number, number?: number): Promise<Metadata> {
  const organisation = await publicOrganisation(slug);
  if (!organisation) return {};
  const found = await publicItem(organisation, item, number);
  const content = found?.content?.item;
  const column = content ? nodeColumn(organisation, content.node.label) : catalogueColumn(organisation);
  if (!found) {
    return {
      title: { absolute: `${noSuchItem(number)} - ${organisation.name}` },
      other: pageLabels(organisation, column),
    };
  }
  const { edition, editions } = found;
  const old = edition.number !== editions.at(-1)?.number;
  return {
    title: { absolute: `${edition.title}${old ? `（${editionName(edition.number)}）` : ''} - ${organisation.name}` },
    other: pageLabels(organisation, column, { ...edition, source: content?.issuingBody }),
  };
}
