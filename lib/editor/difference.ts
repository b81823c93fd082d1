import { type Day, isDay } from '@/lib/domain/calendar/day';
import { isZero, valueAt } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue, Tables } from '@/lib/domain/report/content';
import type { DraftOp, DraftState } from '@/lib/domain/report/merge';
import { blocksIn } from '@/lib/editor/places';
import { sameBlocks } from '@/lib/editor/prose-document';

/** The operations that lead from one state of a draft to another. */
export const difference = (before: DraftState, after: DraftState): DraftOp[] => [
  ...cellOps(before, after),
  ...textOps(before, after),
  ...officeOps(before, after),
];

function cellOps(before: DraftState, after: DraftState): DraftOp[] {
  const declared: CellAddress[] = [];
  const typed: DraftOp[] = [];
  for (const [address, to] of cellsIn(after.draft.tables)) {
    const from = valueAt(before.draft.tables, address);
    const origin = after.office.origins[address];
    if (from === to) continue;
    if (from === null && origin?.kind === 'declared_zero' && isZero(to)) declared.push(address);
    else typed.push({ kind: 'cell', address, from, to, ...(origin && { origin }) });
  }
  return declared.length > 0 ? [...typed, { kind: 'declare_zero', addresses: declared }] : typed;
}

function* cellsIn(tables: Tables): Generator<[CellAddress, CellValue]> {
  for (const [table, rows] of Object.entries(tables)) {
    for (const [row, cells] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(cells)) yield [`${table}/${row}/${column}`, value];
    }
  }
}

const textOps = (before: DraftState, after: DraftState): DraftOp[] =>
  ['preamble', ...Object.keys(after.draft.text)].flatMap((section): DraftOp[] => {
    const [from, to] = [blocksIn(before, section), blocksIn(after, section)];
    return sameBlocks(from, to) ? [] : [{ kind: 'text', section, from: [...from], to: [...to] }];
  });

function officeOps(before: DraftState, after: DraftState): DraftOp[] {
  const keys = [...new Set([...Object.keys(before.office.reasons), ...Object.keys(after.office.reasons)])];
  const reasons = keys.map((key): DraftOp => {
    return { kind: 'reason', key, from: before.office.reasons[key] ?? null, to: after.office.reasons[key] ?? null };
  });
  const rest: DraftOp[] = [
    { kind: 'note', from: before.draft.correctionNote, to: after.draft.correctionNote },
    { kind: 'publishOn', from: dayOrNone(before.office.publishOn), to: dayOrNone(after.office.publishOn) },
  ];
  return [...reasons, ...rest].filter((op) => 'to' in op && op.from !== op.to);
}

const dayOrNone = (day: string | null): Day | null => (day !== null && isDay(day) ? day : null);
