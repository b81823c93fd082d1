import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '@/components/public/frame';
import { NoSuchReport } from '@/components/public/no-such-report';
import { ReportPage, reportCrumbs, reportPath } from '@/components/public/report-page';
import { Withdrawn } from '@/components/public/withdrawn';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { offeredFiles } from '@/lib/server/public/public-files';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { publishedReport, publishedReports } from '@/lib/server/public/public-reports';
import { pageLabels, reportColumn } from '@/lib/text/page-labels';
import { editionName } from '@/lib/text/public';

type ReportEditionProps = { slug: string; size: Size; year: number; number?: number };

/** A report, the notice in its place, or what there is instead; proxy.ts gives the status that goes with each. */
export async function ReportEdition({ slug, size, year, number }: ReportEditionProps) {
  const organisation = await publicOrganisation(slug);
  if (!organisation) notFound();
  const found = await publishedReport(slug, year, number);
  if (found?.content) {
    const files = await offeredFiles(slug, found);
    return <ReportPage {...{ organisation, size, found, content: found.content, files, number }} />;
  }
  return (
    <Frame
      organisation={organisation}
      size={size}
      path={reportPath(year, number)}
      crumbs={reportCrumbs(organisation, year, number)}
    >
      {!found && (
        <NoSuchReport slug={slug} size={size} year={year} number={number} years={await publishedReports(slug)} />
      )}
      {found?.withdrawal && (
        <Withdrawn
          organisation={organisation}
          notice={found.withdrawal}
          subject="本报告"
          elsewhere={{ href: publicAddress(size, slug, 'reports'), label: '查看其他年度的报告' }}
        />
      )}
    </Frame>
  );
}

export async function reportMetadata(slug: string, year: number, number?: number): Promise<Metadata> {
  const [organisation, found] = await Promise.all([publicOrganisation(slug), publishedReport(slug, year, number)]);
  if (!organisation) return {};
  if (!found)
    return {
      title: { absolute: `没有这份报告 - ${organisation.name}` },
      other: pageLabels(organisation, reportColumn(organisation)),
    };
  const { edition, editions } = found;
  const old = edition.number !== editions.at(-1)?.number;
  return {
    title: { absolute: `${edition.title}${old ? `（${editionName(edition.number)}）` : ''} - ${organisation.name}` },
    other: pageLabels(organisation, reportColumn(organisation), edition),
  };
}
