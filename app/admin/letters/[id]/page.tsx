import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { changeKindAction, deliverAction, submitLetterAction, takeBackAction } from '@/app/admin/letters/[id]/actions';
import { answerAction } from '@/app/admin/reports/[id]/actions';
import { TakeBack } from '@/components/editor/reading/take-back';
import { DeliveryForm } from '@/components/letters/delivery-form';
import { LetterEditor } from '@/components/letters/editor/letter-editor';
import type { LetterEditorProps } from '@/components/letters/editor/types';
import { LetterSheet } from '@/components/letters/letter-sheet';
import { PageHead, Panel } from '@/components/office/panel';
import { Steps } from '@/components/office/steps';
import { LetterStatusTag } from '@/components/report/status-tag';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { clockOf } from '@/lib/domain/requests/clock';
import { type LetterDesk, letterDesk } from '@/lib/server/letters/letters';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { dayInProse, dayNear, dayOf } from '@/lib/text/days';
import { draftNumber, draftTag, frozenBefore } from '@/lib/text/editor';
import { denialSentence } from '@/lib/text/issues';
import { letterDueWords, letterGroups, letterKindName, letterPlaceName, letterUses } from '@/lib/text/letter-form';
import { returnedBy } from '@/lib/text/office';
import { stepsOf } from '@/lib/text/progress';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// Asked for twice in a request: for the title and for the page.
const deskOf = cache(async (id: string) => letterDesk(id, await requireActor()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const desk = await deskOf((await params).id);
  return { title: desk?.document.title ?? '没有找到' };
}

/** The editor for whoever may edit, while it is a draft; for all others and later the letter and what became of it. */
export default async function LetterPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const desk = await deskOf((await params).id);
  if (!desk) notFound();
  if (desk.document.status === 'draft' && desk.mayEdit === null)
    return <LetterEditor key={desk.document.kind} {...editorProps(desk, actor)} />;
  const { done } = await searchParams;
  return (
    <main id="main" className="office-main">
      <Head desk={desk} />
      <div className="grid gap-5">
        {done === 'delivered' && <Notice kind="done" title="已登记送达" live />}
        <Reading desk={desk} actor={actor} />
      </div>
    </main>
  );
}

function editorProps(desk: LetterDesk, actor: SignedIn): LetterEditorProps {
  const { document, request, decisions, today, may, state, circumstances, usual, beside } = desk;
  const last = decisions.at(-1);
  const due = clockOf(beside.events, beside.ground).steps.findLast(({ name }) => name === 'reply')?.due ?? null;
  return {
    ...{ state, today, circumstances, usual, beside },
    request: { id: request.id, year: request.year, number: request.number },
    person: { id: actor.id, name: actor.name },
    document: { id: document.id, version: document.version, number: document.number },
    tag: { words: draftTag(document.status, last?.kind), warn: last?.kind === 'send_back' },
    draft: draftNumber(frozenBefore(decisions)),
    due: letterDueWords(due, today),
    returned:
      last?.kind === 'send_back'
        ? { by: returnedBy(last), day: dayNear(dayOf(last.at), today), words: last.words }
        : null,
    remarks: desk.remarks.map(({ id, place, words, answer }) => ({
      ...{ id, words, answer, place: letterPlaceName(place) },
      link: place === '' ? null : { target: `place-${place.replace('#', '-')}`, words: '转到这一处' },
    })),
    maySubmit: may.submit && denialSentence(may.submit),
    kinds: document.number === null ? groups : [],
    actions: { submit: submitLetterAction, answer: answerAction, changeKind: changeKindAction },
  };
}

function Head({ desk: { document, request, open } }: { desk: LetterDesk }) {
  const base = `/admin/letters/${document.id}`;
  return (
    <PageHead
      title={document.title}
      above={<a href={`/admin/requests/${request.id}`}>{`${request.year}-${request.number}号申请`}</a>}
      note={
        <>
          {document.number ?? '文号在第一次送审时给出'}　<LetterStatusTag status={document.status} />
        </>
      }
      aside={
        <>
          {open.includes('approve') && (
            <ButtonLink primary href={`${base}/review`}>
              审批
            </ButtonLink>
          )}
          {open.includes('sign_off') && (
            <ButtonLink primary href={`${base}/sign-off`}>
              签发
            </ButtonLink>
          )}
          <ButtonLink href={`${base}/history`}>办理记录</ButtonLink>
        </>
      }
    />
  );
}

const groups = letterGroups.map(({ title, kinds }) => ({
  title,
  kinds: kinds.map((kind) => ({ kind, name: letterKindName(kind), use: letterUses[kind], why: null })),
}));

function Reading({ desk, actor }: { desk: LetterDesk; actor: SignedIn }) {
  const { document, content, open, decisions, drafter, reviewers, signers, remarks, today, delivery } = desk;
  const progress = {
    ...{ status: document.status, drafter: drafter.name, reviewers, signers, decisions, publishOn: null },
    remarks: { total: remarks.length, answered: remarks.filter(({ answer }) => answer !== '').length },
    place: '',
  };
  return (
    <>
      <Panel id="standing" title="办理进度">
        <div className="p-4">
          <Steps steps={stepsOf(progress, today).slice(0, 3)} />
        </div>
      </Panel>
      {document.status === 'signed' && <Signed desk={desk} />}
      {delivery && delivery.deliveredOn === null && actor.roles.includes('drafter') && (
        <Panel id="delivery" title="登记送达">
          <DeliveryForm id={document.id} today={today} action={deliverAction} />
        </Panel>
      )}
      {open.includes('take_back') && <TakeBack document={document} action={takeBackAction} />}
      <Panel id="letter" title="文书全文" aside={<Files desk={desk} />}>
        <div className="p-4">{content ? <LetterSheet content={content} /> : <p>起草人还没有填齐，没有全文。</p>}</div>
      </Panel>
    </>
  );
}

function Signed({ desk: { document, delivery } }: { desk: LetterDesk }) {
  const signed = document.signedOn ? `${dayInProse(document.signedOn)}签发` : '已签发';
  const delivered = delivery?.deliveredOn ? `，${dayInProse(delivery.deliveredOn)}送达` : '';
  return (
    <Notice kind="done" title={`${signed}${delivered}。签发的文书不再修改。`}>
      <p>内容有误的，在申请的页面更正答复这一项，或者登记重新办理，再另拟一份。</p>
    </Notice>
  );
}

function Files({ desk: { document, frozen, maySeeWho } }: { desk: LetterDesk }) {
  if (!frozen || !maySeeWho) return null;
  const base = `/api/letters/${document.id}/letter`;
  if (document.status !== 'signed') return <a href={`${base}.pdf`}>下载PDF（送审稿）</a>;
  return (
    <>
      <a href={`${base}.pdf`}>下载PDF</a>　<a href={`${base}.docx`}>下载DOCX</a>
    </>
  );
}
