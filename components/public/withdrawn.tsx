import type { FramedOrganisation } from '@/components/public/frame';
import { Notice } from '@/components/ui/notice';
import type { WithdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { dayInProse } from '@/lib/text/days';

type WithdrawnProps = {
  organisation: FramedOrganisation;
  notice: WithdrawalNotice;
  /** What was withdrawn: 本报告, 本信息. */
  subject: string;
  /** Where to go from here. */
  elsewhere: { href: string; label: string };
};

/** What stands in the place of what is no longer public. */
export function Withdrawn({ organisation, notice, subject, elsewhere }: WithdrawnProps) {
  const { officeName, settings } = organisation;
  return (
    <div className="max-w-[45rem]">
      <h1 className="page-title mb-4">{notice.title}</h1>
      <Notice title={`${subject}已于${dayInProse(notice.day)}撤下，内容不再公开`}>
        <p>原因：{notice.reason}</p>
        <p>撤下经{notice.signedBy}签发。</p>
      </Notice>
      <p className="mt-6">
        有疑问请联系{officeName}
        {settings.contact.phone && `，电话${settings.contact.phone}`}。
      </p>
      <p className="mt-2">
        <a href={elsewhere.href}>{elsewhere.label}</a>
      </p>
    </div>
  );
}
