import type { RowFault } from '@/lib/domain/items/import-rows';
import { columnName, faultSentence } from '@/lib/text/import';

export type FaultyRow = { number: number; title: string; faults: readonly RowFault[] };

/** What is wrong with the rows of a list: where, what stands there, and what to do. */
export function FaultTable({ rows }: { rows: readonly FaultyRow[] }) {
  return (
    <table className="office-grid">
      <caption className="sr-only">有问题的行，按行号</caption>
      <thead>
        <tr>
          {['行', '列', '现在的内容', '问题和办法'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ number, title, faults }) => (
        <tbody key={number}>
          {faults.map((fault, at) => (
            <tr key={fault.column}>
              {at === 0 && (
                <th scope="rowgroup" rowSpan={faults.length} className="plain">
                  第{number}行<span className="block font-normal text-ink-2 text-note">{title}</span>
                </th>
              )}
              <td className="whitespace-nowrap">{columnName(fault.column)}</td>
              <td className="break-all">{fault.value === '' ? <span className="text-ink-2">空</span> : fault.value}</td>
              <td>{faultSentence(fault)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
