'use client';

import { useMemo } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import type { Finding } from '@/lib/domain/report/finding';
import { unsettled } from '@/lib/domain/report/settled';

type Unsettled = Record<'blocks' | 'warnings' | 'explained' | 'open', readonly Finding[]>;

/** What must be put right, what waits for a reason, what has one; `open` is the first two. */
export function useUnsettled(): Unsettled {
  const { check } = useDesk();
  const reasons = useDeskState((state) => state.replica.wanted.office.reasons);
  return useMemo(() => {
    const { blocks, warnings } = unsettled(check.findings, reasons);
    const open = [...blocks, ...warnings];
    return { blocks, warnings, open, explained: check.findings.filter((finding) => !open.includes(finding)) };
  }, [check.findings, reasons]);
}
