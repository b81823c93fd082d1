import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { signOffAction } from '@/app/admin/reports/[id]/sign-off/actions';
import { LetterSheet } from '@/components/letters/letter-sheet';
import { BriefPart, Hands, type HandView } from '@/components/office/brief';
import { PasswordField, Submit, WordsField } from '@/components/office/decision-fields';
import { DecisionForm } from '@/components/office/decision-form';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/confirm-password';
import { type LetterReview, letterReviewOf } from '@/lib/server/letters';
import { requireActor } from '@/lib/server/session';
import { dayInProse, dayNear, dayOf } from '@/lib/text/days';
import { denialSentence } from '@/lib/text/issues';
import { quoted, signedOn } from '@/lib/text/office';
import { resultRowNames } from '@/lib/text/request-values';
import { secrecyNames } from '@/lib/text/review';
import { statusNames } from '@/lib/text/statuses';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: '签发' };

/** What the principal leader must know before signing a letter, and the letter itself. */
export default async function LetterSignOffPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const review = await letterReviewOf((await params).id, actor);
  if (!review) notFound();
  const { document, revision, open } = review;
  if (document.status === 'signed') redirect(`/admin/letters/${document.id}`);
  const returning = open.includes('send_back') && ((await searchParams).return === '1' || !open.includes('sign_off'));
  const canAct = document.status === 'in_sign_off' && (open.includes('sign_off') || open.includes('send_back'));
  return (
    <main id="main" className="brief">
      <DecisionForm
        action={signOffAction}
        labels={{ note: '意见' }}
        hidden={{ id: document.id, version: document.version, sha256: revision.sha256 }}
      >
        <Brief review={review} />
        {!canAct && <Elsewhere review={review} />}
        {canAct && returning && <Return id={document.id} />}
        {canAct && !returning && <Sign review={review} name={actor.name} needsPassword={!isConfirmed(actor, now())} />}
      </DecisionForm>
    </main>
  );
}

function Brief({ review }: { review: LetterReview }) {
  const { document, request, row, content, secrecy, restates, approved, revision, today } = review;
  return (
    <>
      <header className="brief-part">
        <p className="text-ink-2 text-note">
          <a href="/admin">待办</a> › 请签发
        </p>
        <h1 className="my-1 font-serif text-[1.375rem] leading-[1.45]">{document.title}</h1>
        <p>
          {document.number}，成文日期{dayInProse(content.day)}
          {content.day !== today && `（今天是${dayInProse(today)}）`}。签发后登记到
          <a href={`/admin/requests/${request.id}`}>{`${request.year}-${request.number}号申请`}</a>
          {row ? `，表三计入“${resultRowNames[row]}”。` : '。'}
        </p>
        {restates && <p>涉及已公开年度的数字，理由：{restates}</p>}
      </header>
      <section className="brief-part" aria-label="文书">
        <LetterSheet content={content} />
      </section>
      <BriefPart id="unchanged" title="审批之后有没有改动">
        <p>
          <b>{approved?.sha256 === revision.sha256 ? '没有改动。' : `第${revision.number}稿还没有审批通过。`}</b>
          <span className="block text-ink-2 text-note">
            校验码<span className="hash">{revision.sha256.slice(0, 16)}…</span>
          </span>
        </p>
      </BriefPart>
      <BriefPart id="hands" title="经手人">
        <Hands hands={handsOf(review)} />
        {!secrecy && <p className="text-ink-2 text-note">这种文书不提供信息，不需要保密审查。</p>}
      </BriefPart>
    </>
  );
}

function handsOf({ submitted, approved, secrecy, today, drafter }: LetterReview): HandView[] {
  const hand = (deed: string, decision: LetterReview['approved'], post = decision?.actorPost) =>
    decision && {
      ...{ key: decision.id, deed, who: `${decision.actorName}，${post}` },
      ...{ words: decision.words && quoted(decision.words), day: dayNear(dayOf(decision.at), today) },
    };
  const reviewed = secrecy && {
    ...{ key: 'secrecy', deed: '保密审查', who: `${secrecyNames[secrecy.result]}，${secrecy.by}` },
    ...{ words: secrecy.statement && quoted(secrecy.statement), day: dayNear(secrecy.at, today) },
  };
  return [hand('起草', submitted, drafter.post), reviewed, hand('审批', approved)].filter((each) => !!each);
}

type SignProps = { review: LetterReview; name: string; needsPassword: boolean };

function Sign({ review: { document, today }, name, needsPassword }: SignProps) {
  return (
    <>
      <BriefPart id="sign" title="签发">
        <div className="grid gap-3">
          <WordsField name="note" label="签发意见" initial="同意。" />
          {needsPassword && <PasswordField />}
          <p className="text-ink-2 text-note">{signedOn(name, today)}</p>
        </div>
      </BriefPart>
      <div className="brief-end">
        <a className="button" href={`/admin/letters/${document.id}/sign-off?return=1#return`}>
          退回
        </a>
        <Submit value="sign_off" working="正在签发…" className="button primary">
          签发
        </Submit>
      </div>
    </>
  );
}

function Return({ id }: { id: string }) {
  return (
    <>
      <BriefPart id="return" title="退回修改">
        <WordsField name="note" label="退回意见" hint="写明要改什么。起草人改好后，要重新送审、审批、签发。" rows={3} />
        <p className="mt-2">
          要逐处提意见的，到<a href={`/admin/letters/${id}/review#whole`}>全文</a>里提。
        </p>
      </BriefPart>
      <div className="brief-end">
        <a className="button" href={`/admin/letters/${id}/sign-off`}>
          不退回
        </a>
        <Submit value="send_back" working="正在退回…" className="button primary">
          退回修改
        </Submit>
      </div>
    </>
  );
}

function Elsewhere({ review: { document, may, reviewers, signers } }: { review: LetterReview }) {
  const waits =
    document.status === 'in_review'
      ? `等${reviewers.join('、') || '分管领导'}审批通过后，才能签发。`
      : `等${signers.join('、') || '主要领导'}签发。`;
  return (
    <BriefPart id="sign" title="签发">
      <p>
        现在是“{statusNames[document.status]}”。{waits}
        {document.status === 'in_sign_off' && may.sign_off ? denialSentence(may.sign_off) : ''}
      </p>
    </BriefPart>
  );
}
