import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cellsOf, nodesOf, organisationOf } from '@/app/(public)/once';
import { Facets } from '@/components/public/facets';
import { Frame } from '@/components/public/frame';
import { ListOfLines } from '@/components/public/list-of-lines';
import { Pager } from '@/components/public/pager';
import { cellsIn, countOf, subtree, yearsOf } from '@/lib/domain/catalogue/public-counts';
import { isStandardColumn } from '@/lib/domain/catalogue/standard-columns';
import { listParts, publicAddress, type Size } from '@/lib/domain/public-address';
import { linesOnPage, publicList } from '@/lib/server/public/public-lists';
import { catalogueColumn, columnNames, nodeColumn, pageLabels } from '@/lib/text/page-labels';
import { countWords, feedName, feedTitle, latestName, listTitle, nothingIn } from '@/lib/text/public-lists';

/** A list of a node or a class by its code, or of everything; of one year, if one is named; its how manieth page. */
export type ListPlace = { slug: string; size: Size; code?: string; year?: number; page?: number };

/** What the parts of an address after a list's own name say: 2020, p3. */
export function placeIn(rest: readonly string[] = []): Pick<ListPlace, 'year' | 'page'> {
  const year = rest.find((part) => /^\d{4}$/.test(part));
  const page = rest.find((part) => /^p\d+$/.test(part));
  return { year: year ? Number(year) : undefined, page: page ? Number(page.slice(1)) : undefined };
}

export async function ListPage({ slug, size, code, year, page = 1 }: ListPlace) {
  const organisation = await organisationOf(slug);
  if (!organisation) notFound();
  const { id, name } = organisation;
  const nodes = await nodesOf(id);
  const node = nodes.find((each) => each.code === code) ?? null;
  const nodeIds = node ? subtree(nodes, node.id) : undefined;
  const [all, lines] = await Promise.all([cellsOf(id), publicList(id, { nodeIds, year }, page)]);
  const cells = nodeIds ? cellsIn(all, nodeIds) : all;
  const count = countOf(cells.filter((cell) => year === undefined || cell.year === year));
  const own = node ? ['catalogue', node.code] : ['latest'];
  const at = (place: Parameters<typeof listParts>[0]) => publicAddress(size, slug, ...own, ...listParts(place));
  const label = node?.label ?? (code === undefined ? latestName : '没有这个目录');
  const title = listTitle(label, year);
  const feed = publicAddress('standard', slug, ...(node ? own : []), 'feed.xml');
  return (
    <Frame
      organisation={organisation}
      size={size}
      path={[...own, ...listParts({ year, page })]}
      column={code && isStandardColumn(code) ? code : null}
      crumbs={crumbsOf(label, own, year)}
    >
      {node && <link rel="alternate" type="application/atom+xml" title={feedTitle(name, label)} href={feed} />}
      <div className="list-page">
        <div>
          <h1 className="page-title mb-2">{title}</h1>
          {node?.basis && <p className="basis-line">{node.basis}</p>}
          <p className="list-links">
            <span>{countWords(count)}</span>
            <a href={feed}>{feedName}</a>
          </p>
          {lines.length > 0 ? (
            <ListOfLines slug={slug} size={size} caption={title} lines={lines} />
          ) : (
            <p>{nothingIn(label)}</p>
          )}
          <Pager page={page} pages={Math.ceil(count / linesOnPage)} href={(to) => at({ year, page: to })} />
        </div>
        <Facets
          facets={[
            {
              name: '年份',
              choices: [
                { key: 'all', label: '全部年份', count: countOf(cells), href: at({}), chosen: year === undefined },
                ...yearsOf(cells).map((each) => ({
                  ...{ key: String(each.year), label: `${each.year}年`, count: each.count },
                  ...{ href: at({ year: each.year }), chosen: each.year === year },
                })),
              ],
            },
          ]}
        />
      </div>
    </Frame>
  );
}

function crumbsOf(label: string, own: readonly string[], year?: number) {
  const list = own.length === 2 ? [{ label: columnNames.catalogue, path: ['catalogue'] }] : [];
  return year === undefined ? [...list, { label }] : [...list, { label, path: own }, { label: `${year}年` }];
}

export async function listMetadata({ slug, code, year, page = 1 }: ListPlace): Promise<Metadata> {
  const organisation = await organisationOf(slug);
  if (!organisation) return {};
  const node = code && (await nodesOf(organisation.id)).find((each) => each.code === code);
  const title = [listTitle(node ? node.label : latestName, year), page > 1 && `第${page}页`].filter(Boolean);
  const column = node ? nodeColumn(organisation, node.label) : catalogueColumn(organisation);
  return { title: { absolute: `${title.join('，')} - ${organisation.name}` }, other: pageLabels(organisation, column) };
}
