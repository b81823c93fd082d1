'use client';

import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { lastYearValue } from '@/lib/domain/report/carry-over';
import { type Cell, isZero } from '@/lib/domain/report/cells';
import type { CellValue } from '@/lib/domain/report/content';
import { figureAt, typedAt } from '@/lib/editor/figures';
import { printedFigure } from '@/lib/text/figures';
import { sentence } from '@/lib/text/issues';

/** All that one cell shows. Each part is read by itself, so that a key in one cell draws no other anew. */
export function useFigure({ address }: Cell) {
  const { previous } = useDesk();
  const value = useDeskState((state) => figureAt(state, address));
  const doubt = useDeskState((state) => state.doubtful[address]);
  const typing = useDeskState((state) => typedAt(state, address));
  const origin = useDeskState((state) => state.replica.wanted.office.origins[address]);
  const held = useDeskState((state) => address in state.replica.holds);
  const refused = typing === null && doubt;
  return {
    shown: typing ?? doubt?.text ?? printedFigure(value),
    typing: typing !== null,
    blank: value === null && typing === null && !doubt,
    /** Said once the person has left off typing. */
    error: refused ? sentence({ code: 'bad_input', field: address, problem: refused.problem }, '') : null,
    lastYear: moved(lastYearValue(address, previous), value),
    origin,
    held,
  };
}

// Last year's figure is shown where it moved; a zero beside a cell that is still empty says nothing.
const moved = (lastYear: CellValue, value: CellValue) =>
  lastYear === value || (value === null && isZero(lastYear)) ? null : lastYear;
