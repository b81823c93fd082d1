import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuideReviewPanels } from '@/app/admin/guide/[id]/review/panels';
import { reviewAction } from '@/app/admin/reports/[id]/review/actions';
import { PageHead } from '@/components/office/panel';
import { isHere, publicationDay, ReviewDesk } from '@/components/office/review-desk';
import { StatusTag } from '@/components/report/status-tag';
import { now } from '@/lib/server/clock';
import { type GuideReview, guideReviewOf } from '@/lib/server/guide/guides';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';
import { dayInProse, momentNear } from '@/lib/text/days';
import { secrecyNames } from '@/lib/text/review';
import { statusName } from '@/lib/text/statuses';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '审批' };

/** The section leader's review of the guide, and the principal leader's remarks on it. */
export default async function GuideReviewPage({ params }: Props) {
  const actor = await requireActor();
  const review = await guideReviewOf((await params).id, actor);
  if (!review) notFound();
  return (
    <ReviewDesk
      action={reviewAction}
      labels={labels}
      head={<Head review={review} />}
      reviewing={review}
      facts={factsOf(review)}
      needsPassword={!isConfirmed(actor, now())}
      over={`现在是“${statusName(review.document.status, true)}”，不再审批。`}
    >
      <GuideReviewPanels review={review} judged={isHere(review)} />
    </ReviewDesk>
  );
}

const labels = { note: '意见', remark: '退回的意见', block: '对这一处的意见' };

function Head({ review: { document, revision, submitted, today } }: { review: GuideReview }) {
  const said = submitted ? `${submitted.actorName}${momentNear(submitted.at, today)}送审` : '';
  return (
    <PageHead
      title={`审批：${document.title}`}
      note={
        <>
          第{revision.number}稿　{said}　
          <StatusTag status={document.status} />
        </>
      }
      aside={
        <>
          <a href={`/admin/guide/${document.id}/preview`}>看公开的样子</a>
          <a href={`/admin/guide/${document.id}/history`}>办理记录</a>
        </>
      }
    />
  );
}

function factsOf({ secrecy, publishOn }: GuideReview) {
  return [
    { label: '公开时间', value: publicationDay(publishOn) },
    { label: '保密审查', value: `${secrecyNames[secrecy.result]}，${secrecy.by}，${dayInProse(secrecy.at)}` },
  ];
}
