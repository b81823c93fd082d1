import type { Metadata } from 'next';
import { ReportEdition, reportMetadata } from '@/app/(public)/report-edition';
import { sizeOf } from '@/lib/domain/public-address';

type EditionProps = { params: Promise<{ size: string; organisation: string; year: string; number: string }> };

/** One edition at its permanent address. */
export default async function EditionPage({ params }: EditionProps) {
  const { size, organisation, year, number } = await params;
  return <ReportEdition slug={organisation} size={sizeOf(size)} year={Number(year)} number={Number(number)} />;
}

export async function generateMetadata({ params }: EditionProps): Promise<Metadata> {
  const { organisation, year, number } = await params;
  return reportMetadata(organisation, Number(year), Number(number));
}
