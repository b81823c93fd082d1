import { BriefPart, Hands } from '@/components/office/brief';
import { handsOf, KeptNotes, Unchanged } from '@/components/office/brief-decisions';
import { textOfBody } from '@/lib/domain/items/body';
import type { ItemReview } from '@/lib/server/items/item-review';
import { dayInProse } from '@/lib/text/days';
import { itemFindingPlace, itemFindingTitle } from '@/lib/text/item-findings';
import { declaredWords, itemPublicationSentence } from '@/lib/text/item-review';
import { attributeNames } from '@/lib/text/items';
import { quoted } from '@/lib/text/office';

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
      <KeptNotes notes={notesOf(review)} />
      <Unchanged approved={review.approved} revision={review.revision} />
      <BriefPart id="hands" title="经手人">
        <Hands hands={handsOf(review, wordsOf)} />
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

const notesOf = ({ findings }: ItemReview) =>
  findings.map((finding) => ({ key: finding.key, title: noteTitle(finding), reason: finding.reason ?? '没有说明' }));

/** 像是固定电话“0379-…”; 附件里有系统读不出文字的内容，附件《…》 */
const noteTitle = (finding: ItemReview['findings'][number]) =>
  [
    itemFindingTitle(finding),
    finding.facts.text ? quoted(String(finding.facts.text)) : `，${itemFindingPlace(finding)}`,
  ].join('');

const wordsOf = ({ words, declarations }: NonNullable<ItemReview['approved']>) =>
  [words && quoted(words), declarations.length > 0 && declaredWords(declarations)].filter(Boolean).join('　');
