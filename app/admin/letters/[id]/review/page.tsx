import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reviewAction } from '@/app/admin/reports/[id]/review/actions';
import { LetterSheet } from '@/components/letters/letter-sheet';
import { PageHead, Panel } from '@/components/office/panel';
import { RemarkList } from '@/components/office/remark-list';
import { BlockRemark } from '@/components/office/remark-slots';
import { isHere, ReviewDesk } from '@/components/office/review-desk';
import { LetterStatusTag } from '@/components/report/status-tag';
import { Notice } from '@/components/ui/notice';
import { now } from '@/lib/server/clock';
import { type LetterReview, letterReviewOf } from '@/lib/server/letters/letters';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';
import { dayInProse, momentNear } from '@/lib/text/days';
import { letterPlaceName } from '@/lib/text/letter-form';
import { resultRowNames } from '@/lib/text/request-values';
import { secrecyNames } from '@/lib/text/review';
import { letterStatusName } from '@/lib/text/statuses';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '审批' };

/** The section leader's review of a letter, and the principal leader's remarks on it. */
export default async function LetterReviewPage({ params }: Props) {
  const actor = await requireActor();
  const review = await letterReviewOf((await params).id, actor);
  if (!review) notFound();
  const { content, before } = review;
  const here = isHere(review);
  const said = new Set(before?.content.paragraphs.map(({ text }) => text));
  const changed = before ? content.paragraphs.flatMap(({ text }, at) => (said.has(text) ? [] : [at])) : [];
  return (
    <ReviewDesk
      action={reviewAction}
      labels={{ note: '意见', block: '对这一处的意见' }}
      head={<Head review={review} />}
      reviewing={review}
      facts={factsOf(review)}
      needsPassword={!isConfirmed(actor, now())}
      noun="文书"
      over={`现在是“${letterStatusName(review.document.status)}”，不再审批。`}
    >
      {before ? (
        <Notice title={`${before.by}看过第${before.revision}稿以后，改动了${changed.length}段`}>
          {changed.map((at) => (
            <p key={at}>
              <a href={`#place-paragraph-${at}`}>{letterPlaceName(`paragraph#${at}`)}</a>
            </p>
          ))}
        </Notice>
      ) : (
        <Notice title="第一次送审，请通看全文" />
      )}
      <Answers review={review} />
      <Panel id="whole" title="文书全文" aside={here ? '每一处都可以提意见' : undefined}>
        <div className="p-4">
          <LetterSheet
            content={content}
            under={here ? (place) => <BlockRemark place={place} label={letterPlaceName(place)} /> : undefined}
          />
        </div>
      </Panel>
    </ReviewDesk>
  );
}

function Head({ review: { document, request, revision, submitted, today } }: { review: LetterReview }) {
  return (
    <PageHead
      title={`审批：${document.title}`}
      above={<a href={`/admin/requests/${request.id}`}>{`${request.year}-${request.number}号申请`}</a>}
      note={
        <>
          {document.number}　第{revision.number}稿　
          {submitted && `${submitted.actorName}${momentNear(submitted.at, today)}送审　`}
          <LetterStatusTag status={document.status} />
        </>
      }
      aside={<a href={`/admin/letters/${document.id}/history`}>办理记录</a>}
    />
  );
}

function Answers({ review: { remarks } }: { review: LetterReview }) {
  if (remarks.length === 0) return null;
  const views = remarks.map(({ place, words, answer }, index) => ({
    ...{ id: String(index), title: letterPlaceName(place), words, answer },
    anchor: place === '' ? null : `place-${place.replace('#', '-')}`,
  }));
  return (
    <Panel id="answers" title={`上次退回的意见（${remarks.length}条，都已答复）`}>
      <RemarkList remarks={views} />
    </Panel>
  );
}

function factsOf({ row, content, secrecy, restates }: LetterReview) {
  return [
    { label: '成文日期', value: dayInProse(content.day) },
    { label: '计入表三', value: row ? resultRowNames[row] : '不计入，办理过程中的文书' },
    {
      label: '保密审查',
      value: secrecy
        ? `${secrecyNames[secrecy.result]}，${secrecy.by}，${dayInProse(secrecy.at)}`
        : '不提供信息，不需要',
    },
    ...(restates ? [{ label: '更正已公开数字', value: restates }] : []),
  ];
}
