'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CheckResult } from '@/components/editor/desk/use-check';
import type { RemarkOnDesk } from '@/components/editor/types';
import type { Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { Desk, DeskState } from '@/lib/editor/desk';
import type { Saver } from '@/lib/editor/saving';
import type { NodeLabels } from '@/lib/text/registers';

export type DeskValue = {
  desk: Desk;
  /** Null until the script has found out what this browser had kept. */
  saver: Saver | null;
  format: ReportFormat;
  previous: Report | null;
  year: number;
  /** Labels of the catalogue's nodes, by code. */
  nodeLabels: NodeLabels;
  check: CheckResult;
  /** What the leaders wanted changed when they returned the draft. */
  remarks: readonly RemarkOnDesk[];
  today: string;
};

const DeskContext = createContext<DeskValue | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): DeskValue {
  const value = useContext(DeskContext);
  if (!value) throw new Error('the editor stands outside its desk');
  return value;
}

/** A part of what the desk knows; the component is drawn anew only when that part changes. */
export function useDeskState<Part>(select: (state: DeskState) => Part): Part {
  const { desk } = useDesk();
  const read = () => select(desk.get());
  return useSyncExternalStore(desk.subscribe, read, read);
}
