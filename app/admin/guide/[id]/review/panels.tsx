import { GuideDocument } from '@/components/guide/guide-document';
import { ChangeItem } from '@/components/office/change-item';
import { OpenFindings } from '@/components/office/open-findings';
import { Panel } from '@/components/office/panel';
import { RemarkList } from '@/components/office/remark-list';
import { BlockRemark } from '@/components/office/remark-slots';
import { Notice } from '@/components/ui/notice';
import type { GuideReview } from '@/lib/server/guide/guides';
import { guideChangeViews, guidePlaceId, guidePlaceName, guideSentencesKept } from '@/lib/text/guide';
import { guideFindingPlace, guideFindingText, guideFindingTitle } from '@/lib/text/guide-findings';
import { restSentence, sinceSentence } from '@/lib/text/review';

/** What changed, what was remarked, what stays with a reason; then the whole guide. */
export function GuideReviewPanels({ review, judged }: { review: GuideReview; judged: boolean }) {
  const { since, guide } = review;
  const views = since ? guideChangeViews(since.changes) : [];
  return (
    <>
      <Summary review={review} count={views.length} />
      <Answers review={review} />
      {views.length > 0 && (
        <Panel
          id="changes"
          title={`改动（${views.length}处）`}
          aside={judged ? '没有选“退回”的，通过就是同意' : undefined}
        >
          <ol>
            {views.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is as frozen as the revision
              <ChangeItem key={index} change={change} number={index + 1} judged={judged} />
            ))}
          </ol>
        </Panel>
      )}
      <Open review={review} />
      <Panel id="whole" title="全文" aside={judged ? '每一部分都可以提意见' : undefined}>
        <details className="px-4 pb-4" open={!since}>
          <summary className="cursor-pointer py-3 text-blue">展开或者收起全文</summary>
          <GuideDocument
            guide={guide}
            under={(place, label) => judged && <BlockRemark place={place} label={`“${label}”`} />}
          />
        </details>
      </Panel>
    </>
  );
}

function Summary({ review: { since, today }, count }: { review: GuideReview; count: number }) {
  if (!since) return <Notice title="第一次送审，请通看全文" />;
  return (
    <Notice title={sinceSentence(since, count, today)}>
      <p>{restSentence(guideSentencesKept(since.changes), 0)}</p>
    </Notice>
  );
}

function Answers({ review: { remarks } }: { review: GuideReview }) {
  if (remarks.length === 0) return null;
  const views = remarks.map(({ place, words, answer }, index) => ({
    ...{ id: String(index), title: guidePlaceName(place), words, answer },
    anchor: place === '' ? null : guidePlaceId(place),
  }));
  return (
    <Panel id="answers" title={`上次退回的意见（${remarks.length}条，都已答复）`}>
      <RemarkList remarks={views} />
    </Panel>
  );
}

function Open({ review: { findings } }: { review: GuideReview }) {
  if (findings.length === 0) return <Notice kind="done" title="期限、收费和救济途径核对过，没有查出问题" />;
  const views = findings.map((finding) => ({
    ...{ key: finding.key, severity: finding.severity, reason: finding.reason ?? '' },
    title: guideFindingTitle(finding),
    text: (
      <>
        <p>{guideFindingText(finding)}</p>
        <p className="text-ink-2 text-note">{guideFindingPlace(finding)}</p>
      </>
    ),
  }));
  return (
    <Panel id="open" title={`尚未消除的提示（${views.length}条）`} aside="起草人都已说明，请逐条判断">
      <OpenFindings findings={views} />
    </Panel>
  );
}
