import type { Report } from '@/lib/domain/report/content';
import type { Finding } from '@/lib/domain/report/finding';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { Restatement } from '@/lib/domain/report/restatement';
import { rulesOf } from '@/lib/domain/report/rules/catalogue';
import type { Fault, Need, Rule } from '@/lib/domain/report/rules/rule';
import { viewOf } from '@/lib/domain/report/rules/view';

export type Checked = {
  /** What must be put right first, then what must be settled by a reason. */
  findings: Finding[];
  /** Rules in force that could not be run: no prose, or no report of last year. */
  notRun: string[];
  /** How the sums of the tables came out (勾稽); pending while a part is blank. */
  equations: { total: number; agree: number; differ: number; pending: number };
};

type Beside = {
  format: ReportFormat;
  previous?: Report | null;
  others?: readonly Report[];
  restated?: readonly Restatement[];
};

/** All rules of the format on a report with its totals. The same answer in the editor, at the door and before publication. */
export function check(report: Report, { format, previous = null, others = [], restated = [] }: Beside): Checked {
  const lastYear = previous?.year === report.year - 1 ? previous : null;
  const view = viewOf(report, format, lastYear, others, restated);
  const given: Record<Need, boolean> = {
    preamble: report.preamble !== undefined,
    text: report.text !== undefined,
    prose: report.preamble !== undefined || report.text !== undefined,
    previous: lastYear !== null,
    comparison: Boolean(lastYear?.text) || others.length > 0,
  };
  const findings: Finding[] = [];
  const notRun: string[] = [];
  const equations = { total: 0, agree: 0, differ: 0, pending: 0 };
  for (const { rule, find, equations: equationsOf } of rulesOf(format)) {
    if (!rule.needs.every((need) => given[need])) {
      notRun.push(rule.id);
      continue;
    }
    const sums = equationsOf(view);
    for (const { state } of sums) equations[state] += 1;
    equations.total += sums.length;
    findings.push(...findingsOf(rule, [...sums.flatMap(({ fault }) => fault ?? []), ...find(view)].slice(0, most)));
  }
  // toSorted is younger than the browsers of the offices (Chromium 109).
  return { findings: [...findings].sort(byWeight), notRun, equations };
}

// Of one rule. Nobody reads more, and a text of nothing but commas has one finding a comma.
const most = 500;

function findingsOf({ id, severity }: Rule, faults: readonly Fault[]): Finding[] {
  const seen = new Map<string, number>();
  return faults.map(({ at, places, facts }) => {
    const key = `${id}:${at}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { rule: id, key: times > 1 ? `${key}~${times}` : key, severity, places, facts };
  });
}

const byWeight = (one: Finding, other: Finding) => Number(one.severity === 'warn') - Number(other.severity === 'warn');
