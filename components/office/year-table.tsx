export type YearRow = { id: string; label: string; before: string; after: string; moved: string; reason: string };

type YearTableProps = { rows: readonly YearRow[]; lastYear: number; year: number };

/** The figures that moved since last year's report. */
export function YearTable({ rows, lastYear, year }: YearTableProps) {
  return (
    <table className="office-grid year-table">
      <caption className="sr-only">
        {year}年与{lastYear}年数据相比
      </caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col" className="text-right">
            {lastYear}年
          </th>
          <th scope="col" className="text-right">
            {year}年
          </th>
          <th scope="col" className="text-right">
            变化
          </th>
          <th scope="col">说明</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, before, after, moved, reason }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td className="text-right tabular-nums">
              <span className="year-label">{lastYear}年</span>
              {before}
            </td>
            <td className="text-right tabular-nums">
              <span className="year-label">{year}年</span>
              {after}
            </td>
            <td className="whitespace-nowrap text-right tabular-nums">{moved}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
