import { BriefPart, Hands } from '@/components/office/brief';
import { handsOf, KeptNotes, Unchanged } from '@/components/office/brief-decisions';
import type { GuideReview } from '@/lib/server/guide/guides';
import { officeFacts } from '@/lib/text/guide';
import { guideFindingPlace, guideFindingTitle } from '@/lib/text/guide-findings';
import { itemPublicationSentence } from '@/lib/text/item-review';

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
      <KeptNotes notes={notesOf(review)} />
      <Unchanged approved={review.approved} revision={review.revision} />
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

const notesOf = ({ findings }: GuideReview) =>
  findings.map((finding) => ({ key: finding.key, title: noteTitle(finding), reason: finding.reason ?? '没有说明' }));

const noteTitle = (finding: GuideReview['findings'][number]) =>
  `${guideFindingTitle(finding)}，${guideFindingPlace(finding)}`;
