'use client';

import { useMemo } from 'react';
import { useItemDesk, useItemState } from '@/components/items/editor/context';
import type { Finding } from '@/lib/domain/report/finding';
import { unsettled } from '@/lib/domain/report/settled';

type Unsettled = Record<'blocks' | 'warnings' | 'explained' | 'open', readonly Finding[]>;

/** What must be put right, what waits for a reason, what has one; `open` is the first two. */
export function useUnsettledItem(): Unsettled {
  const { findings } = useItemDesk().check;
  const reasons = useItemState((state) => state.replica.wanted.office.reasons);
  return useMemo(() => {
    const { blocks, warnings } = unsettled(findings, reasons);
    const open = [...blocks, ...warnings];
    return { blocks, warnings, open, explained: findings.filter((finding) => !open.includes(finding)) };
  }, [findings, reasons]);
}
