import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ItemReviewPanels } from '@/app/admin/items/[id]/review/panels';
import { reviewAction } from '@/app/admin/reports/[id]/review/actions';
import { DeclarationsField } from '@/components/office/declarations-field';
import { PageHead } from '@/components/office/panel';
import { isHere, publicationDay, ReviewDesk } from '@/components/office/review-desk';
import { StatusTag } from '@/components/report/status-tag';
import { now } from '@/lib/server/clock';
import { type ItemReview, itemReviewOf } from '@/lib/server/items/item-review';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';
import { dayInProse, momentNear } from '@/lib/text/days';
import { hitSummary } from '@/lib/text/item-findings';
import { declaredWords } from '@/lib/text/item-review';
import { attributeNames } from '@/lib/text/items';
import { secrecyNames } from '@/lib/text/review';
import { statusName } from '@/lib/text/statuses';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '审批' };

/** The section leader's review of a disclosure item, and the principal leader's remarks on it. */
export default async function ItemReviewPage({ params }: Props) {
  const actor = await requireActor();
  const review = await itemReviewOf((await params).id, actor);
  if (!review) notFound();
  return (
    <ReviewDesk
      action={reviewAction}
      labels={labels}
      head={<Head review={review} />}
      reviewing={review}
      facts={factsOf(review)}
      needsPassword={!isConfirmed(actor, now())}
      declarations={<DeclarationsField asked={review.declarations} />}
      over={`现在是“${statusName(review.document.status, review.becomesPublic)}”，不再审批。`}
    >
      <ItemReviewPanels review={review} judged={isHere(review)} />
    </ReviewDesk>
  );
}

const labels = { note: '意见', remark: '退回的意见', block: '对这一处的意见', declarations: '保密审查声明' };

function Head({ review: { document, revision, submitted, today } }: { review: ItemReview }) {
  const said = submitted ? `${submitted.actorName}${momentNear(submitted.at, today)}送审` : '';
  return (
    <PageHead
      title={`审批：${document.title}`}
      note={
        <>
          第{revision.number}稿　{said}　{document.dueOn && `最迟${dayInProse(document.dueOn)}公开　`}
          <StatusTag status={document.status} />
        </>
      }
      aside={
        <>
          <a href={`/admin/items/${document.id}/preview`}>看公开的样子</a>
          <a href={`/admin/items/${document.id}/history`}>办理记录</a>
        </>
      }
    />
  );
}

function factsOf({ item, secrecy, publishOn, becomesPublic, hits, submitted }: ItemReview) {
  const when = becomesPublic ? publicationDay(publishOn) : '不公开';
  return [
    { label: '公开属性', value: attributeNames[item.attribute] },
    { label: '公开时间', value: when },
    { label: '保密审查', value: `${secrecyNames[secrecy.result]}，${secrecy.by}，${dayInProse(secrecy.at)}` },
    { label: '起草人声明', value: declaredWords(submitted?.declarations ?? []) },
    { label: '个人信息', value: hitSummary(hits.length) },
  ];
}
