'use client';

import { memo, useMemo } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { weightsOf } from '@/components/editor/desk/finding-places';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { BalanceRow } from '@/components/editor/grid/balance-row';
import { FigureCell } from '@/components/editor/grid/figure-cell';
import { StatutoryTable } from '@/components/report/statutory-table';
import { elementId, label } from '@/lib/domain/report/addresses';
import { cellAt, valueAt } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import type { Table } from '@/lib/domain/report/format';
import type { Registers } from '@/lib/domain/report/live-numbers';
import { balanceOf } from '@/lib/editor/balance';
import { shownTables } from '@/lib/editor/counted';
import { totalsOf } from '@/lib/editor/totals';
import { printedFigure } from '@/lib/text/figures';
import { recordsAddress } from '@/lib/text/registers';

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

/** A total: never typed, and pending while a part of it is blank. One that a register counts opens its records. */
function ComputedCell({ address }: { address: CellAddress }) {
  const { format, year } = useDesk();
  const value = useDeskState((state) => valueAt(totalsOf(format, shownTables(state)), address));
  const source = useDeskState(({ registers }) => knownSource(format.counted[address], registers));
  const records = source && value !== 0 ? recordsAddress(source, year) : null;
  const figure = value === null ? '待定' : printedFigure(value);
  return (
    <output className={value === null ? 'ed-sum wait' : 'ed-sum'}>
      {records ? (
        <a href={records} title="查看记录" aria-label={`${figure}，查看${label(format, address)}的记录`}>
          {figure}
        </a>
      ) : (
        figure
      )}
    </output>
  );
}

const knownSource = (source: string | undefined, registers: Registers) =>
  source !== undefined && Object.hasOwn(registers, source) ? source : null;
