import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { signOffAction } from '@/app/admin/reports/[id]/sign-off/actions';
import { LetterSheet } from '@/components/letters/letter-sheet';
import { BriefPart, Hands } from '@/components/office/brief';
import { handsOf } from '@/components/office/brief-decisions';
import { SignOffDesk } from '@/components/office/sign-off-desk';
import { now } from '@/lib/server/clock';
import { type LetterReview, letterReviewOf } from '@/lib/server/letters/letters';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';
import { dayInProse } from '@/lib/text/days';
import { resultRowNames } from '@/lib/text/request-values';

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
  const { id, status } = review.document;
  if (status === 'signed') redirect(`/admin/letters/${id}`);
  return (
    <SignOffDesk
      action={signOffAction}
      labels={{ note: '意见' }}
      at={`/admin/letters/${id}`}
      signing={review}
      signer={{ name: actor.name, needsPassword: !isConfirmed(actor, now()) }}
      asksReturn={(await searchParams).return === '1'}
      consent="同意。"
    >
      <Brief review={review} />
    </SignOffDesk>
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
