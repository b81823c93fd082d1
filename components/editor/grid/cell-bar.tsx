'use client';

import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { label } from '@/lib/domain/report/addresses';
import { lastYearValue } from '@/lib/domain/report/carry-over';
import { cellAt, valueAt } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import { countedAt } from '@/lib/domain/report/live-numbers';
import type { DeskState } from '@/lib/editor/desk';
import { figureAt } from '@/lib/editor/figures';
import { conflictAuthor, lastYearWords, saidFigure, sourceWords, writtenWords } from '@/lib/text/editor';
import { recordsAddress } from '@/lib/text/registers';

/** Above a large table: what the active cell holds, what it held last year and where it came from. */
export function CellBar({ address }: { address: string | null }) {
  const { format, previous, remarks, today, year } = useDesk();
  const cell = address === null ? null : cellAt(format, address);
  const value = useDeskState((state) => (cell ? figureAt(state, cell.address) : null));
  const origin = useDeskState((state) => (cell ? state.replica.wanted.office.origins[cell.address] : undefined));
  const source = useDeskState(
    (state) => cell && (countedAt(state.format, cell.address, state.registers)?.source ?? null),
  );
  const author = useDeskState((state) =>
    cell && isServers(state, cell.address) ? state.authors[cell.address] : undefined,
  );
  const hold = useDeskState((state) => (cell ? state.replica.holds[cell.address] : undefined));
  const theirs = useDeskState((state) =>
    cell && hold ? valueAt(state.replica.expected.draft.tables, cell.address) : null,
  );
  if (!cell) {
    return (
      <div className="ed-cell-bar">
        <span>点一格开始填写。方向键、回车、Tab移动，F2修改，Esc恢复，可以从表格软件整块粘贴。</span>
      </div>
    );
  }
  const lastYear = lastYearValue(cell.address, previous);
  const records = source && recordsAddress(source, year);
  return (
    <div className="ed-cell-bar" aria-live="polite">
      <b>{label(format, cell.address)}</b>
      <span>
        现填<b>{saidFigure(value)}</b>
        {previous && `，${lastYearWords(lastYear)}`}
        {value !== null && author && `。${writtenWords(author, today)}`}
        {origin && `。${sourceWords(origin)}`}
        {remarks.filter(({ place }) => place === cell.address).map(({ words }) => `。领导意见：“${words}”`)}
        {records && (
          <>
            。<a href={records}>查看记录</a>
          </>
        )}
        {hold && `。${conflictAuthor(hold.by, hold.at, today)}是${saidFigure(theirs)}`}
      </span>
    </div>
  );
}

// What the person here has just typed is nobody else's.
const isServers = ({ replica }: DeskState, address: CellAddress) =>
  valueAt(replica.server.draft.tables, address) === valueAt(replica.wanted.draft.tables, address);
