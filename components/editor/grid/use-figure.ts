'use client';

import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { type Cell, isZero } from '@/lib/domain/report/cells';
import type { CellValue, Tables } from '@/lib/domain/report/content';
import { countedIn, shownTables } from '@/lib/editor/counted';
import { typedAt } from '@/lib/editor/figures';
import { printedFigure } from '@/lib/text/figures';
import { sentence } from '@/lib/text/issues';

/** All that one cell shows. Each part is read by itself, so that a key in one cell draws no other anew. */
export function useFigure(cell: Cell) {
  const { address } = cell;
  const { previous } = useDesk();
  const value = useDeskState((state) => figureIn(shownTables(state), cell));
  const counted = useDeskState((state) => countedIn(state, address) !== null);
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
    lastYear: moved(previous ? figureIn(previous.tables, cell) : null, value),
    origin,
    counted,
    held,
  };
}

// Last year's figure is shown where it moved; a zero beside a cell that is still empty says nothing.
const moved = (lastYear: CellValue, value: CellValue) =>
  lastYear === value || (value === null && isZero(lastYear)) ? null : lastYear;

// Asked by every cell at every key, so without taking the address apart.
const figureIn = (tables: Tables, { table, row, column }: Cell) => tables[table.id]?.[row.id]?.[column.id] ?? null;
