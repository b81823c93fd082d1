import { content, formed, issued, placed, sourced, titled } from '@/lib/domain/items/rules/contents';
import {
  ended,
  governmental,
  mustBePublic,
  published,
  reasoned,
  reassessed,
  related,
  repealing,
  stillPublic,
} from '@/lib/domain/items/rules/disclosure';
import {
  alternatives,
  documentNumber,
  headingOrder,
  linkTexts,
  numberYear,
  secrecyMarks,
  tableHeads,
  titleForm,
} from '@/lib/domain/items/rules/form';
import { personal, unread } from '@/lib/domain/items/rules/personal';
import type { ItemRule } from '@/lib/domain/items/rules/rule';

/** Every rule, in the order in which its findings are told. */
export const itemRules = [
  titled,
  content,
  issued,
  formed,
  placed,
  sourced,
  published,
  reasoned,
  reassessed,
  stillPublic,
  ended,
  related,
  alternatives,
  secrecyMarks,
  personal,
  unread,
  mustBePublic,
  governmental,
  repealing,
  documentNumber,
  numberYear,
  titleForm,
  headingOrder,
  tableHeads,
  linkTexts,
] as const satisfies readonly ItemRule[];

export type ItemRuleId = (typeof itemRules)[number]['id'];
