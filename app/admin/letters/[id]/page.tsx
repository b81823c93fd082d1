import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { changeKindAction, deliverAction, letterDeskAction, takeBackAction } from '@/app/admin/letters/[id]/actions';
import { answerAction } from '@/app/admin/reports/[id]/actions';
import { TakeBack } from '@/components/editor/reading/take-back';
import { DeliveryForm } from '@/components/letters/delivery-form';
import { KindChoice } from '@/components/letters/kind-choice';
import { LetterEditor } from '@/components/letters/letter-editor';
import { LetterSheet } from '@/components/letters/letter-sheet';
import { RemarkAnswers } from '@/components/letters/remark-answers';
import { PageHead, Panel } from '@/components/office/panel';
import { Steps } from '@/components/office/steps';
import { StatusTag } from '@/components/report/status-tag';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type LetterDesk, letterDesk } from '@/lib/server/letters';
import { requireActor, type SignedIn } from '@/lib/server/session';
import { dayInProse } from '@/lib/text/days';
import { denialSentence } from '@/lib/text/issues';
import { letterGroups, letterKindName, letterPlaceName, letterUses } from '@/lib/text/letter-form';
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
  const { done } = await searchParams;
  const drafting = desk.document.status === 'draft' && desk.mayEdit === null;
  return (
    <main id="main" className="office-main">
      <Head desk={desk} />
      <div className="grid gap-5">
        {done === 'saved' && <Notice kind="done" title="已保存" live />}
        {done === 'delivered' && <Notice kind="done" title="已登记送达" live />}
        {drafting ? <Draft desk={desk} actor={actor} /> : <Reading desk={desk} actor={actor} />}
      </div>
    </main>
  );
}

function Head({ desk: { document, request, open } }: { desk: LetterDesk }) {
  const base = `/admin/letters/${document.id}`;
  return (
    <PageHead
      title={document.title}
      above={<a href={`/admin/requests/${request.id}`}>{`${request.year}-${request.number}号申请`}</a>}
      note={
        <>
          {document.number ?? '文号在第一次送审时给出'}　<StatusTag status={document.status} />
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

function Draft({ desk, actor }: { desk: LetterDesk; actor: SignedIn }) {
  const { document, state, remarks, decisions, may } = desk;
  const last = decisions.at(-1);
  const disclosing = ['granted', 'partially_granted', 'third_party_disclosure'].includes(document.kind);
  return (
    <>
      {last?.kind === 'send_back' && (
        <Notice kind="check" title={`${last.actorName}退回：${last.words || '见逐条意见'}`} />
      )}
      {remarks.length > 0 && (
        <RemarkAnswers
          letter={document.id}
          action={answerAction}
          remarks={remarks.map(({ id, place, words, answer }) => ({
            id,
            place: letterPlaceName(place),
            words,
            answer,
          }))}
        />
      )}
      <LetterEditor
        key={document.kind}
        document={{ id: document.id, version: document.version }}
        draft={state.draft}
        restates={state.office.restates}
        circumstances={desk.circumstances}
        beside={desk.beside}
        person={actor.name}
        today={desk.today}
        disclosing={disclosing}
        maySubmit={may.submit && denialSentence(may.submit)}
        action={letterDeskAction}
      />
      {document.number === null && (
        <details className="rounded-control border border-line bg-paper">
          <summary className="cursor-pointer px-4 py-2.5 font-strong">换成另一种文书</summary>
          <KindChoice
            groups={groups}
            hidden={{ id: document.id, version: document.version }}
            verb="换成这一种"
            action={changeKindAction}
          />
        </details>
      )}
    </>
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
