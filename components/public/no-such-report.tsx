import type { ComponentProps } from 'react';
import { ReportList } from '@/components/public/report-list';
import { publicAddress, type Size } from '@/lib/domain/public-address';

type NoSuchReportProps = {
  slug: string;
  size: Size;
  year: number;
  number: number | undefined;
  years: ComponentProps<typeof ReportList>['years'];
};

/** Says what is missing and what there is. */
export function NoSuchReport({ slug, size, year, number, years }: NoSuchReportProps) {
  const there = years.some((each) => each.year === year);
  return (
    <div className="max-w-[52rem]">
      <h1 className="page-title">{there ? `${year}年的报告没有第${number}版` : `没有${year}年的年度报告`}</h1>
      {there && (
        <p className="mt-3">
          <a href={publicAddress(size, slug, 'reports', year)}>查看{year}年的报告</a>
        </p>
      )}
      <h2 className="mt-8 mb-3 text-h3">已公开的年度</h2>
      <ReportList slug={slug} size={size} years={years} />
    </div>
  );
}
