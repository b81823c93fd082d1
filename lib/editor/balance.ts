import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { sumOf, valueAt } from '@/lib/domain/report/cells';
import type { Tables } from '@/lib/domain/report/content';
import type { ReportFormat, Row, Table } from '@/lib/domain/report/format';

const identity = z.object({ table: z.string(), left: z.array(z.string()), right: z.array(z.string()) });

/** The rows whose sums must agree in every column of a table, where its format says so (T3-COL-IDENTITY). */
export function balanceOf(format: ReportFormat, table: Table): { left: Row[]; right: Row[] } | null {
  const told = identity.safeParse(format.rules['T3-COL-IDENTITY']);
  if (!told.success || told.data.table !== table.id) return null;
  const rows = (ids: readonly string[]) => table.rows.filter(({ id }) => ids.includes(id));
  return { left: rows(told.data.left), right: rows(told.data.right) };
}

/** By how much a column is out; null while a part is blank. `tables` are complete. */
export function outOfBalance(
  tables: Tables,
  table: Table,
  column: string,
  sides: { left: Row[]; right: Row[] },
): string | null {
  const side = (rows: readonly Row[]) => sumOf(rows.map(({ id }) => valueAt(tables, `${table.id}/${id}/${column}`)));
  const [left, right] = [side(sides.left), side(sides.right)];
  return left === null || right === null ? null : new Decimal(left).minus(right).abs().toFixed();
}

/** 一＋二 对 （七）＋四 */
export const balanceName = ({ left, right }: { left: Row[]; right: Row[] }) =>
  [left, right]
    .map((rows) => rows.map(({ label }) => /^（[^）]+）|^[^、]+/.exec(label ?? '')?.[0] ?? '').join('＋'))
    .join(' 对 ');
