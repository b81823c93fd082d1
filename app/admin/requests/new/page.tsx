import type { Metadata } from 'next';
import { createRequestAction } from '@/app/admin/requests/new/actions';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead } from '@/components/office/panel';
import { RequestForm } from '@/components/requests/request-form';
import { denial } from '@/lib/domain/access';
import { today } from '@/lib/server/clock';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '登记申请' };

/** Whatever the channel, a request is registered on the day it came. */
export default async function NewRequestPage() {
  const actor = await requireActor();
  const reason = denial(actor, 'handle_requests');
  if (reason) return <NoEntry title="登记申请" reason={denialSentence(reason)} />;
  return (
    <main id="main" className="office-main">
      <PageHead title="登记申请" above={<a href="/admin/requests">依申请公开</a>} />
      <div className="max-w-240">
        <RequestForm today={today()} action={createRequestAction} />
      </div>
    </main>
  );
}
