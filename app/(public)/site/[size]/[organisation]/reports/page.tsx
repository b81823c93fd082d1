import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '@/components/public/frame';
import { ReportList } from '@/components/public/report-list';
import { sizeOf } from '@/lib/domain/public-address';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { publishedReports } from '@/lib/server/public/public-reports';
import { pageLabels, reportColumn } from '@/lib/text/page-labels';

type ReportsProps = { params: Promise<{ size: string; organisation: string }> };

export default async function ReportsPage({ params }: ReportsProps) {
  const { size: named, organisation: slug } = await params;
  const [organisation, years] = await Promise.all([publicOrganisation(slug), publishedReports(slug)]);
  if (!organisation) notFound();
  const size = sizeOf(named);
  const column = organisation.settings.site.reportColumn;
  return (
    <Frame organisation={organisation} size={size} path={['reports']} crumbs={[{ label: column }]}>
      <div className="max-w-[52rem]">
        <h1 className="page-title mb-4">{column}</h1>
        <ReportList slug={slug} size={size} years={years} />
      </div>
    </Frame>
  );
}

export async function generateMetadata({ params }: ReportsProps): Promise<Metadata> {
  const organisation = await publicOrganisation((await params).organisation);
  if (!organisation) return {};
  const column = reportColumn(organisation);
  return { title: { absolute: `${column.name} - ${organisation.name}` }, other: pageLabels(organisation, column) };
}
