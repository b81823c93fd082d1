import type { Metadata } from 'next';
import { CopyText } from '@/components/office/copy-text';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { PrintPage } from '@/components/office/print-page';
import { LedgerTable, LedgerTableOfDays } from '@/components/requests/ledger-table';
import { denial } from '@/lib/domain/access';
import { requireActor } from '@/lib/server/people/session';
import { requestDesk } from '@/lib/server/requests/requests';
import { denialSentence, sentence } from '@/lib/text/issues';
import { noticesNote } from '@/lib/text/request-clock';
import { copiedLedger, explanation } from '@/lib/text/request-explanation';
import { clockSentence } from '@/lib/text/request-ledger';
import { requestNumber } from '@/lib/text/request-pages';

const title = '期限说明';
export const metadata: Metadata = { title };

/** How the last day came about, for paper or a letter: in words, by stretches and day by day. Nobody is named. */
export default async function ExplanationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const reason = denial(actor, 'view_requests');
  if (reason) return <NoEntry title={title} reason={denialSentence(reason)} />;
  const desk = await requestDesk((await params).id, actor);
  if (!desk) return <NoEntry title={title} reason={sentence({ code: 'not_found' })} />;
  const { request, clock, ledger, events, state, today } = desk;
  const reply = clock.steps.findLast(({ name }) => name === 'reply' || name === 'deliver') ?? null;
  const said = explanation({ asked: request.asked, state, events, clock, reply, ledger });
  const words = said.length > 0 ? said : [clockSentence(clock)];
  const number = requestNumber(request);
  return (
    <main id="main" className="office-main">
      <PageHead
        title={`${number}申请的${title}`}
        above={
          <span className="screen-only">
            <a href="/admin/requests">依申请公开</a> › <a href={`/admin/requests/${request.id}`}>{number}</a>
          </span>
        }
        aside={
          <>
            <PrintPage />
            <CopyText text={[...words, '', ...copiedLedger(ledger)].join('\n')} />
          </>
        }
      />
      <div className="grid max-w-240 gap-5">
        <div className="grid max-w-[45rem] gap-2">
          {words.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
        {ledger.length > 0 && (
          <>
            <Panel id="stretches" title="怎么算出来的">
              <LedgerTable ledger={ledger} events={events} today={today} />
            </Panel>
            <Panel id="days" title="逐日明细" aside={`${ledger.length}天，附依据`}>
              <LedgerTableOfDays ledger={ledger} />
            </Panel>
            <p className="text-ink-2 text-note">{noticesNote(ledger)}</p>
          </>
        )}
      </div>
    </main>
  );
}
