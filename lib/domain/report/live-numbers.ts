import { Decimal } from 'decimal.js';
import { cellAt, completeTables, putValue, sumOf, valueAt } from '@/lib/domain/report/cells';
import type { Block, CellAddress, CellValue, ReportDraft, ReportOffice } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';

/**
 * What the registers say, by source: "items/class/key-tasks", "normative/in_force", "ledger/licensing/count"; of another
 * year than the report's with its year: "items@2019". Counts are numbers, amounts are yuan as decimal strings.
 * A source that is absent has no register: its figure is typed.
 */
export type Registers = Readonly<Record<string, number | string>>;

/** A figure that stands in prose by its sources; `{{items/class/a+items/class/b}}` is the sum of two counts. */
const token = /\{\{([A-Za-z0-9_@/+-]{1,400})\}\}/g;

export const tokenOf = (sources: readonly string[]) => `{{${sources.join('+')}}}`;

export type LiveNumber = {
  /** Offsets of the token in the text as it is kept, in UTF-16 units. */
  start: number;
  end: number;
  sources: readonly string[];
  /** Null where one of the sources says nothing yet. */
  value: CellValue;
};

/** The live numbers of a stretch of prose, in the order of reading. */
export function liveNumbers(text: string, read: (source: string) => CellValue): LiveNumber[] {
  return [...text.matchAll(token)].map((match) => {
    const sources = (match[1] ?? '').split('+');
    const value = sumOf(sources.map(read));
    return { start: match.index, end: match.index + match[0].length, sources, value };
  });
}

/** The source that a format counts a cell from, where the registers have it; null for a cell that is typed. */
export function countedAt(format: ReportFormat, address: CellAddress, registers: Registers) {
  const source = format.counted[address];
  const said = source === undefined ? undefined : registers[source];
  const cell = cellAt(format, address);
  if (source === undefined || said === undefined || !cell || cell.computed) return null;
  const { type, scale = 0 } = cell.column;
  return { source, value: type === 'decimal' ? tenThousands(String(said), scale) : Number(said) };
}

// Amounts are kept in yuan and printed in 万元; rounded once, after the sum.
const tenThousands = (yuan: string, scale: number) =>
  new Decimal(yuan).div(10_000).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP).toFixed();

/** Whether the clerk has typed over what the register says, with a written reason. */
export const isTypedOver = ({ origins }: Pick<ReportOffice, 'origins'>, address: CellAddress) =>
  Object.hasOwn(origins, address) && origins[address]?.kind === 'typed_over';

/** The draft as it reads now: counted cells filled from the registers, live numbers written out. */
export function settledDraft(
  format: ReportFormat,
  draft: ReportDraft,
  office: Pick<ReportOffice, 'origins'>,
  registers: Registers,
): ReportDraft {
  const tables = structuredClone(draft.tables);
  for (const address of Object.keys(format.counted) as CellAddress[]) {
    const counted = countedAt(format, address, registers);
    if (counted && !isTypedOver(office, address)) putValue(tables, address, counted.value);
  }
  const read = sourceReader(format, tables, registers);
  // A block without numbers stays the same object: what is known of it is kept by it.
  const written = (blocks: readonly Block[]) =>
    blocks.map((block) => (hasOpenNumber(block.text) ? { ...block, text: writtenOut(block.text, read) } : block));
  const text = Object.fromEntries(Object.entries(draft.text).map(([section, blocks]) => [section, written(blocks)]));
  return { ...draft, tables, preamble: written(draft.preamble), text };
}

/** Reads a source: a cell by its address, totals included, or a register. `tables` hold the counted cells already. */
export function sourceReader(format: ReportFormat, tables: ReportDraft['tables'], registers: Registers) {
  const complete = completeTables(format, tables);
  return (source: string): CellValue => {
    if (cellAt(format, source)) return valueAt(complete, source);
    if (!Object.hasOwn(registers, source)) return null;
    const said = registers[source] ?? null;
    return typeof said === 'string' ? tenThousands(said, 4) : said;
  };
}

/** A token whose sources say nothing yet stays as it is; the rules stop it from becoming public. */
export const writtenOut = (text: string, read: (source: string) => CellValue) =>
  text.replace(token, (whole, sources: string) => {
    const value = sumOf(sources.split('+').map(read));
    return value === null ? whole : String(value);
  });

/** Whether prose still holds a number that nothing could be written for. */
export const hasOpenNumber = (text: string) => text.search(token) >= 0;

/** Every register that a draft follows now, by its cells and its sentences. */
export function followedSources(
  format: ReportFormat,
  draft: Pick<ReportDraft, 'preamble' | 'text'>,
  office: Pick<ReportOffice, 'origins'>,
  registers: Registers,
): string[] {
  const cells = (Object.keys(format.counted) as CellAddress[]).flatMap((address) => {
    const counted = isTypedOver(office, address) ? null : countedAt(format, address, registers);
    return counted ? [counted.source] : [];
  });
  const blocks = [...draft.preamble, ...Object.values(draft.text).flat()];
  const numbers = blocks.flatMap(({ text }) => liveNumbers(text, () => null).flatMap(({ sources }) => sources));
  return [...new Set([...cells, ...numbers])].filter((source) => !cellAt(format, source));
}

export type Moved = { source: string; before: number | string | null; now: number | string | null };

/** What the registers followed say otherwise than they did. */
export const movedSources = (sources: readonly string[], before: Registers, now: Registers): Moved[] =>
  sources
    .map((source) => ({ source, before: before[source] ?? null, now: now[source] ?? null }))
    .filter((moved) => moved.before !== moved.now);
