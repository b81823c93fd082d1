import { itemRules } from '@/lib/domain/items/rules/catalogue';
import type { Fault, ItemRule, ItemView } from '@/lib/domain/items/rules/rule';
import type { Finding } from '@/lib/domain/report/finding';

// Of one rule. Nobody reads more, and a list of a whole village has a name a line.
const most = 500;

/** All rules on an item: what must be put right first, then what must be settled by a reason. */
export function checkItem(view: ItemView): Finding[] {
  const findings = itemRules.flatMap((rule) => findingsOf(rule, rule.find(view).slice(0, most)));
  // toSorted is younger than the browsers of the offices (Chromium 109).
  return [...findings].sort((one, other) => Number(one.severity === 'warn') - Number(other.severity === 'warn'));
}

function findingsOf({ id, severity }: ItemRule, faults: readonly Fault[]): Finding[] {
  const seen = new Map<string, number>();
  return faults.map(({ at, places, facts }) => {
    const key = `${id}:${at}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { rule: id, key: times > 1 ? `${key}~${times}` : key, severity, places, facts };
  });
}
