import type { Issue } from '@/lib/domain/issue';
import type { Finding } from '@/lib/domain/report/finding';

export type Unsettled = { blocks: readonly Finding[]; warnings: readonly Finding[] };

/** What still stands in the way of going on: blocks, and warnings without a written reason. */
export function unsettled(findings: readonly Finding[], reasons: Readonly<Record<string, string>>): Unsettled {
  const blocks = findings.filter(({ severity }) => severity === 'block');
  const warnings = findings.filter(({ severity, key }) => severity === 'warn' && !reasons[key]?.trim());
  return { blocks, warnings };
}

export function unsettledIssues({ blocks, warnings }: Unsettled): Issue[] {
  const issues: Issue[] = [];
  if (blocks.length > 0) issues.push({ code: 'rules_block', count: blocks.length });
  if (warnings.length > 0) issues.push({ code: 'reason_missing', count: warnings.length });
  return issues;
}
