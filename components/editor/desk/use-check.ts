'use client';

import { useEffect, useState } from 'react';
import { check } from '@/lib/domain/report/check';
import type { Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { type Registers, settledDraft } from '@/lib/domain/report/live-numbers';
import type { DraftState } from '@/lib/domain/report/merge';
import { reportOf } from '@/lib/domain/report/report-of';
import type { Restatement } from '@/lib/domain/report/restatement';
import type { Desk } from '@/lib/editor/desk';

export type CheckResult = ReturnType<typeof check>;
export type CheckContext = {
  organisation: Report['organisation'];
  year: number;
  format: ReportFormat;
  previous: Report | null;
  others: readonly Report[];
  restated: readonly Restatement[];
  registers: Registers;
};

const pause = 300;

/** The same rules as everywhere, run while typing; the first time before the page is sent. */
export function useCheck(desk: Desk, context: CheckContext): CheckResult {
  const [result, setResult] = useState(() => checked(desk.get().replica.wanted, context));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: DraftState | null = null;
    const run = () => {
      const { wanted } = desk.get().replica;
      if (wanted.draft === seen?.draft && wanted.office.origins === seen.office.origins) return;
      seen = wanted;
      setResult(checked(wanted, context));
    };
    const unsubscribe = desk.subscribe(() => {
      if (desk.get().replica.wanted === seen) return;
      clearTimeout(timer);
      timer = setTimeout(run, pause);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [desk, context]);
  return result;
}

function checked({ draft, office }: DraftState, context: CheckContext): CheckResult {
  const { organisation, year, format, previous, others, restated, registers } = context;
  const report = reportOf(organisation, year, format, settledDraft(format, draft, office, registers));
  return check(report, { format, ...(previous && { previous }), others, restated });
}
