import { Check, TriangleAlert } from 'lucide-react';
import { BriefPart, Hands, type HandView, OpenNotes } from '@/components/office/brief';
import { textOfBody } from '@/lib/domain/items/body';
import type { ItemReview } from '@/lib/server/item-review';
import { dayInProse, dayNear, dayOf } from '@/lib/text/days';
import { itemFindingPlace, itemFindingTitle } from '@/lib/text/item-findings';
import { declaredWords, itemPublicationSentence } from '@/lib/text/item-review';
import { attributeNames } from '@/lib/text/items';
import { quoted } from '@/lib/text/office';
import { secrecyNames } from '@/lib/text/review';

/** What the principal leader must know before signing an item, the weightiest first. */
export function ItemBrief({ review }: { review: ItemReview }) {
  const { document, item, becomesPublic, publishOn, nextNumber: number, today } = review;
  const signed = document.status === 'signed';
  return (
    <>
      <header className="brief-part">
        <p className="text-ink-2 text-note">
          <a href="/admin">待办</a> › {signed ? '已签发' : '请签发'}
        </p>
        <h1 className="my-1 font-serif text-[1.375rem] leading-[1.45]">{item.title}</h1>
        <p>{itemPublicationSentence({ becomesPublic, publishOn, number, signed, today })}</p>
        {item.correctionNote && <p className="mt-1">更正说明：{item.correctionNote}</p>}
      </header>
      <BriefPart id="what" title="公开什么">
        <p>
          {attributeNames[item.attribute]}，{item.node.label}
          {item.class && `，${item.class.label}`}
          {document.dueOn && `，最迟${dayInProse(document.dueOn)}公开`}
        </p>
        <p className="mt-1">{excerpt(item.body)}</p>
        {item.attachments.length > 0 && <p>附件：{item.attachments.map(({ name }) => name).join('；')}</p>}
      </BriefPart>
      <Notes review={review} />
      <BriefPart id="unchanged" title="审批之后有没有改动">
        <Unchanged review={review} />
      </BriefPart>
      <BriefPart id="hands" title="经手人">
        <Hands hands={handsOf(review)} />
      </BriefPart>
      <p className="brief-part flex flex-wrap gap-x-4">
        <a href={`/admin/items/${document.id}/preview`}>读全文</a>
        <a href={`/admin/items/${document.id}/review`}>与上一稿对照</a>
        <a href={`/admin/items/${document.id}/history`}>办理记录</a>
      </p>
    </>
  );
}

const most = 120;

function excerpt(body: ItemReview['item']['body']): string {
  const text = textOfBody(body).replace(/\s+/g, ' ').trim();
  return text.length > most ? `${text.slice(0, most)}……` : text;
}

function Notes({ review: { findings } }: { review: ItemReview }) {
  if (findings.length === 0) return null;
  const notes = findings.map((finding) => ({
    key: finding.key,
    title: noteTitle(finding),
    reason: finding.reason ?? '没有说明',
  }));
  return (
    <BriefPart id="notes" title={`请您留意（${notes.length}条提示没有消除，审批时已同意保留）`}>
      <OpenNotes notes={notes} />
    </BriefPart>
  );
}

/** 像是固定电话“0379-…”; 附件里有系统读不出文字的内容，附件《…》 */
const noteTitle = (finding: ItemReview['findings'][number]) =>
  [
    itemFindingTitle(finding),
    finding.facts.text ? quoted(String(finding.facts.text)) : `，${itemFindingPlace(finding)}`,
  ].join('');

// The approval counts for this content only if it names its hash.
function Unchanged({ review: { approved, revision } }: { review: ItemReview }) {
  if (approved?.sha256 !== revision.sha256) {
    return (
      <p>
        <TriangleAlert size={16} aria-hidden className="text-amber" /> <b>第{revision.number}稿还没有审批通过。</b>
      </p>
    );
  }
  return (
    <p>
      <Check size={16} aria-hidden className="text-green" /> <b>没有改动。</b>
      您看到的就是{approved.actorName}审批通过的第{revision.number}稿。
      <span className="block text-ink-2 text-note">
        校验码<span className="hash">{revision.sha256.slice(0, 16)}…</span>
      </span>
    </p>
  );
}

const wordsOf = ({ words, declarations }: NonNullable<ItemReview['approved']>) =>
  [words && quoted(words), declarations.length > 0 && declaredWords(declarations)].filter(Boolean).join('　');

function handsOf({ submitted, approved, secrecy, today, drafter, decisions, revision }: ItemReview): HandView[] {
  const signed = decisions.findLast(({ kind, revision: number }) => kind === 'sign_off' && number === revision.number);
  const hand = (deed: string, decision: ItemReview['approved'] | undefined, post = decision?.actorPost) =>
    decision && {
      ...{ key: decision.id, deed, who: `${decision.actorName}，${post}` },
      ...{ words: wordsOf(decision), day: dayNear(dayOf(decision.at), today) },
    };
  const reviewed = {
    ...{ key: 'secrecy', deed: '保密审查', who: `${secrecyNames[secrecy.result]}，${secrecy.by}` },
    ...{ words: secrecy.statement && quoted(secrecy.statement), day: dayNear(secrecy.at, today) },
  };
  const hands = [hand('起草', submitted, drafter.post), reviewed, hand('审批', approved), hand('签发', signed)];
  return hands.filter((each) => !!each);
}
