import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cellsOf, nodesOf, organisationOf } from '@/app/(public)/once';
import { type Facet, Facets } from '@/components/public/facets';
import { Finder } from '@/components/public/finder';
import { Frame } from '@/components/public/frame';
import { Pager } from '@/components/public/pager';
import { SearchHits } from '@/components/public/search-hits';
import { type Cell, countedTree, countOf, yearsOf } from '@/lib/domain/catalogue/public-counts';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { reportsNode, type SearchParams, searchString } from '@/lib/domain/search/params';
import type { PublicNode } from '@/lib/server/public/public-catalogue';
import { hitsOnPage, publicSearch } from '@/lib/server/public/public-search';
import { pageLabels } from '@/lib/text/page-labels';
import { foundWords, nodeChoices, nothingFound, queryTooLong, searchName, searchTitle } from '@/lib/text/public-lists';

type SearchPageProps = { slug: string; size: Size; params: SearchParams };

/** A question and what was found. */
export async function SearchPage({ slug, size, params }: SearchPageProps) {
  const organisation = await organisationOf(slug);
  if (!organisation) notFound();
  const { id, settings } = organisation;
  const { typed, query, year, node, class: itsClass, page } = params;
  // Where a node is named, it must be known which one before anything is looked for.
  const filter = filterOf(node || itsClass ? await nodesOf(id) : [], params);
  const [nodes, { cells, hits }] = await Promise.all([
    nodesOf(id),
    query ? publicSearch(id, query, filter, page) : { cells: [], hits: [] },
  ]);
  const count = countOf(cells.filter(passing(filter)));
  const offered = cells.length > 0 ? cells : await cellsOf(id);
  const action = publicAddress(size, slug, 'search');
  const href = (change: Partial<SearchParams>) => `${action}${searchString({ ...params, page: 1, ...change })}`;
  const asked = (query?.words.length ?? 0) > 0;
  return (
    <Frame
      organisation={organisation}
      size={size}
      path={['search']}
      query={typed && searchString(params)}
      crumbs={[{ label: searchName }]}
    >
      <h1 className="sr-only">{searchName}</h1>
      <Finder
        {...{ action, typed, year, node, class: itsClass }}
        error={query ? undefined : queryTooLong(typed)}
        years={yearsOffered(offered, year)}
        nodes={nodeChoices(countedTree(nodes, offered), settings.site.reportColumn, node)}
      />
      {asked && (
        <div className="list-page">
          <section aria-labelledby="found">
            <h2 id="found" className="page-title mb-4">
              {foundWords(typed, count)}
            </h2>
            {count === 0 && <p>{nothingFound(countOf(cells) > 0)}</p>}
            <SearchHits slug={slug} size={size} hits={hits} />
            <Pager page={page} pages={Math.ceil(count / hitsOnPage)} href={(to) => href({ page: to })} />
          </section>
          <div>
            <Facets facets={facetsOf(cells, nodes, params, filter, settings.site.reportColumn, href)} />
          </div>
        </div>
      )}
    </Frame>
  );
}

/** The latest first, with the chosen one even where nothing is of it. */
const yearsOffered = (cells: readonly Cell[], chosen?: number) =>
  [...new Set([...yearsOf(cells).map(({ year }) => year), ...(chosen === undefined ? [] : [chosen])])].sort(
    (one, other) => other - one,
  );

type Filter = { year?: number; nodeId?: string | null; classId?: string };

/** The ids of what is named; a code that is none finds nothing, as nothing lies there. */
function filterOf(nodes: readonly PublicNode[], { year, node, class: itsClass }: SearchParams): Filter {
  const idOf = (code: string) => nodes.find((each) => each.code === code)?.id ?? nowhere;
  return {
    year,
    nodeId: node && (node === reportsNode ? null : idOf(node)),
    classId: itsClass && idOf(itsClass),
  };
}

const nowhere = '00000000-0000-0000-0000-000000000000';

const passing =
  ({ year, nodeId, classId }: Filter) =>
  (cell: Cell) =>
    (year === undefined || cell.year === year) &&
    (nodeId === undefined || cell.nodeId === nodeId) &&
    (classId === undefined || cell.classId === classId);

/** Each facet counts what passes the others, so that its numbers are those that a click leads to. */
function facetsOf(
  cells: readonly Cell[],
  nodes: readonly PublicNode[],
  params: SearchParams,
  { year, nodeId, classId }: Filter,
  reports: string,
  href: (change: Partial<SearchParams>) => string,
): Facet[] {
  const besideYear = cells.filter(passing({ nodeId, classId }));
  const besideNode = cells.filter(passing({ year, classId }));
  const besideClass = cells.filter(passing({ year, nodeId }));
  const node = (code: string, label: string, id: string | null) => ({
    ...{ key: code, label, count: countOf(besideNode.filter((cell) => cell.nodeId === id)) },
    ...chosenOr('node', code, params, href),
  });
  return [
    {
      name: '年份',
      choices: yearsOf(besideYear).map((each) => ({
        ...{ key: String(each.year), label: `${each.year}年`, count: each.count },
        ...chosenOr('year', each.year, params, href),
      })),
    },
    {
      name: '栏目',
      choices: [...nodes.map(({ id, code, label }) => node(code, label, id)), node(reportsNode, reports, null)].filter(
        there,
      ),
    },
    {
      name: '类别',
      choices: nodes
        .map(({ id, code, label }) => ({
          ...{ key: code, label, count: countOf(besideClass.filter((cell) => cell.classId === id)) },
          ...chosenOr('class', code, params, href),
        }))
        .filter(there),
    },
  ];
}

const there = ({ count, chosen }: { count: number; chosen: boolean }) => count > 0 || chosen;

/** Choosing what is chosen gives it up. */
function chosenOr(
  name: 'year' | 'node' | 'class',
  value: string | number,
  params: SearchParams,
  href: (change: Partial<SearchParams>) => string,
) {
  const chosen = params[name] === value;
  return { chosen, href: href({ [name]: chosen ? undefined : value }) };
}

export async function searchMetadata(slug: string, { typed }: SearchParams): Promise<Metadata> {
  const organisation = await organisationOf(slug);
  if (!organisation) return {};
  return {
    title: { absolute: `${searchTitle(typed)} - ${organisation.name}` },
    other: pageLabels(organisation, null),
    // What was found has no end; the page to ask on is one of the site's own.
    ...(typed !== '' && { robots: { index: false, follow: true } }),
  };
}
