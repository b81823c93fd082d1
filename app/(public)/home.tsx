import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CatalogueAside } from '@/components/public/catalogue';
import { Finder } from '@/components/public/finder';
import { Frame } from '@/components/public/frame';
import { LatestReport } from '@/components/public/latest-report';
import { ListOfLines } from '@/components/public/list-of-lines';
import { ReportList } from '@/components/public/report-list';
import { countedTree, yearsOf } from '@/lib/domain/catalogue/public-counts';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { keyFigures } from '@/lib/domain/report/key-figures';
import { publicCells, publicNodes } from '@/lib/server/public/public-catalogue';
import { offeredFiles } from '@/lib/server/public/public-files';
import { publicList } from '@/lib/server/public/public-lists';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { publishedReport, publishedReports } from '@/lib/server/public/public-reports';
import { guideName } from '@/lib/text/guide';
import { dataName, dataWords } from '@/lib/text/open-data';
import { homeColumn, pageLabels } from '@/lib/text/page-labels';
import { latestName, nodeChoices } from '@/lib/text/public-lists';

const newest = 8;

/** What the office answers for: a question, the latest report, what became public last, and the catalogue. */
export async function Home({ slug, size }: { slug: string; size: Size }) {
  const organisation = await publicOrganisation(slug);
  if (!organisation) notFound();
  const { id, settings } = organisation;
  const [years, nodes, cells, lines] = await Promise.all([
    publishedReports(slug),
    publicNodes(id),
    publicCells(id),
    publicList(id, {}, 1, newest),
  ]);
  const tree = countedTree(nodes, cells);
  const at = (...parts: string[]) => publicAddress(size, slug, ...parts);
  return (
    <Frame organisation={organisation} size={size} path={[]}>
      <h1 className="sr-only">{organisation.name}政府信息公开</h1>
      <div className="home">
        <div>
          <Finder
            action={at('search')}
            years={yearsOf(cells).map(({ year }) => year)}
            nodes={nodeChoices(tree, settings.site.reportColumn)}
          />
          <section aria-labelledby="reports">
            <h2 id="reports" className="mb-3 text-h3">
              {settings.site.reportColumn}
            </h2>
            <NewestReport slug={slug} size={size} organisation={organisation.name} years={years} />
            <ReportList slug={slug} size={size} years={years} />
          </section>
          {lines.length > 0 && (
            <section aria-labelledby="latest">
              <div className="heading-with-link">
                <h2 id="latest">{latestName}</h2>
                <a href={at('latest')}>查看全部</a>
              </div>
              <ListOfLines slug={slug} size={size} caption="最近公开的信息" lines={lines} />
            </section>
          )}
          {organisation.hasGuide && <ApplyHere href={at('guide')} />}
          <Visit organisation={organisation} />
          <TakeAlong href={at('data')} />
        </div>
        <CatalogueAside slug={slug} size={size} nodes={tree} />
      </div>
    </Frame>
  );
}

type NewestReportProps = {
  slug: string;
  size: Size;
  organisation: string;
  years: Awaited<ReturnType<typeof publishedReports>>;
};

async function NewestReport({ slug, size, organisation, years }: NewestReportProps) {
  const newest = years.find(({ current }) => current.act !== 'withdraw');
  const latest = newest && (await publishedReport(slug, newest.year));
  if (!newest || !latest?.content) return null;
  return (
    <LatestReport
      slug={slug}
      size={size}
      organisation={organisation}
      year={latest.year}
      title={latest.edition.title}
      publishedAt={newest.first.publishedAt}
      correctedAt={latest.edition.act === 'correct' ? latest.edition.publishedAt : null}
      figures={keyFigures(latest.content.format, latest.content.report).slice(0, 4)}
      number={latest.edition.number}
      files={await offeredFiles(slug, latest)}
    />
  );
}

const ApplyHere = ({ href }: { href: string }) => (
  <section aria-labelledby="apply">
    <h2 id="apply" className="mb-3 text-h3">
      依申请公开
    </h2>
    <p>
      没有主动公开的政府信息，可以申请获取。怎样申请、多长时间答复、要不要收费，见<a href={href}>{guideName}</a>
      ，申请表可以下载打印。
    </p>
  </section>
);

const TakeAlong = ({ href }: { href: string }) => (
  <section aria-labelledby="data">
    <h2 id="data" className="mb-3 text-h3">
      {dataName}
    </h2>
    <p>
      {dataWords.intro}见<a href={href}>{dataName}</a>。
    </p>
  </section>
);

type VisitProps = { organisation: NonNullable<Awaited<ReturnType<typeof publicOrganisation>>> };

function Visit({ organisation: { officeName, settings } }: VisitProps) {
  const { hours, address, phone } = settings.contact;
  return (
    <section aria-labelledby="visit">
      <h2 id="visit" className="mb-3 text-h3">
        当面查阅
      </h2>
      <p>{[officeName, hours, address].filter(Boolean).join('，')}。</p>
      <p className="mt-2">不方便上网的，可以来人{phone && `或者来电（${phone}）`}，由工作人员帮您查找、打印。</p>
    </section>
  );
}

export async function homeMetadata(slug: string): Promise<Metadata> {
  const organisation = await publicOrganisation(slug);
  if (!organisation) return {};
  const other = pageLabels(organisation, homeColumn(organisation));
  return { title: { absolute: `政府信息公开 - ${organisation.name}` }, other };
}
