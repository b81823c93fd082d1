'use client';

import { type FocusEvent, type MouseEvent, memo, useLayoutEffect, useRef, useState } from 'react';
import { useDesk } from '@/components/editor/desk/context';
import { useFigure } from '@/components/editor/grid/use-figure';
import { useGridKeys } from '@/components/editor/grid/use-grid-keys';
import { label } from '@/lib/domain/report/addresses';
import type { Cell } from '@/lib/domain/report/cells';
import type { ReportOffice } from '@/lib/domain/report/content';
import type { Severity } from '@/lib/domain/report/finding';
import { finish, typeFigure } from '@/lib/editor/figures';
import { sourceWords } from '@/lib/text/editor';
import { printedFigure } from '@/lib/text/figures';

type FigureCellProps = {
  id: string;
  cell: Cell;
  /** The heaviest finding on it, and the remark of a leader. */
  weight: Severity | undefined;
  remark: string | undefined;
};

/** One cell to type in, in a real table. */
export const FigureCell = memo(function FigureCell({ id, cell, weight, remark }: FigureCellProps) {
  const { format } = useDesk();
  const { shown, typing, blank, error, lastYear, origin, counted, held } = useFigure(cell);
  const doing = useTyping(cell, shown, typing);
  const source = sourceMark(counted, origin);
  const marks = {
    bad: error !== null || weight === 'block',
    check: weight === 'warn',
    held,
    remarked: remark,
    blank,
    counted,
  };
  const notes = { error, last: lastYear !== null, source };
  return (
    <span className={`ed-cell ${named(marks).join(' ')}`}>
      {source && (
        <abbr id={`${id}-source`} className="ed-source" title={source.words}>
          {source.mark}
        </abbr>
      )}
      <input
        {...doing}
        id={`${id}-input`}
        data-address={cell.address}
        inputMode={cell.column.type === 'integer' ? 'numeric' : 'decimal'}
        autoComplete="off"
        readOnly={counted}
        aria-label={label(format, cell.address)}
        aria-invalid={marks.bad || undefined}
        aria-describedby={
          [...named(notes).map((note) => `${id}-${note}`), remark].filter(Boolean).join(' ') || undefined
        }
        value={shown}
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

/** 计: a register counts it; 改: typed over what the register says; 引: taken from last year's report. */
function sourceMark(counted: boolean, origin: ReportOffice['origins'][string] | undefined) {
  if (counted) return { mark: '计', words: '由登记簿计数' };
  if (origin?.kind === 'typed_over') return { mark: '改', words: sourceWords(origin) };
  return origin?.kind === 'previous_report' ? { mark: '引', words: sourceWords(origin) } : null;
}

const named = (marks: Record<string, unknown>) => Object.keys(marks).filter((mark) => marks[mark]);

/** Typing replaces what stands there; F2 or a double click edits it. */
function useTyping(cell: Cell, shown: string, typing: boolean) {
  const { desk } = useDesk();
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  // A figure that changes below the caret (undone, emptied, saved by somebody else) is typed over as a whole again.
  useLayoutEffect(() => {
    if (!typing && document.activeElement === box.current) box.current?.setSelectionRange(0, shown.length);
  }, [shown, typing]);
  const onKeyDown = useGridKeys(cell, { editing, setEditing });
  return {
    ref: box,
    onKeyDown,
    onChange: (event: { target: HTMLInputElement }) =>
      desk.update((state) => typeFigure(state, cell, event.target.value)),
    onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select(),
    onMouseDown: (event: MouseEvent<HTMLInputElement>) => !editing && event.detail === 1 && keepSelected(event),
    onMouseUp: (event: MouseEvent<HTMLInputElement>) => !editing && event.preventDefault(),
    onDoubleClick: () => setEditing(true),
    onBlur() {
      setEditing(false);
      desk.update(finish);
    },
  };
}

// A click on the active cell leaves it as a whole to be typed over.
function keepSelected(event: MouseEvent<HTMLInputElement>) {
  if (document.activeElement !== event.currentTarget) return;
  event.preventDefault();
  event.currentTarget.select();
}
