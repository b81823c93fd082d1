import { ItemBody } from '@/components/items/item-body';
import { ItemFiles } from '@/components/public/item-beside';
import { ItemFacts } from '@/components/public/item-facts';
import type { Day } from '@/lib/domain/calendar/day';
import type { OpenItem } from '@/lib/domain/items/item-of';
import { dayInProse } from '@/lib/text/days';
import { itemFacts } from '@/lib/text/item-documents';
import { untitled } from '@/lib/text/item-editor';
import { relationNames } from '@/lib/text/items';

type ItemPreviewProps = {
  item: OpenItem;
  indexNumber: string | null;
  firstPublishedOn: Day | null;
  /** Where the office shows a stored file. */
  addressOf: (sha256: string) => string;
};

/** An item as citizens will read it, drawn with the parts of the public page. */
export function ItemPreview({ item, indexNumber, firstPublishedOn, addressOf }: ItemPreviewProps) {
  const facts = itemFacts(item, { indexNumber, publishedOn: firstPublishedOn });
  const [number, ...rest] = facts.map(([label, value]) => ({ label, value, wide: label === '索引号' }));
  const title = item.title || untitled;
  return (
    <article className="item-page">
      <ItemFacts facts={[...(number ? [number] : []), { label: '名称', value: title, wide: true }, ...rest]} />
      <header className="item-title">
        <h1>{title}</h1>
      </header>
      {item.correctionNote && <p>更正说明：{item.correctionNote}</p>}
      <div className="prose item-prose">
        <ItemBody blocks={item.body} level={2} picture={addressOf} />
      </div>
      <p className="signature">
        <span>
          {item.issuingBody}
          {item.formedOn && (
            <>
              <br />
              {dayInProse(item.formedOn)}
            </>
          )}
        </span>
      </p>
      <ItemFiles files={item.attachments} href={({ sha256 }) => addressOf(sha256)} />
      {item.relations.length > 0 && (
        <p>相关信息：{item.relations.map(({ kind, title: named }) => `${relationNames[kind]}“${named}”`).join('；')}</p>
      )}
    </article>
  );
}
