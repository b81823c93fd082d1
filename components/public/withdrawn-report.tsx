import type { FramedOrganisation } from '@/components/public/frame';
import { Notice } from '@/components/ui/notice';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import type { WithdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { dayInProse } from '@/lib/text/days';

type WithdrawnReportProps = { slug: string; size: Size; organisation: FramedOrganisation; notice: WithdrawalNotice };

/** What stands in the place of a report that is no longer public. */
export function WithdrawnReport({ slug, size, organisation, notice }: WithdrawnReportProps) {
  const { officeName, settings } = organisation;
  return (
    <div className="max-w-[45rem]">
      <h1 className="page-title mb-4">{notice.title}</h1>
      <Notice title={`本报告已于${dayInProse(notice.day)}撤下，内容不再公开`}>
        <p>原因：{notice.reason}</p>
        <p>撤下经{notice.signedBy}签发。</p>
      </Notice>
      <p className="mt-6">
        有疑问请联系{officeName}
        {settings.contact.phone && `，电话${settings.contact.phone}`}。
      </p>
      <p className="mt-2">
        <a href={publicAddress(size, slug, 'reports')}>查看其他年度的报告</a>
      </p>
    </div>
  );
}
