import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { withdrawAction } from '@/app/admin/reports/[id]/withdraw/actions';
import { WithdrawDesk } from '@/components/office/withdraw-desk';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/confirm-password';
import { requireActor } from '@/lib/server/session';
import { guideHistoryOf } from '@/lib/server/trail';
import { whyNotWithdraw } from '@/lib/text/whether-open';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '撤下' };

export default async function WithdrawPage({ params }: Props) {
  const actor = await requireActor();
  const history = await guideHistoryOf((await params).id, actor);
  if (!history) notFound();
  const { document, publications } = history;
  const { number = 0, sha256 = '' } = publications.at(-1) ?? {};
  return (
    <WithdrawDesk
      document={document}
      back={`/admin/guide/${document.id}`}
      why={whyNotWithdraw(history)}
      action={withdrawAction}
      edition={{ number, sha256 }}
      needsPassword={!isConfirmed(actor, now())}
    />
  );
}
