'use client';

import { type FocusEvent, useMemo, useState } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { weightsOf } from '@/components/editor/desk/finding-places';
import { BalanceRow } from '@/components/editor/grid/balance-row';
import { CellBar } from '@/components/editor/grid/cell-bar';
import { FigureCell } from '@/components/editor/grid/figure-cell';
import { useGridPaste } from '@/components/editor/grid/use-grid-paste';
import { ZerosDialog } from '@/components/editor/grid/zeros-dialog';
import { type FigureCell as Figure, StatutoryTable } from '@/components/report/statutory-table';
import { elementId } from '@/lib/domain/report/addresses';
import { cellAt, completeTables } from '@/lib/domain/report/cells';
import type { Section, Table } from '@/lib/domain/report/format';
import { balanceOf } from '@/lib/editor/balance';
import { printedFigure } from '@/lib/text/figures';

/** The official tables of one section, to be filled in. */
export function TableSection({ section, zeros }: { section: Section; zeros: boolean }) {
  const { format, check, remarks } = useDesk();
  const draft = useDeskState((state) => state.replica.wanted.draft.tables);
  const tables = useMemo(() => completeTables(format, draft), [format, draft]);
  const weights = useMemo(() => weightsOf(check.findings), [check.findings]);
  const [active, setActive] = useState<string | null>(null);
  const { onPaste, told } = useGridPaste(section.id);
  const official = format.tables.filter((table) => table.section === section.id);

  const remarkOn = (address: string) => {
    const remark = remarks.find(({ place }) => place === address);
    return remark && `remark-${remark.id}`;
  };

  function cellIn({ address, value }: Figure) {
    const cell = cellAt(format, address);
    if (!cell || cell.computed)
      return <output className="ed-sum">{value === null ? '待定' : printedFigure(value)}</output>;
    return (
      <FigureCell
        id={elementId(format, address) ?? address}
        cell={cell}
        weight={weights.get(address)}
        remark={remarkOn(address)}
      />
    );
  }

  const foot = (table: Table) => {
    const sides = balanceOf(format, table);
    return sides && <BalanceRow table={table} tables={tables} sides={sides} />;
  };

  return (
    <section id={section.id} aria-labelledby={`${section.id}-heading`}>
      <div className="ed-heading">
        <h2 id={`${section.id}-heading`}>{section.heading}</h2>
        {zeros && <ZerosDialog />}
      </div>
      <CellBar address={active} />
      {told && <p role="status">{told}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its inputs do */}
      <div
        className="ed-tables"
        onPaste={onPaste}
        onFocus={({ target }: FocusEvent<HTMLElement>) => setActive(target.dataset.address ?? null)}
      >
        {official.map((table) => (
          <StatutoryTable
            key={table.id}
            table={table}
            figures={tables[table.id]}
            cell={cellIn}
            cellClass={({ value }) => (value === null ? 'wait' : undefined)}
            foot={foot(table)}
          />
        ))}
      </div>
    </section>
  );
}
