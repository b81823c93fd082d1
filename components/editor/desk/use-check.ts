'use client';

import { useEffect, useState } from 'react';
import { check } from '@/lib/domain/report/check';
import type { Report, ReportDraft } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { reportOf } from '@/lib/domain/report/report-of';
import type { Desk } from '@/lib/editor/desk';

export type CheckResult = ReturnType<typeof check>;
export type CheckContext = {
  organisation: Report['organisation'];
  year: number;
  format: ReportFormat;
  previous: Report | null;
  others: readonly Report[];
};

const pause = 300;

/** The same rules as everywhere, run while typing; the first time before the page is sent. */
export function useCheck(desk: Desk, context: CheckContext): CheckResult {
  const [result, setResult] = useState(() => checked(desk.get().replica.wanted.draft, context));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: ReportDraft | null = null;
    const run = () => {
      const { draft } = desk.get().replica.wanted;
      if (draft === seen) return;
      seen = draft;
      setResult(checked(draft, context));
    };
    const unsubscribe = desk.subscribe(() => {
      if (desk.get().replica.wanted.draft === seen) return;
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

function checked(draft: ReportDraft, { organisation, year, format, previous, others }: CheckContext): CheckResult {
  const report = reportOf(organisation, year, format, draft);
  return check(report, { format, ...(previous && { previous }), others: [...others] });
}
