import { completeTables } from '@/lib/domain/report/cells';
import type { Tables } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

const known = new WeakMap<Tables, Tables>();

/** The tables of a draft with their totals: worked out once, however many cells ask. */
export function totalsOf(format: ReportFormat, typed: Tables): Tables {
  const complete = known.get(typed) ?? completeTables(format, typed);
  known.set(typed, complete);
  return complete;
}
