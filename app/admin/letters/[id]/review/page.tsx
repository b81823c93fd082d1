import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reviewAction } from '@/app/admin/reports/[id]/review/actions';
import { LetterSheet } from '@/components/letters/letter-sheet';
import { Decide } from '@/components/office/decide';
import { DecisionForm } from '@/components/office/decision-form';
import { PageHead, Panel } from '@/components/office/panel';
import { RemarkList } from '@/components/office/remark-list';
import { BlockRemark } from '@/components/office/remark-slots';
import { StatusTag } from '@/components/report/status-tag';
import { Notice } from '@/components/ui/notice';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/confirm-password';
import { type LetterReview, letterReviewOf } from '@/lib/server/letters';
import { requireActor } from '@/lib/server/session';
import { dayInProse, momentNear } from '@/lib/text/days';
import { denialSentence } from '@/lib/text/issues';
import { letterPlaceName } from '@/lib/text/letter-form';
import { resultRowNames } from '@/lib/text/request-values';
import { secrecyNames } from '@/lib/text/review';
import { statusName } from '@/lib/text/statuses';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '审批' };

/** The section leader's review of a letter, and the principal leader's remarks on it. */
export default async function LetterReviewPage({ params }: Props) {
  const actor = await requireActor();
  const review = await letterReviewOf((await params).id, actor);
  if (!review) notFound();
  const { document, revision, content, before } = review;
  const here = review.open.includes('approve') || review.open.includes('send_back');
  const said = new Set(before?.content.paragraphs.map(({ text }) => text));
  const changed = before ? content.paragraphs.flatMap(({ text }, at) => (said.has(text) ? [] : [at])) : [];
  return (
    <main id="main" className="office-main">
      <Head review={review} />
      <DecisionForm
        action={reviewAction}
        className="review grid grid-cols-1 gap-5"
        labels={{ note: '意见', block: '对这一处的意见' }}
        hidden={{ id: document.id, version: document.version, sha256: revision.sha256 }}
      >
        <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="grid min-w-0 grid-cols-1 gap-5">
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

function Head({ review: { document, request, revision, submitted, today } }: { review: LetterReview }) {
  return (
    <PageHead
      title={`审批：${document.title}`}
      above={<a href={`/admin/requests/${request.id}`}>{`${request.year}-${request.number}号申请`}</a>}
      note={
        <>
          {document.number}　第{revision.number}稿　
          {submitted && `${submitted.actorName}${momentNear(submitted.at, today)}送审　`}
          <StatusTag status={document.status} />
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

/** Why only a return is open; null where the letter can be approved. */
function whyNot({ open, document, may }: LetterReview): string | null {
  if (open.includes('approve')) return null;
  if (document.status === 'in_sign_off') return '已审批通过，等您签发。不退回的，请到签发页办理。';
  return may.approve ? denialSentence(may.approve) : '这份文书现在不能审批。';
}

function elsewhere({ document, may, reviewers, signers }: LetterReview): string {
  if (document.status === 'in_review') {
    const who = reviewers.length > 0 ? `等${reviewers.join('、')}审批。` : '还没有指定分管领导，请找系统管理员。';
    return `${may.approve ? denialSentence(may.approve) : ''}${who}`;
  }
  if (document.status === 'in_sign_off') return `已审批通过，等${signers.join('、') || '主要领导'}签发。`;
  return `现在是“${statusName(document.status, false)}”，不再审批。`;
}

function factsOf({ row, content, secrecy, restates, drafter, revision }: LetterReview) {
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
    { label: '起草人', value: `${drafter.name}，${drafter.post}` },
    { label: '校验码', value: <span className="hash">{revision.sha256.slice(0, 16)}…</span> },
  ];
}
