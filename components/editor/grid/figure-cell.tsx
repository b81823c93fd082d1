'use client';

import { type FocusEvent, type MouseEvent, memo, useState } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { useGridKeys } from '@/components/editor/grid/use-grid-keys';
import { label } from '@/lib/domain/report/addresses';
import { lastYearValue } from '@/lib/domain/report/carry-over';
import { type Cell, isZero } from '@/lib/domain/report/cells';
import type { CellValue } from '@/lib/domain/report/content';
import { figureAt, finish, typeFigure } from '@/lib/editor/figures';
import { sourceMarks } from '@/lib/text/editor';
import { printedFigure } from '@/lib/text/figures';
import { sentence } from '@/lib/text/issues';

type FigureCellProps = { id: string; cell: Cell; weight: 'block' | 'warn' | undefined };

/** One cell to type in, in a real table. Keys move as in a spreadsheet; F2 or a double click edits what stands there. */
export const FigureCell = memo(function FigureCell({ id, cell, weight }: FigureCellProps) {
  const { desk, format, previous } = useDesk();
  const { address, column } = cell;
  const value = useDeskState((state) => figureAt(state, address));
  const doubt = useDeskState((state) => state.doubtful[address]);
  const typing = useDeskState((state) => (state.editing?.address === address ? state.editing.text : null));
  const origin = useDeskState((state) => state.replica.wanted.office.origins[address]);
  const held = useDeskState((state) => address in state.replica.holds);
  const [editing, setEditing] = useState(false);
  const onKeys = useGridKeys(cell, { editing, setEditing });

  const shown = typing ?? doubt?.text ?? printedFigure(value);
  const error =
    doubt && typing === null ? sentence({ code: 'bad_input', field: address, problem: doubt.problem }, '') : null;
  const lastYear = movedSince(lastYearValue(address, previous), value);
  const notes = [error && `${id}-error`, lastYear !== null && `${id}-last`, origin && `${id}-source`].filter(Boolean);
  return (
    <span
      className={classOf({
        doubtful: error !== null,
        held,
        weight,
        blank: value === null && typing === null && !doubt,
      })}
    >
      {origin && (
        <abbr id={`${id}-source`} className="ed-source" title={sourceMarks[origin.kind].title + origin.note}>
          {sourceMarks[origin.kind].mark}
        </abbr>
      )}
      <input
        id={`${id}-input`}
        data-address={address}
        inputMode={column.type === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        aria-label={label(format, address)}
        aria-invalid={error !== null || weight === 'block' || undefined}
        aria-describedby={notes.join(' ') || undefined}
        value={shown}
        onChange={(event) => desk.update((state) => typeFigure(state, cell, event.target.value))}
        onKeyDown={onKeys}
        onFocus={(event: FocusEvent<HTMLInputElement>) => event.target.select()}
        onMouseDown={(event: MouseEvent<HTMLInputElement>) => !editing && event.detail === 1 && keepSelected(event)}
        onMouseUp={(event: MouseEvent<HTMLInputElement>) => !editing && event.preventDefault()}
        onDoubleClick={() => setEditing(true)}
        onBlur={() => {
          setEditing(false);
          desk.update(finish);
        }}
      />
      {lastYear !== null && (
        <small id={`${id}-last`} className="ed-last-year">
          <span className="sr-only">上年</span>
          {printedFigure(lastYear)}
        </small>
      )}
      {error && (
        <span id={`${id}-error`} className="ed-cell-error">
          {error}
        </span>
      )}
    </span>
  );
});

// A click on the active cell leaves it as a whole to be typed over; a double click sets the caret.
function keepSelected(event: MouseEvent<HTMLInputElement>) {
  if (document.activeElement !== event.currentTarget) return;
  event.preventDefault();
  event.currentTarget.select();
}

// Last year's figure is shown where it moved; a zero beside a cell that is still empty says nothing.
const movedSince = (lastYear: CellValue, value: CellValue) =>
  lastYear === value || (value === null && isZero(lastYear)) ? null : lastYear;

type Look = { doubtful: boolean; held: boolean; weight: FigureCellProps['weight']; blank: boolean };

const classOf = ({ doubtful, held, weight, blank }: Look) =>
  ['ed-cell', (doubtful || weight === 'block') && 'bad', weight === 'warn' && 'check', held && 'held', blank && 'blank']
    .filter(Boolean)
    .join(' ');
