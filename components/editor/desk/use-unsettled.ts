'use client';

import { useDesk, useDeskState } from '@/components/editor/desk/context';
import type { Finding } from '@/lib/domain/report/finding';
import { unsettled } from '@/lib/domain/report/settled';

/** What still stands in the way: what must be put right, what waits for a reason, and what has one. */
export function useUnsettled(): Record<'blocks' | 'warnings' | 'explained', readonly Finding[]> {
  const { check } = useDesk();
  const reasons = useDeskState((state) => state.replica.wanted.office.reasons);
  const { blocks, warnings } = unsettled(check.findings, reasons);
  const explained = check.findings.filter((finding) => finding.severity === 'warn' && !warnings.includes(finding));
  return { blocks, warnings, explained };
}
