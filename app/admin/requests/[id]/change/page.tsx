import type { Metadata } from 'next';
import { changeRequestAction } from '@/app/admin/requests/[id]/change/actions';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead } from '@/components/office/panel';
import { ChangeForm } from '@/components/requests/change-form';
import { denial } from '@/lib/domain/access';
import { requireActor } from '@/lib/server/people/session';
import { requestDesk } from '@/lib/server/requests/requests';
import { denialSentence, sentence } from '@/lib/text/issues';
import { changeHints } from '@/lib/text/request-change';
import { requestNumber } from '@/lib/text/request-pages';

const title = '更正登记内容';
export const metadata: Metadata = { title };

/** Sets right what was typed of a request; who asked stays masked. */
export default async function ChangeRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const reason = denial(actor, 'handle_requests');
  if (reason) return <NoEntry title={title} reason={denialSentence(reason)} />;
  const desk = await requestDesk((await params).id, actor);
  if (!desk?.applicant)
    return <NoEntry title={title} reason={sentence({ code: desk?.keyMissing ? 'key_missing' : 'not_found' })} />;
  const { request, applicant } = desk;
  return (
    <main id="main" className="office-main">
      <PageHead
        title={title}
        above={
          <>
            <a href="/admin/requests">依申请公开</a> ›{' '}
            <a href={`/admin/requests/${request.id}`}>{requestNumber(request)}</a>
          </>
        }
        note={
          <>
            {changeHints.note}
            {changeHints.events}
            <a href={`/admin/requests/${request.id}#events`}>办理经过</a>
          </>
        }
      />
      <div className="max-w-240">
        <ChangeForm
          request={{ id: request.id, version: request.version }}
          shown={{
            ...{ applicantKind: request.applicantKind, asked: request.asked, form: request.form },
            ...{ delivery: request.delivery, place: request.place, identityKind: applicant.identityKind },
          }}
          masked={{ ...applicant, name: request.applicantName }}
          action={changeRequestAction}
        />
      </div>
    </main>
  );
}
