'use client';

import { useDesk, useDeskState } from '@/components/editor/desk/context';
import type { Row, Table } from '@/lib/domain/report/format';
import { balanceName, outOfBalance } from '@/lib/editor/balance';
import { shownTables } from '@/lib/editor/counted';
import { totalsOf } from '@/lib/editor/totals';
import { balanceWords } from '@/lib/text/editor';

type BalanceRowProps = { table: Table; sides: { left: Row[]; right: Row[] } };

/** Whether every column comes out; stands below the official rows and is never printed. */
export function BalanceRow({ table, sides }: BalanceRowProps) {
  const { format } = useDesk();
  const tables = useDeskState((state) => totalsOf(format, shownTables(state)));
  return (
    <tfoot>
      <tr>
        <th colSpan={table.labelColumns} scope="row">
          勾稽核对（不印出）：{balanceName(sides)}
        </th>
        {table.columns.map(({ id }) => {
          const difference = outOfBalance(tables, table, id, sides);
          return (
            <td key={id} className={`ed-balance ${difference === null ? 'wait' : difference === '0' ? '' : 'bad'}`}>
              {balanceWords(difference)}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
