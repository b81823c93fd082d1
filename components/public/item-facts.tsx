import type { ReactNode } from 'react';

export type ItemFact = { label: string; value: ReactNode /** A long one has a row of its own. */; wide?: boolean };

/** 信息属性, as government sites print it above an item: two facts a row. */
export function ItemFacts({ facts }: { facts: readonly ItemFact[] }) {
  return (
    <table className="item-facts">
      <caption className="sr-only">信息属性</caption>
      <tbody>
        {rowsOf(facts).map((row) => (
          <tr key={row.map(({ label }) => label).join()}>
            {row.map(({ label, value }) => [
              <th key={`${label} name`} scope="row">
                {label}
              </th>,
              <td key={label} colSpan={row.length === 1 ? 3 : undefined}>
                {value}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf(facts: readonly ItemFact[]): ItemFact[][] {
  const rows: ItemFact[][] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (!fact.wide && last?.length === 1 && !last[0]?.wide) last.push(fact);
    else rows.push([fact]);
  }
  return rows;
}
