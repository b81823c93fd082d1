import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '@/components/public/frame';
import { LatestReport } from '@/components/public/latest-report';
import { ReportList } from '@/components/public/report-list';
import type { Size } from '@/lib/domain/public-address';
import { keyFigures } from '@/lib/domain/report/key-figures';
import { publicOrganisation, publishedReport, publishedReports } from '@/lib/server/public-reports';
import { pageLabels } from '@/lib/text/page-labels';

/** What the office answers for, the latest report first. */
export async function Home({ slug, size }: { slug: string; size: Size }) {
  const [organisation, years] = await Promise.all([publicOrganisation(slug), publishedReports(slug)]);
  if (!organisation) notFound();
  const newest = years.find(({ current }) => current.act !== 'withdraw');
  const latest = newest && (await publishedReport(slug, newest.year));
  const { contact, site } = organisation.settings;
  return (
    <Frame organisation={organisation} size={size} path={[]}>
      <h1 className="sr-only">{organisation.name}政府信息公开</h1>
      <div className="home">
        <section aria-labelledby="reports">
          <h2 id="reports" className="mb-3 text-h3">
            {site.reportColumn}
          </h2>
          {newest && latest?.content && (
            <LatestReport
              slug={slug}
              size={size}
              organisation={organisation.name}
              year={latest.year}
              title={latest.edition.title}
              publishedAt={newest.first.publishedAt}
              correctedAt={latest.edition.act === 'correct' ? latest.edition.publishedAt : null}
              figures={keyFigures(latest.content.format, latest.content.report).slice(0, 4)}
            />
          )}
          <ReportList slug={slug} size={size} years={years} />
        </section>
        <aside aria-labelledby="visit">
          <h2 id="visit" className="mb-3 text-h3">
            当面查阅
          </h2>
          <p>{[organisation.officeName, contact.hours, contact.address].filter(Boolean).join('，')}。</p>
          <p className="mt-2">
            不方便上网的，可以来人{contact.phone && `或者来电（${contact.phone}）`}，由工作人员帮您查找、打印。
          </p>
        </aside>
      </div>
    </Frame>
  );
}

export async function homeMetadata(slug: string): Promise<Metadata> {
  const organisation = await publicOrganisation(slug);
  if (!organisation) return {};
  return { title: { absolute: `政府信息公开 - ${organisation.name}` }, other: pageLabels(organisation, true) };
}
