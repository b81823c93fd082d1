import { itemRules } from '@/lib/domain/items/rules/catalogue';
import type { Finding } from '@/lib/domain/report/finding';
import { itemFieldName } from '@/lib/text/items';

const ruleOf = ({ rule }: Finding) => itemRules.find(({ id }) => id === rule);

/** What is wrong with an item, in the words of its rule. */
export const itemFindingTitle = (finding: Finding) => ruleOf(finding)?.wording ?? finding.rule;

/** The article or document that the rule rests on. */
export const itemFindingBasis = (finding: Finding) => ruleOf(finding)?.basis ?? '';

/** Where it stands: 标题; 正文：“……” */
export function itemFindingPlace({ places: [place] }: Finding): string {
  if (!place || place.kind === 'cell') return '';
  const field = itemFieldName(place.section);
  return place.kind === 'text' && place.quote ? `${field}：“${place.quote}”` : field;
}
