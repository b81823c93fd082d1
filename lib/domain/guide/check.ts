import { guideRules } from '@/lib/domain/guide/rules/catalogue';
import type { GuideRule, GuideView } from '@/lib/domain/guide/rules/rule';
import type { Finding } from '@/lib/domain/report/finding';

/** All rules on a guide: what must be put right first, then what must be settled by a reason. */
export function checkGuide(view: GuideView): Finding[] {
  const findings = guideRules.flatMap((rule) => findingsOf(rule, view));
  // toSorted is younger than the browsers of the offices (Chromium 109).
  return [...findings].sort((one, other) => Number(one.severity === 'warn') - Number(other.severity === 'warn'));
}

function findingsOf({ id, severity, find }: GuideRule, view: GuideView): Finding[] {
  const seen = new Map<string, number>();
  return find(view).map(({ field, facts = {} }) => {
    // A reason holds for these words; other words at the place ask again.
    const key = [id, field, facts.quote ?? facts.written ?? ''].filter((part) => part !== '').join(':');
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return {
      ...{ rule: id, key: times > 1 ? `${key}~${times}` : key, severity, facts },
      places: [{ kind: 'section', section: field }],
    };
  });
}
