import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reviewAction } from '@/app/admin/reports/[id]/review/actions';
import { ReviewPanels } from '@/app/admin/reports/[id]/review/panels';
import { Decide } from '@/components/office/decide';
import { DecisionForm } from '@/components/office/decision-form';
import { PageHead, Panel } from '@/components/office/panel';
import { StatusTag } from '@/components/report/status-tag';
import type { Status } from '@/lib/domain/workflow/moves';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/confirm-password';
import { type Review, reviewOf } from '@/lib/server/review';
import { requireActor } from '@/lib/server/session';
import { dayInProse, momentNear } from '@/lib/text/days';
import { denialSentence } from '@/lib/text/issues';
import { dueSentence } from '@/lib/text/office';
import { secrecyNames } from '@/lib/text/review';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '审批' };

export default async function ReviewPage({ params }: Props) {
  const actor = await requireActor();
  const review = await reviewOf((await params).id, actor);
  if (!review) notFound();
  const { document, revision } = review;
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
            <ReviewPanels review={review} judged={isHere(review)} />
            <p className="to-decide">
              <a href="#decide" className="button w-full">
                去办理
              </a>
            </p>
          </div>
          <div id="decide" className="decide-panel">
            <Panel id="decision" title="办理意见">
              {isHere(review) ? (
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

/** Whether this person can decide here: approve or return under review, return what lies with them for signing. */
const isHere = ({ open }: Review) => open.includes('approve') || open.includes('send_back');

/** Why only a return is open; null where the document can be approved. */
function whyNot({ open, document, may }: Review): string | null {
  if (open.includes('approve')) return null;
  if (document.status === 'in_sign_off') return '已审批通过，等您签发。不退回的，请到签发页办理。';
  return may.approve ? denialSentence(may.approve) : '这份文件现在不能审批。';
}

function elsewhere({ document, may, reviewers, signers }: Review): string {
  if (document.status === 'in_review') {
    const who = reviewers.length > 0 ? `等${reviewers.join('、')}审批。` : '还没有指定分管领导，请找系统管理员。';
    return `${may.approve ? denialSentence(may.approve) : ''}${who}`;
  }
  if (document.status === 'in_sign_off') return `已审批通过，等${signers.join('、') || '主要领导'}签发。`;
  return document.status === 'signed' ? '已经签发，等待公开。' : '已经公开，不再审批。';
}

function factsOf({ secrecy, drafter, revision, publishOn }: Review) {
  return [
    { label: '公开属性', value: '主动公开' },
    { label: '公开时间', value: publishOn ? dayInProse(publishOn) : '签发后立即' },
    { label: '保密审查', value: `${secrecyNames[secrecy.result]}，${secrecy.by}，${dayInProse(secrecy.at)}` },
    { label: '起草人', value: `${drafter.name}，${drafter.post}` },
    { label: '校验码', value: <span className="hash">{revision.sha256.slice(0, 16)}…</span> },
  ];
}
