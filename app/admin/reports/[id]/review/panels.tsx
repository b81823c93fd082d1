import { LastYear } from '@/app/admin/reports/[id]/review/last-year';
import { ChangeItem } from '@/components/office/change-item';
import { OpenFindings } from '@/components/office/open-findings';
import { Panel } from '@/components/office/panel';
import { RemarkList } from '@/components/office/remark-list';
import { Restatements } from '@/components/office/restatements';
import { WholeReport } from '@/components/office/whole-report';
import { Notice } from '@/components/ui/notice';
import { placeElementId } from '@/lib/domain/report/addresses';
import type { Review } from '@/lib/server/reports/review';
import { changeViews, placeName, sentencesKept, totalsMoved } from '@/lib/text/changes';
import { findingText, findingTitle } from '@/lib/text/findings';
import { typedOverSentence } from '@/lib/text/registers';
import { restatedTitle } from '@/lib/text/restatements';
import { equationsSentence, restSentence, sinceSentence } from '@/lib/text/review';

/** The review by exception: what changed, what was remarked, what the rules still say, last year; then the whole. */
export function ReviewPanels({ review, judged }: { review: Review; judged: boolean }) {
  return (
    <>
      <Summary review={review} />
      <Remarks review={review} />
      <Changes review={review} judged={judged} />
      <TypedOver review={review} />
      <Restated review={review} />
      <Open review={review} />
      <LastYear review={review} />
      <Whole review={review} remarks={judged} />
    </>
  );
}

function Summary({ review: { since, format, equations, today } }: { review: Review }) {
  const title = since
    ? sinceSentence(since, changeViews(format, since.changes).length, today)
    : '第一次送审，请通看全文';
  const rest = since ? restSentence(sentencesKept(since.changes), totalsMoved(format, since.changes)) : '';
  return (
    <Notice title={title}>
      <p>
        {rest}
        {equationsSentence(equations)}
      </p>
    </Notice>
  );
}

function Remarks({ review: { remarks, format } }: { review: Review }) {
  if (remarks.length === 0) return null;
  const views = remarks.map(({ place, words, answer }, index) => ({
    id: String(index),
    title: placeName(format, place),
    words,
    answer,
    anchor: placeElementId(format, place),
  }));
  return (
    <Panel id="answers" title={`上次退回的意见（${remarks.length}条，都已答复）`}>
      <RemarkList remarks={views} />
    </Panel>
  );
}

function Changes({ review: { since, format }, judged }: { review: Review; judged: boolean }) {
  const views = since ? changeViews(format, since.changes) : [];
  if (views.length === 0) return null;
  return (
    <Panel id="changes" title={`改动（${views.length}处）`} aside={judged ? '没有选“退回”的，通过就是同意' : undefined}>
      <ol>
        {views.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is as frozen as the revision
          <ChangeItem key={index} change={change} number={index + 1} judged={judged} />
        ))}
      </ol>
    </Panel>
  );
}

function TypedOver({ review: { typedOver, format } }: { review: Review }) {
  if (typedOver.length === 0) return null;
  return (
    <Panel id="typed-over" title={`没有按登记簿填的（${typedOver.length}格）`}>
      <ul className="grid gap-2 p-4">
        {typedOver.map((cell) => (
          <li key={cell.address}>{typedOverSentence(format, cell)}</li>
        ))}
      </ul>
    </Panel>
  );
}

function Restated({ review: { restated } }: { review: Review }) {
  if (restated.length === 0) return null;
  return (
    <Panel id="restated" title={restatedTitle(restated)}>
      <div className="grid gap-3 p-4">
        <Restatements restated={restated} />
      </div>
    </Panel>
  );
}

function Open({ review: { findings } }: { review: Review }) {
  if (findings.length === 0) return null;
  const explained = findings.filter(({ reason }) => reason).length;
  const views = findings.map((finding) => ({
    key: finding.key,
    title: findingTitle(finding),
    text: findingText(finding),
    severity: finding.severity,
    reason: finding.reason ?? '',
  }));
  return (
    <Panel
      id="open"
      title={`尚未消除的提示（${findings.length}条）`}
      aside={
        explained === findings.length ? '起草人都已说明，签发时一并报告' : `${findings.length - explained}条没有说明`
      }
    >
      <OpenFindings findings={views} />
    </Panel>
  );
}

function Whole({ review: { format, report, since }, remarks }: { review: Review; remarks: boolean }) {
  const changed = new Set((since?.changes ?? []).flatMap((change) => (change.kind === 'cell' ? [change.address] : [])));
  return (
    <Panel id="whole" title="全文" aside={remarks ? '每一段、每张表都可以提意见' : undefined}>
      <details className="px-4 pb-4" open={!since}>
        <summary className="cursor-pointer py-3 text-blue">展开或者收起全文</summary>
        <WholeReport format={format} report={report} changed={changed} remarks={remarks} />
      </details>
    </Panel>
  );
}
