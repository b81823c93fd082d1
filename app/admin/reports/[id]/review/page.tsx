import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reviewAction } from '@/app/admin/reports/[id]/review/actions';
import { ReviewPanels } from '@/app/admin/reports/[id]/review/panels';
import { PageHead } from '@/components/office/panel';
import { isHere, publicationDay, ReviewDesk } from '@/components/office/review-desk';
import { StatusTag } from '@/components/report/status-tag';
import type { Status } from '@/lib/domain/workflow/moves';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/people/confirm-password';
import { requireActor } from '@/lib/server/people/session';
import { type Review, reviewOf } from '@/lib/server/reports/review';
import { dayInProse, momentNear } from '@/lib/text/days';
import { dueSentence } from '@/lib/text/office';
import { secrecyNames } from '@/lib/text/review';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '审批' };

export default async function ReviewPage({ params }: Props) {
  const actor = await requireActor();
  const review = await reviewOf((await params).id, actor);
  if (!review) notFound();
  return (
    <ReviewDesk
      action={reviewAction}
      labels={labels}
      head={<Head review={review} />}
      reviewing={review}
      facts={factsOf(review)}
      needsPassword={!isConfirmed(actor, now())}
      over={review.document.status === 'signed' ? '已经签发，等待公开。' : '已经公开，不再审批。'}
    >
      <ReviewPanels review={review} judged={isHere(review)} />
    </ReviewDesk>
  );
}

const labels = {
  note: '意见',
  remark: '退回的意见',
  block: '对这一段的意见',
  cell: '对这张表的意见',
  row: '哪一行',
  column: '哪一列',
};

function Head({ review: { document, revision, decisions, due, today } }: { review: Review }) {
  const submitted = decisions.findLast(({ kind, revision: number }) => kind === 'submit' && number === revision.number);
  const said = submitted ? `${submitted.actorName}${momentNear(submitted.at, today)}送审` : '';
  return (
    <PageHead
      title={`审批：${document.title}`}
      note={
        <>
          第{revision.number}稿　{said}　{isUnderWay(document.status) && <>{dueSentence(due, today)}　</>}
          <StatusTag status={document.status} />
        </>
      }
      aside={
        <>
          <a href={`/admin/reports/${document.id}/preview`}>看公开的样子</a>
          <a href={`/admin/reports/${document.id}/history`}>办理记录</a>
        </>
      }
    />
  );
}

const isUnderWay = (status: Status) => status === 'in_review' || status === 'in_sign_off';

function factsOf({ secrecy, publishOn }: Review) {
  return [
    { label: '公开属性', value: '主动公开' },
    { label: '公开时间', value: publicationDay(publishOn) },
    { label: '保密审查', value: `${secrecyNames[secrecy.result]}，${secrecy.by}，${dayInProse(secrecy.at)}` },
  ];
}
