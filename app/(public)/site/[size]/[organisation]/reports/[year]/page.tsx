import type { Metadata } from 'next';
import { ReportEdition, reportMetadata } from '@/app/(public)/report-edition';
import { sizeOf } from '@/lib/domain/public-address';

type ReportProps = { params: Promise<{ size: string; organisation: string; year: string }> };

/** The edition that holds. */
export default async function ReportPage({ params }: ReportProps) {
  const { size, organisation, year } = await params;
  return <ReportEdition slug={organisation} size={sizeOf(size)} year={Number(year)} />;
}

export async function generateMetadata({ params }: ReportProps): Promise<Metadata> {
  const { organisation, year } = await params;
  return reportMetadata(organisation, Number(year));
}
