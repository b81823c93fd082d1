import { ItemBody } from '@/components/items/item-body';
import { type Edition, otherEditions, Superseded } from '@/components/public/editions';
import type { FramedOrganisation } from '@/components/public/frame';
import { ItemDownloads, ItemFiles, ItemPostings, ItemRelations, type Related } from '@/components/public/item-beside';
import { type ItemFact, ItemFacts } from '@/components/public/item-facts';
import { Correction } from '@/components/report/correction';
import { PublicationFacts } from '@/components/report/publication-facts';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { waysSoFar } from '@/lib/domain/board/posting';
import type { Day } from '@/lib/domain/calendar/day';
import type { ItemContent, Validity } from '@/lib/domain/items/content';
import { pictureName, publicAddress, type Size } from '@/lib/domain/public-address';
import { dayInProse, dayOf } from '@/lib/text/days';
import { type Download, downloads, sizeAndUse } from '@/lib/text/documents';
import { itemPlaceId } from '@/lib/text/item-changes';
import { itemFacts } from '@/lib/text/item-documents';
import { columnNames } from '@/lib/text/page-labels';
import { correctedInItem, endedNotice, itemCorrectionSummary } from '@/lib/text/public-items';

export type Posting = { id: string; place: string; postedOn: Day; takenDownOn: Day | null; photograph: string | null };

type PublishedItemProps = {
  organisation: FramedOrganisation;
  size: Size;
  found: {
    item: number;
    edition: Edition;
    editions: readonly Edition[];
    indexNumber: string;
    firstPublishedAt: Date;
  };
  content: {
    item: ItemContent;
    before: ItemContent | null;
    validity: Validity;
    endedOn: Day | null;
    related: readonly Related[];
    postings: readonly Posting[];
  };
  /** The forms in which it can be had, with their sizes in bytes. */
  files: readonly Download[];
};

const subject = '本信息';

/** One edition of an item with all that its publication says about it. */
export function PublishedItem({ organisation, size, found, content, files }: PublishedItemProps) {
  const { edition, editions } = found;
  const { item, before, validity, endedOn, related, postings } = content;
  const ways = waysSoFar(item.ways, postings);
  const { slug, officeName, settings } = organisation;
  const href = (...parts: readonly (string | number)[]) => publicAddress(size, slug, 'items', found.item, ...parts);
  const fileHref = (sha256: string, name: string) => href(edition.number, 'files', sha256, encodeURIComponent(name));
  const last = editions.at(-1) ?? edition;
  const current = last.number === edition.number;
  const earlier = editions.findLast(({ number, act }) => number < edition.number && act !== 'withdraw');
  const { phone } = settings.contact;
  return (
    <article className="item-page">
      <ItemFacts facts={factsOf(organisation, size, found, { ...item, validity, endedOn, ways })} />
      <header className="item-title">
        <h1>{item.title}</h1>
      </header>
      {!current && <Superseded edition={edition} last={last} href={href()} />}
      {validity !== 'valid' && <Ended {...{ slug, size, validity, endedOn, related }} />}
      {edition.act === 'correct' && (
        <Correction
          subject={subject}
          edition={{ ...edition, publishedOn: dayOf(edition.publishedAt) }}
          note={edition.note}
          corrected={before ? correctedInItem(before, item) : []}
          summary={before ? itemCorrectionSummary(correctedInItem(before, item)) : undefined}
          before={before && earlier ? { ...earlier, href: href(earlier.number) } : null}
        />
      )}
      <div className="prose item-prose">
        <ItemBody
          blocks={item.body}
          level={2}
          picture={(sha256) => fileHref(sha256, pictureName)}
          idOf={({ id }) => itemPlaceId(`body#${id}`)}
        />
      </div>
      <p className="signature">
        <span>
          {item.issuingBody}
          <br />
          {dayInProse(item.formedOn)}
        </span>
      </p>
      <ItemFiles files={item.attachments} href={({ sha256, name }) => fileHref(sha256, name)} />
      <ItemDownloads
        downloads={files.map(({ extension, size: bytes }) => ({
          ...{ name: downloads[extension].name, use: sizeAndUse(bytes, downloads[extension].use) },
          href: href(edition.number, `item.${extension}`),
        }))}
      />
      <ItemRelations slug={slug} size={size} related={related} />
      <ItemPostings postings={postings} href={(sha256) => href('postings', sha256, pictureName)} />
      <PublicationFacts
        subject={subject}
        column={columnNames.catalogue}
        signedBy={edition.signedBy}
        edition={edition}
        current={current}
        others={otherEditions(editions, edition, href)}
        contentHref={href(edition.number, 'item.json')}
        contact={`${officeName}${phone && `，电话${phone}`}`}
      />
    </article>
  );
}

type Shown = Omit<ItemContent, 'validity' | 'endedOn'> & { validity: Validity; endedOn: Day | null };

function factsOf(
  { slug }: FramedOrganisation,
  size: Size,
  { indexNumber, firstPublishedAt }: PublishedItemProps['found'],
  item: Shown,
): ItemFact[] {
  const places: Record<string, string | undefined> = { 所属目录: item.node.code, 类别: item.class?.code };
  const facts = itemFacts(item, { indexNumber, publishedOn: dayOf(firstPublishedAt) }).map(([label, text]) => {
    const code = places[label];
    const link = code && <a href={publicAddress(size, slug, 'catalogue', code)}>{text}</a>;
    const standing = label === '有效性' && <Tag kind={item.validity === 'valid' ? 'done' : 'check'}>{text}</Tag>;
    return { label, value: link || standing || text, wide: label === '索引号' || label === '历史信息' };
  });
  const [number, ...rest] = facts;
  return [...(number ? [number] : []), { label: '名称', value: item.title, wide: true }, ...rest];
}

type EndedProps = {
  slug: string;
  size: Size;
  validity: Exclude<Validity, 'valid'>;
  endedOn: Day | null;
  related: readonly Related[];
};

function Ended({ slug, size, validity, endedOn, related }: EndedProps) {
  const by = related.filter(({ kind, side }) => kind === 'repeals' && side === 'to');
  return (
    <div className="mt-6">
      <Notice kind="check" title={endedNotice(validity, endedOn)}>
        {by.map(({ path, title }) => (
          <p key={path}>
            由<a href={publicAddress(size, slug, path)}>{title}</a>废止。
          </p>
        ))}
      </Notice>
    </div>
  );
}
