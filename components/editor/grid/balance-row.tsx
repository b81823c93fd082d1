'use client';

import type { Tables } from '@/lib/domain/report/content';
import type { Row, Table } from '@/lib/domain/report/format';
import { balanceName, outOfBalance } from '@/lib/editor/balance';
import { balanceWords } from '@/lib/text/editor';

type BalanceRowProps = { table: Table; tables: Tables; sides: { left: Row[]; right: Row[] } };

/** Whether every column comes out; stands below the official rows and is never printed. */
export function BalanceRow({ table, tables, sides }: BalanceRowProps) {
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
