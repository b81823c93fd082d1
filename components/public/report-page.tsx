import type { ComponentProps } from 'react';
import { Frame, type FramedOrganisation } from '@/components/public/frame';
import { PublishedEdition } from '@/components/public/published-edition';
import { editionName } from '@/lib/text/public';

type ReportPageProps = ComponentProps<typeof PublishedEdition> & {
  /** Where the page stands at the permanent address of an edition. */
  number?: number;
};

/** The whole page of a published report, as it is drawn for readers and before it is published. */
export const ReportPage = ({ number, ...published }: ReportPageProps) => {
  const { organisation, size, found } = published;
  return (
    <Frame
      organisation={organisation}
      size={size}
      path={reportPath(found.year, number)}
      crumbs={reportCrumbs(organisation, found.year, number)}
    >
      <PublishedEdition {...published} />
    </Frame>
  );
};

export const reportPath = (year: number, number?: number) => ['reports', year, ...(number ? [number] : [])];

export function reportCrumbs({ settings }: FramedOrganisation, year: number, number?: number) {
  const list = { label: settings.site.reportColumn, path: ['reports'] };
  if (!number) return [list, { label: `${year}年` }];
  return [list, { label: `${year}年`, path: ['reports', year] }, { label: editionName(number) }];
}
