import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuideReviewPanels } from '@/app/admin/guide/[id]/review/panels';
import { reviewAction } from '@/app/admin/reports/[id]/review/actions';
import { Decide } from '@/components/office/decide';
import { DecisionForm } from '@/components/office/decision-form';
import { PageHead, Panel } from '@/components/office/panel';
import { StatusTag } from '@/components/report/status-tag';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/confirm-password';
import { type GuideReview, guideReviewOf } from '@/lib/server/guides';
import { requireActor } from '@/lib/server/session';
import { dayInProse, momentNear } from '@/lib/text/days';
import { denialSentence } from '@/lib/text/issues';
import { secrecyNames } from '@/lib/text/review';
import { statusName } from '@/lib/text/statuses';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '审批' };

/** The section leader's review of the guide, and the principal leader's remarks on it. */
export default async function GuideReviewPage({ params }: Props) {
  const actor = await requireActor();
  const review = await guideReviewOf((await params).id, actor);
  if (!review) notFound();
  const { document, revision } = review;
  const here = review.open.includes('approve') || review.open.includes('send_back');
  return (
    <main id="main" className="office-main">
      <Head review={review} />
      <DecisionForm
        action={reviewAction}
        className="review grid grid-cols-1 gap-5"
        labels={labels}
        hidden={{ id: document.id, version: document.version, sha256: revision.sha256 }}
      >
        <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="grid min-w-0 grid-cols-1 gap-5">
            <GuideReviewPanels review={review} judged={here} />
            <p className="to-decide">
              <a href="#decide" className="button w-full">
                去办理
              </a>
            </p>
          </div>
          <div id="decide" className="decide-panel">
            <Panel id="decision" title="办理意见">
              {here ? (
                <Decide
                  facts={factsOf(review)}
                  needsPassword={!isConfirmed(actor, now())}
                  cannotApprove={whyNot(review)}
                />
              ) : (
                <p className="p-4">{elsewhere(review)}</p>
              )}
            </Panel>
          </div>
        </div>
      </DecisionForm>
    </main>
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

/** Why only a return is open; null where the item can be approved. */
function whyNot({ open, document, may }: GuideReview): string | null {
  if (open.includes('approve')) return null;
  if (document.status === 'in_sign_off') return '已审批通过，等您签发。不退回的，请到签发页办理。';
  return may.approve ? denialSentence(may.approve) : '这份文件现在不能审批。';
}

function elsewhere({ document, may, reviewers, signers }: GuideReview): string {
  if (document.status === 'in_review') {
    const who = reviewers.length > 0 ? `等${reviewers.join('、')}审批。` : '还没有指定分管领导，请找系统管理员。';
    return `${may.approve ? denialSentence(may.approve) : ''}${who}`;
  }
  if (document.status === 'in_sign_off') return `已审批通过，等${signers.join('、') || '主要领导'}签发。`;
  return `现在是“${statusName(document.status, true)}”，不再审批。`;
}

function factsOf({ secrecy, drafter, revision, publishOn }: GuideReview) {
  return [
    { label: '公开时间', value: publishOn ? dayInProse(publishOn) : '签发后立即' },
    { label: '保密审查', value: `${secrecyNames[secrecy.result]}，${secrecy.by}，${dayInProse(secrecy.at)}` },
    { label: '起草人', value: `${drafter.name}，${drafter.post}` },
    { label: '校验码', value: <span className="hash">{revision.sha256.slice(0, 16)}…</span> },
  ];
}
