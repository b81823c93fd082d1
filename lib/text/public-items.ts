import type { AttachmentType } from '@/lib/domain/attachment';
import type { Day } from '@/lib/domain/calendar/day';
import { type ItemChange, itemChanges } from '@/lib/domain/items/changes';
import type { ItemContent, RelationKind, Validity } from '@/lib/domain/items/content';
import { dayInProse } from '@/lib/text/days';
import { sizeAndUse } from '@/lib/text/documents';
import { itemChangeViews, itemPlaceId } from '@/lib/text/item-changes';
import type { Corrected } from '@/lib/text/public';

const typeNames: Record<AttachmentType, string> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  png: '图片',
  jpeg: '图片',
};

/** PDF，86 KB */
export const typeAndSize = ({ type, size }: { type: AttachmentType; size: number }) =>
  `${typeNames[type]}，${sizeAndUse(size, '')}`;

/** What a correction changed of an item, as its readers look for it; its note is told by itself. */
export function correctedInItem(before: ItemContent, after: ItemContent): Corrected[] {
  const told = (change: ItemChange) => change.kind !== 'field' || change.field !== 'correctionNote';
  return itemChangeViews(itemChanges(before, after).filter(told)).map((view) => {
    const [was, is] = [view.before ?? '', view.after ?? ''];
    const whole: Corrected['parts'] = [
      { kind: 'removed', text: was },
      { kind: 'added', text: is },
    ];
    return {
      ...{ place: view.title, target: itemPlaceId(view.place), kind: 'words', before: was, after: is },
      parts: view.parts.length > 0 ? [...view.parts] : whole,
    };
  });
}

/** 共更正3处。 */
export const itemCorrectionSummary = (corrected: readonly Corrected[]) =>
  corrected.length === 0 ? '内容没有变化。' : `共更正${corrected.length}处。`;

/** Above the items that say something of this one, and those of which it says something. */
export const relationHeadings: Record<'from' | 'to', Record<RelationKind, string>> = {
  from: { interprets: '本信息解读', corrects: '本信息更正', clarifies: '本信息澄清', repeals: '本信息废止' },
  to: {
    interprets: '对本信息的解读',
    corrects: '对本信息的更正',
    clarifies: '对本信息的澄清',
    repeals: '废止本信息的',
  },
};

/** Above a text that no longer holds. */
export const endedNotice = (validity: Exclude<Validity, 'valid'>, endedOn: Day | null) =>
  `本信息${endedOn ? `自${dayInProse(endedOn)}起` : ''}${validity === 'repealed' ? '废止' : '失效'}，仅供查考`;

export const noSuchItem = (number: number | undefined) =>
  number === undefined ? '没有这条信息' : `这条信息没有第${number}版`;
