import { label } from '@/lib/domain/report/addresses';
import { cellsOf, valueAt } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue, Report } from '@/lib/domain/report/content';
import type { Place } from '@/lib/domain/report/finding';
import type { ReportFormat, Table } from '@/lib/domain/report/format';
import type { Restatement } from '@/lib/domain/report/restatement';
import { type Denial, readDenials } from '@/lib/domain/report/rules/denials';
import { type Passage, passagesOf } from '@/lib/domain/report/rules/prose';
import { type Reading, readStatements } from '@/lib/domain/report/rules/statements';

/** A report as the rules look at it: figures by address, prose as passages. What is costly is worked out once, when asked for. */
export type View = {
  report: Report;
  format: ReportFormat;
  /** Last year's report; null where there is none, or where it is of another year. */
  previous: Report | null;
  others: readonly Report[];
  /** Published years of which the register says otherwise since. */
  restated: readonly Restatement[];
  /** Null for a blank, and for what a file wrote there instead of a figure. A cell that the format lacks is a broken rule. */
  value: (address: string) => CellValue;
  /** What the report has there, whatever it is. */
  written: (address: string) => CellValue;
  /** What stood at the same address in last year's report. */
  lastYear: (address: string) => CellValue;
  label: (address: string) => string;
  table: (id: string) => Table;
  passages: readonly Passage[];
  /** What the prose states of requests, cases, documents and published information. */
  reading: Reading;
  /** What the prose says did not happen. */
  denials: readonly Denial[];
};

export function viewOf(
  report: Report,
  format: ReportFormat,
  previous: Report | null,
  others: readonly Report[],
  restated: readonly Restatement[] = [],
): View {
  const figures = new Map<string, CellValue>(
    cellsOf(format).map(({ address, table, row, column }) => [
      address,
      report.tables[table.id]?.[row.id]?.[column.id] ?? null,
    ]),
  );
  const passages = once(() => passagesOf(report, format));
  const reading = once(() => readStatements(passages(), report.year));
  const denials = once(() => readDenials(passages(), report.year));
  return {
    report,
    format,
    previous,
    others,
    restated,
    value: (address) => {
      const value = figures.get(address);
      if (value === undefined) throw new RangeError(`format ${format.id} has no cell ${address}`);
      return wellFormed(value);
    },
    written: (address) => figures.get(address) ?? null,
    lastYear: (address) => (previous ? wellFormed(valueAt(previous.tables, address)) : null),
    label: (address) => label(format, address),
    table: (id) => tableOf(format, id),
    get passages() {
      return passages();
    },
    get reading() {
      return reading();
    },
    get denials() {
      return denials();
    },
  };
}

// A file from elsewhere may hold “/”, “无” or 1.5: no figure to count with, and a finding of its own.
function wellFormed(value: CellValue | undefined): CellValue {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  return value !== undefined && value !== null && decimal.test(value) ? value : null;
}

const decimal = /^-?\d{1,15}(?:\.\d{1,15})?$/;

function tableOf(format: ReportFormat, id: string): Table {
  const table = format.tables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`Format ${format.id} has no table ${id}`);
  return table;
}

export const cellPlace = (address: CellAddress): Place => ({ kind: 'cell', address });

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    if (!made) made = { value: make() };
    return made.value;
  };
}
