import { putValue } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue, Tables } from '@/lib/domain/report/content';
import { countedAt, isTypedOver } from '@/lib/domain/report/live-numbers';
import type { DraftState } from '@/lib/domain/report/merge';
import type { DeskState } from '@/lib/editor/desk';
import { edit } from '@/lib/editor/replica';

// Cells that a register counts. They hold what the register says, until the clerk types over it with a reason.

/** What a register says of a cell that follows it; null for a cell that is typed. */
export const countedIn = ({ format, registers, replica }: DeskState, address: CellAddress) =>
  isTypedOver(replica.wanted.office, address) ? null : countedAt(format, address, registers);

type Origins = DraftState['office']['origins'];
const known = new WeakMap<Tables, { origins: Origins; tables: Tables }>();

/** The tables as they read now: worked out once for every state of the figures. */
export function shownTables(desk: DeskState): Tables {
  const { draft, office } = desk.replica.wanted;
  const before = known.get(draft.tables);
  if (before?.origins === office.origins) return before.tables;
  const counted = (Object.keys(desk.format.counted) as CellAddress[]).flatMap((address) => {
    const said = countedIn(desk, address);
    return said ? [{ address, value: said.value }] : [];
  });
  const tables = counted.length > 0 ? structuredClone(draft.tables) : draft.tables;
  for (const { address, value } of counted) putValue(tables, address, value);
  known.set(draft.tables, { origins: office.origins, tables });
  return tables;
}

/** Types over what the register counts. The reason goes with the report to the leaders. */
export function typeOver(desk: DeskState, address: CellAddress, to: CellValue, reason: string): DeskState {
  const from = desk.replica.wanted.draft.tables;
  const [table = '', row = '', column = ''] = address.split('/');
  const origin = { kind: 'typed_over' as const, note: reason };
  const op = { kind: 'cell' as const, address, from: from[table]?.[row]?.[column] ?? null, to, origin };
  return { ...desk, replica: edit(desk.replica, op) };
}

/** Lets a cell follow its register again. */
export function followRegister(desk: DeskState, address: CellAddress): DeskState {
  const [table = '', row = '', column = ''] = address.split('/');
  const from = desk.replica.wanted.draft.tables[table]?.[row]?.[column] ?? null;
  return { ...desk, replica: edit(desk.replica, { kind: 'cell', address, from, to: null }) };
}
