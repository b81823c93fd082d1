import { HitList, MaskList } from '@/components/items/editor/hit-list';
import { WholeItem } from '@/components/items/item-review-body';
import { ChangeItem } from '@/components/office/change-item';
import { OpenFindings } from '@/components/office/open-findings';
import { Panel } from '@/components/office/panel';
import { RemarkList } from '@/components/office/remark-list';
import { Notice } from '@/components/ui/notice';
import type { ItemReview } from '@/lib/server/items/item-review';
import { itemChangeViews, itemPlaceId, itemPlaceName, itemSentencesKept } from '@/lib/text/item-changes';
import { hitSummary, itemFindingPlace, itemFindingText, itemFindingTitle } from '@/lib/text/item-findings';
import { restSentence, sinceSentence } from '@/lib/text/review';

/** What changed, what was remarked, what stays with a reason; then the whole item. */
export function ItemReviewPanels({ review, judged }: { review: ItemReview; judged: boolean }) {
  const { since, document, item } = review;
  return (
    <>
      <Summary review={review} />
      <Answers review={review} />
      <Changes review={review} judged={judged} />
      <Open review={review} />
      <Masked review={review} />
      <Panel id="whole" title="全文" aside={judged ? '每一处都可以提意见' : undefined}>
        <details className="px-4 pb-4" open={!since}>
          <summary className="cursor-pointer py-3 text-blue">展开或者收起全文</summary>
          <WholeItem id={document.id} item={item} remarks={judged} />
        </details>
      </Panel>
    </>
  );
}

function Summary({ review: { since, today } }: { review: ItemReview }) {
  if (!since) return <Notice title="第一次送审，请通看全文" />;
  return (
    <Notice title={sinceSentence(since, itemChangeViews(since.changes).length, today)}>
      <p>{restSentence(itemSentencesKept(since.changes), 0)}</p>
    </Notice>
  );
}

function Answers({ review: { remarks } }: { review: ItemReview }) {
  if (remarks.length === 0) return null;
  const views = remarks.map(({ place, words, answer }, index) => ({
    ...{ id: String(index), title: itemPlaceName(place), words, answer },
    anchor: place === '' ? null : itemPlaceId(place),
  }));
  return (
    <Panel id="answers" title={`上次退回的意见（${remarks.length}条，都已答复）`}>
      <RemarkList remarks={views} />
    </Panel>
  );
}

function Changes({ review: { since }, judged }: { review: ItemReview; judged: boolean }) {
  const views = since ? itemChangeViews(since.changes) : [];
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

function Open({ review: { findings, hits } }: { review: ItemReview }) {
  if (findings.length === 0) return <Notice kind="done" title={hitSummary(0)} />;
  const views = findings.map((finding) => ({
    key: finding.key,
    title: itemFindingTitle(finding),
    text: <Found finding={finding} hits={hits.filter(({ key }) => key === finding.key)} />,
    severity: finding.severity,
    reason: finding.reason ?? '',
  }));
  const explained = views.filter(({ reason }) => reason !== '').length;
  return (
    <Panel
      id="open"
      title={`尚未消除的提示（${views.length}条）`}
      aside={explained === views.length ? '起草人都已说明，请逐条判断' : `${views.length - explained}条没有说明`}
    >
      <OpenFindings findings={views} />
    </Panel>
  );
}

/** What was masked, so that leaders see it beside what was kept with a reason. */
function Masked({ review: { masked, becomesPublic } }: { review: ItemReview }) {
  if (masked.length === 0 || !becomesPublic) return null;
  return (
    <Panel id="masked" title={`已经遮盖的（${masked.length}处）`} aside="看遮得够不够，有没有漏下的">
      <div className="px-4 py-3">
        <MaskList masks={masked} />
      </div>
    </Panel>
  );
}

type FoundProps = Pick<ItemReview, 'hits'> & { finding: ItemReview['findings'][number] };

/** A hit with the words around it and what it would be masked to; of other findings what is wrong and where. */
function Found({ finding, hits }: FoundProps) {
  if (hits.length > 0) return <HitList hits={hits} />;
  return (
    <>
      <p>{itemFindingText(finding)}</p>
      <p className="text-ink-2 text-note">{itemFindingPlace(finding)}</p>
    </>
  );
}
