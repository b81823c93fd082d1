import type { Metadata } from 'next';
import { Applicant, Asked, Explanation, Files, Letters } from '@/app/admin/requests/[id]/panels';
import { CorrectForm, EnterForm } from '@/app/admin/requests/[id]/request-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { ClockPanel } from '@/components/requests/clock-panel';
import { CourseOfEvents } from '@/components/requests/course-of-events';
import { LedgerCalendar } from '@/components/requests/ledger-calendar';
import { LedgerDays, LedgerTable } from '@/components/requests/ledger-table';
import { Openings } from '@/components/requests/openings';
import { StepsTable } from '@/components/requests/steps-table';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { type RequestEvent, type RequestEventKind, requestEventKinds } from '@/lib/domain/requests/events';
import { stripOf } from '@/lib/domain/requests/ledger-views';
import { wantedForms, wantedWays } from '@/lib/domain/requests/request-form';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { feeOf } from '@/lib/server/requests/request-due';
import { type RequestDesk, requestDesk } from '@/lib/server/requests/requests';
import { denialSentence, sentence } from '@/lib/text/issues';
import { eventForm } from '@/lib/text/request-event-forms';
import { wantedFormNames, wantedWayNames } from '@/lib/text/request-form';
import { clockSentence } from '@/lib/text/request-ledger';
import { applicantLine, deskDone, requestNumber } from '@/lib/text/request-pages';
import { stageNames } from '@/lib/text/request-values';
import { requestEventNames } from '@/lib/text/requests';

type Route = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: '申请' };

/** One request: by when it is due and why, what happened, who asked for what, its files and letters. */
export default async function RequestPage({ params, searchParams }: Route) {
  const actor = await requireActor();
  const reason = denial(actor, 'view_requests');
  if (reason) return <NoEntry title="申请" reason={denialSentence(reason)} />;
  const desk = await requestDesk((await params).id, actor);
  if (!desk) return <NoEntry title="申请" reason={sentence({ code: 'not_found' })} />;
  const { enter, correct, done } = await searchParams;
  const said = deskDone(done);
  const { events, ledger, today, clock } = desk;
  const reply = replyStepOf(desk);
  return (
    <main id="main" className="office-main">
      <Head desk={desk} />
      <div className="grid gap-5">
        {said && <Notice kind="done" title={said} live />}
        {clock.lapsed && <Notice kind="check" title={clockSentence(clock)} />}
        <ClockPanel clock={clock} reply={reply} marks={stripOf(ledger, today)} today={today} />
        <Entry desk={desk} enter={enter} correct={correct} actor={actor} />
        {ledger.length > 0 && (
          <div className="request-sides">
            <Panel id="ledger" title="怎么算出来的" aside={<a href="#tell">给申请人看的说明</a>}>
              <LedgerTable ledger={ledger} events={events} today={today} />
              <LedgerDays ledger={ledger} />
            </Panel>
            <Panel id="calendar" title="日历">
              <LedgerCalendar ledger={ledger} events={events} today={today} />
            </Panel>
          </div>
        )}
        <Explanation desk={desk} reply={reply} />
        {clock.steps.length > 0 && (
          <Panel id="steps" title="各步的最后日期">
            <StepsTable steps={clock.steps} today={today} />
          </Panel>
        )}
        <Events desk={desk} enter={enter} />
        <Letters desk={desk} />
        <Asked desk={desk} />
        <Applicant desk={desk} actor={actor} />
        <Files desk={desk} />
      </div>
    </main>
  );
}

/** The answer that is or was due last: by its delivery, where the office reads the law so. */
function replyStepOf({ clock: { steps } }: RequestDesk) {
  return steps.findLast(({ name }) => name === 'reply' || name === 'deliver') ?? null;
}

function Head({ desk: { request, may, state } }: { desk: RequestDesk }) {
  const short = request.asked.length <= 80 && !request.asked.includes('\n');
  const number = requestNumber(request);
  const form = wantedForms.find((each) => each === request.form);
  const way = wantedWays.find((each) => each === request.delivery);
  return (
    <PageHead
      title={short ? request.asked : `${number}申请`}
      above={
        <>
          <a href="/admin/requests">依申请公开</a> › {number}　{stageNames[state.stage]}
        </>
      }
      note={
        <>
          {applicantLine(
            request.applicantKind,
            may.seeWho ? request.applicantName : '',
            form ? wantedFormNames[form] : request.form,
            way ? wantedWayNames[way] : request.delivery,
          )}
          　经办人：{request.handler.name}
          {may.seeWho && !request.erasedAt && (
            <a href="#applicant" className="ml-4 whitespace-nowrap">
              查看申请人信息
            </a>
          )}
        </>
      }
      aside={
        may.handle && (
          <>
            <ButtonLink href="#events">登记事项</ButtonLink>
            <ButtonLink href={`/admin/letters/new?request=${request.id}`} primary>
              拟写文书
            </ButtonLink>
          </>
        )
      }
    />
  );
}

type EntryProps = { desk: RequestDesk; enter: unknown; correct: unknown; actor: SignedIn };

/** The form that the address asks for, where it is open to the person. */
async function Entry({ desk, enter, correct, actor }: EntryProps) {
  const { request, events, may, today, state, open } = desk;
  const known = { state, events, today };
  const of = { id: request.id, version: request.version };
  const wrong = may.handle ? standing(events).find(({ id }) => id === correct) : undefined;
  const kind = wrong?.kind ?? mayEnter(desk).find((each) => each === enter);
  if (!kind) return null;
  const answer = kind === 'fee_noticed' ? await feeOf(request.id, { method: 'items', quantity: 1 }, actor) : null;
  const itemsBefore = answer?.itemsBefore ?? 0;
  const title = requestEventNames[kind];
  if (wrong)
    return (
      <Panel id="enter" title={`更正：${title}`}>
        <div className="p-4">
          <CorrectForm
            key={wrong.id}
            request={of}
            event={wrong.id}
            form={eventForm(kind, known, wrong)}
            itemsBefore={itemsBefore}
          />
        </div>
      </Panel>
    );
  const shut = open.find((opening) => opening.kind === kind && opening.issues.length > 0);
  return (
    <Panel id="enter" title={`登记：${title}`}>
      <div className="p-4">
        {shut ? (
          <Notice kind="stop" title={shut.issues.map((issue) => sentence(issue)).join('')} />
        ) : (
          <EnterForm
            key={`${kind}-${request.version}`}
            request={of}
            form={eventForm(kind, known)}
            itemsBefore={itemsBefore}
          />
        )}
      </div>
    </Panel>
  );
}

/** Kinds of event that are the person's to enter: leaders what a leader decides. */
function mayEnter({ may }: RequestDesk): RequestEventKind[] {
  if (may.handle) return requestEventKinds.filter((kind) => kind !== 'reversed');
  return may.consent ? requestEventKinds.filter((kind) => kind === 'extended' || kind === 'deferred') : [];
}

const standing = (events: readonly RequestEvent[]) => {
  const reversed = new Set(events.flatMap((event) => (event.kind === 'reversed' ? [event.event] : [])));
  return events.filter(({ kind, id }) => kind !== 'reversed' && !reversed.has(id));
};

function Events({ desk, enter }: { desk: RequestDesk; enter: unknown }) {
  const { request, events, entries, clock, open, may, today, letters } = desk;
  const views = entries.flatMap(({ userName, documentId, restates }, at) => {
    const event = events[at];
    const letter = letters.find((each) => each.documentId === documentId);
    if (!event) return [];
    const said = letter && { id: letter.documentId, title: letter.title };
    return [{ event, by: userName, at: new Date(event.recordedAt ?? 0), letter: said ?? null, restates }];
  });
  const kinds = mayEnter(desk);
  const chosen = kinds.find((each) => each === enter) ?? null;
  return (
    <Panel id="events" title="办理经过" aside={`${events.length}项记录，只增加，不改动`}>
      {kinds.length > 0 && (
        <div className="grid gap-3 border-line border-b p-4">
          <p className="font-strong">登记新的事项</p>
          <Openings id={request.id} openings={open.filter(({ kind }) => kinds.includes(kind))} chosen={chosen} />
        </div>
      )}
      <CourseOfEvents
        entries={views}
        remarks={clock.remarks}
        today={today}
        act={
          may.handle
            ? (event) => (
                <a
                  className="button small"
                  href={`/admin/requests/${request.id}?correct=${event.id}#enter`}
                  aria-label={`更正：${requestEventNames[event.kind]}，${event.on}`}
                >
                  更正
                </a>
              )
            : undefined
        }
      />
    </Panel>
  );
}
