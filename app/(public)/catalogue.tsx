import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cellsOf, nodesOf, organisationOf } from '@/app/(public)/once';
import { Catalogue } from '@/components/public/catalogue';
import { Frame } from '@/components/public/frame';
import { countedTree, countOf } from '@/lib/domain/catalogue/public-counts';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { catalogueColumn, columnNames, pageLabels } from '@/lib/text/page-labels';
import { countWords, feedName, latestName } from '@/lib/text/public-lists';

/** The whole catalogue with counts. */
export async function CataloguePage({ slug, size }: { slug: string; size: Size }) {
  const organisation = await organisationOf(slug);
  if (!organisation) notFound();
  const [nodes, cells] = await Promise.all([nodesOf(organisation.id), cellsOf(organisation.id)]);
  const name = columnNames.catalogue;
  return (
    <Frame organisation={organisation} size={size} path={['catalogue']} crumbs={[{ label: name }]}>
      <div>
        <h1 className="page-title mb-2">{name}</h1>
        <p className="list-links">
          <span>{countWords(countOf(cells.filter(({ nodeId }) => nodeId !== null)))}</span>
          <a href={publicAddress(size, slug, 'latest')}>{latestName}</a>
          <a href={publicAddress('standard', slug, 'feed.xml')}>{feedName}</a>
        </p>
        <Catalogue slug={slug} size={size} nodes={countedTree(nodes, cells)} />
      </div>
    </Frame>
  );
}

export async function catalogueMetadata(slug: string): Promise<Metadata> {
  const organisation = await organisationOf(slug);
  if (!organisation) return {};
  const column = catalogueColumn(organisation);
  return { title: { absolute: `${column.name} - ${organisation.name}` }, other: pageLabels(organisation, column) };
}
