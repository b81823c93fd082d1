import { Check, TriangleAlert } from 'lucide-react';
import { BriefPart, Hands, type HandView, OpenNotes } from '@/components/office/brief';
import type { GuideReview } from '@/lib/server/guides';
import { dayNear, dayOf } from '@/lib/text/days';
import { officeFacts } from '@/lib/text/guide';
import { guideFindingPlace, guideFindingTitle } from '@/lib/text/guide-findings';
import { itemPublicationSentence } from '@/lib/text/item-review';
import { quoted } from '@/lib/text/office';
import { secrecyNames } from '@/lib/text/review';

/** What the principal leader must know before signing the guide, the weightiest first. */
export function GuideBrief({ review }: { review: GuideReview }) {
  const { document, guide, publishOn, nextNumber: number, today } = review;
  const signed = document.status === 'signed';
  return (
    <>
      <header className="brief-part">
        <p className="text-ink-2 text-note">
          <a href="/admin">待办</a> › {signed ? '已签发' : '请签发'}
        </p>
        <h1 className="my-1 font-serif text-[1.375rem] leading-[1.45]">{guide.title}</h1>
        <p>{itemPublicationSentence({ becomesPublic: true, publishOn, number, signed, today })}</p>
        {guide.correctionNote && <p className="mt-1">更正说明：{guide.correctionNote}</p>}
      </header>
      <BriefPart id="what" title="公开什么">
        <ul>
          {officeFacts(guide).map(([name, value]) => (
            <li key={name}>
              {name}：{value}
            </li>
          ))}
        </ul>
        <p className="mt-1">{guide.texts.periods[0]}</p>
      </BriefPart>
      <Notes review={review} />
      <BriefPart id="unchanged" title="审批之后有没有改动">
        <Unchanged review={review} />
      </BriefPart>
      <BriefPart id="hands" title="经手人">
        <Hands hands={handsOf(review)} />
      </BriefPart>
      <p className="brief-part flex flex-wrap gap-x-4">
        <a href={`/admin/guide/${document.id}/preview`}>读全文</a>
        <a href={`/admin/guide/${document.id}/review`}>与上一稿对照</a>
        <a href={`/admin/guide/${document.id}/history`}>办理记录</a>
      </p>
    </>
  );
}

function Notes({ review: { findings } }: { review: GuideReview }) {
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

const noteTitle = (finding: GuideReview['findings'][number]) =>
  `${guideFindingTitle(finding)}，${guideFindingPlace(finding)}`;

// The approval counts for this content only if it names its hash.
function Unchanged({ review: { approved, revision } }: { review: GuideReview }) {
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

const wordsOf = ({ words }: NonNullable<GuideReview['approved']>) => (words ? quoted(words) : '');

function handsOf({ submitted, approved, secrecy, today, drafter, decisions, revision }: GuideReview): HandView[] {
  const signed = decisions.findLast(({ kind, revision: number }) => kind === 'sign_off' && number === revision.number);
  const hand = (deed: string, decision: GuideReview['approved'] | undefined, post = decision?.actorPost) =>
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
