'use client';

import { type FocusEvent, useState } from 'react';
import { useDesk } from '@/components/editor/desk/context';
import { CellBar } from '@/components/editor/grid/cell-bar';
import { CountedCells } from '@/components/editor/grid/counted-cells';
import { EditorTable } from '@/components/editor/grid/editor-table';
import { useGridPaste } from '@/components/editor/grid/use-grid-paste';
import { ZerosDialog } from '@/components/editor/grid/zeros-dialog';
import type { Section } from '@/lib/domain/report/format';

/** The official tables of one section, to be filled in. */
export function TableSection({ section, zeros }: { section: Section; zeros: boolean }) {
  const { format } = useDesk();
  const [active, setActive] = useState<string | null>(null);
  const { onPaste, told } = useGridPaste(section.id);
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
        {format.tables
          .filter((table) => table.section === section.id)
          .map((table) => (
            <EditorTable key={table.id} table={table} />
          ))}
      </div>
      <CountedCells section={section} />
    </section>
  );
}
