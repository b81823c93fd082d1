import { rowElementId } from '@/lib/domain/report/addresses';
import type { Table } from '@/lib/domain/report/format';

/** Which article puts a case into which row, for who wants to know what a row means. */
export function Basis({ table }: { table: Table }) {
  const rows = table.rows.filter(({ basis }) => basis);
  if (rows.length === 0) return null;
  return (
    <details className="basis">
      <summary>{table.name}各项的依据（《政府信息公开条例》）</summary>
      <dl>
        {rows.map((row) => (
          <div key={row.id}>
            <dt>
              <a href={`#${rowElementId(table, row)}`}>{row.label}</a>
            </dt>
            <dd>{row.basis}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
