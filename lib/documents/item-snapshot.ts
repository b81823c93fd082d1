import type { PublicationFacts } from '@/lib/documents/snapshot';
import type { Day } from '@/lib/domain/calendar/day';
import type { ItemContent } from '@/lib/domain/items/content';

/** A picture of a body, as it is stored. */
export type Picture = { type: 'png' | 'jpeg'; bytes: Buffer };

/** All that the documents of a published item are made of. The same snapshot makes the same bytes. */
export type ItemSnapshot = {
  item: ItemContent;
  indexNumber: string;
  /** 发布日期: of the first edition, which a correction keeps. */
  firstPublishedOn: Day;
  facts: PublicationFacts;
  /** The pictures that the body shows, by hash. */
  pictures: ReadonlyMap<string, Picture>;
};
