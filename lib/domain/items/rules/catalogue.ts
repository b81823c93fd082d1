import { content, formed, issued, placed, sourced, titled } from '@/lib/domain/items/rules/contents';
import type { ItemRule } from '@/lib/domain/items/rules/rule';

/** Every rule, in the order in which its findings are told. */
export const itemRules = [titled, content, issued, formed, placed, sourced] as const satisfies readonly ItemRule[];

export type ItemRuleId = (typeof itemRules)[number]['id'];
