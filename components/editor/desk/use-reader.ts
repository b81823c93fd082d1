'use client';

import { useMemo } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import type { CellValue } from '@/lib/domain/report/content';
import { sourceReader } from '@/lib/domain/report/live-numbers';
import { shownTables } from '@/lib/editor/counted';

/** Reads what a live number stands for, as the tables and the registers are now. */
export function useReader(): (source: string) => CellValue {
  const { format } = useDesk();
  const tables = useDeskState(shownTables);
  const registers = useDeskState((state) => state.registers);
  return useMemo(() => sourceReader(format, tables, registers), [format, tables, registers]);
}
