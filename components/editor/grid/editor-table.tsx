'use client';

import { memo, useMemo } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { weightsOf } from '@/components/editor/desk/finding-places';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { BalanceRow } from '@/components/editor/grid/balance-row';
import { FigureCell } from '@/components/editor/grid/figure-cell';
import { StatutoryTable } from '@/components/report/statutory-table';
import { elementId } from '@/lib/domain/report/addresses';
import { cellAt, valueAt } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import type { Table } from '@/lib/domain/report/format';
import { balanceOf } from '@/lib/editor/balance';
import { shownTables } from '@/lib/editor/counted';
import { totalsOf } from '@/lib/editor/totals';
import { printedFigure } from '@/lib/text/figures';

/**
 * One official table with inputs. It is drawn anew when the checks have changed, never for a key: each cell listens for
 * its own figure.
 */
export const EditorTable = memo(function EditorTable({ table }: { table: Table }) {
  const { format, remarks } = useDesk();
  const { open } = useUnsettled();
  const weights = useMemo(() => weightsOf(open), [open]);
  const sides = balanceOf(format, table);

  function cellIn({ address }: { address: CellAddress }) {
    const cell = cellAt(format, address);
    const id = elementId(format, address);
    if (!cell || !id || cell.computed) return <ComputedCell address={address} />;
    const remark = remarks.find(({ place }) => place === address);
    return <FigureCell id={id} cell={cell} weight={weights.get(address)} remark={remark && `remark-${remark.id}`} />;
  }
  return (
    <StatutoryTable
      table={table}
      figures={undefined}
      cell={cellIn}
      foot={sides && <BalanceRow table={table} sides={sides} />}
    />
  );
});

/** A total: never typed, and pending while a part of it is blank. */
function ComputedCell({ address }: { address: CellAddress }) {
  const { format } = useDesk();
  const value = useDeskState((state) => valueAt(totalsOf(format, shownTables(state)), address));
  return (
    <output className={value === null ? 'ed-sum wait' : 'ed-sum'}>
      {value === null ? '待定' : printedFigure(value)}
    </output>
  );
}
