import { cellsOf, putValue } from '@/lib/domain/report/cells';
import type { ReportDraft } from '@/lib/domain/report/content';
import { type ReportFormat, reportFormat } from '@/lib/domain/report/format';
import format2019 from '@/lib/domain/report/formats/2019.json';
import format2021 from '@/lib/domain/report/formats/2021.json';
import { rulesOf } from '@/lib/domain/report/rules/catalogue';

/** The formats that the product brings along. An office may add files of its own: `formatCatalogue([...formats, more])`. */
export const formats: readonly ReportFormat[] = formatCatalogue([format2019, format2021]);

/** Parses formats from outside. A format that contradicts itself is a broken file: it throws. */
export function formatCatalogue(sources: readonly unknown[]): ReportFormat[] {
  const catalogue = sources.map((source) => reportFormat.parse(source));
  const faults = catalogue.flatMap(faultsOf);
  if (new Set(catalogue.map(({ id }) => id)).size < catalogue.length) faults.push('two formats have one id');
  if (faults.length > 0) throw new Error(`Report formats: ${faults.join('; ')}`);
  for (const format of catalogue) rulesOf(format); // throws for a rule, row or column that there is not
  return catalogue.sort((one, other) => one.years.from - other.years.from);
}

/** The format in force for a reporting year: the newest that had begun and had not ended. */
export const formatFor = (year: number, among: readonly ReportFormat[] = formats) =>
  among.findLast(({ years }) => years.from <= year && (years.to === null || year <= years.to)) ?? null;

export const formatById = (id: string, among: readonly ReportFormat[] = formats) =>
  among.find((format) => format.id === id) ?? null;

/** A draft in which nothing is entered yet: every typed cell blank, every narrative section empty. */
export function emptyDraft(format: ReportFormat): ReportDraft {
  const tables: ReportDraft['tables'] = {};
  for (const { address, computed } of cellsOf(format)) {
    if (!computed) putValue(tables, address, null);
  }
  const narratives = format.sections.filter(({ kind }) => kind === 'narrative');
  return { preamble: [], text: Object.fromEntries(narratives.map(({ id }) => [id, []])), tables, correctionNote: '' };
}

function faultsOf(format: ReportFormat): string[] {
  const cells = new Set<string>(cellsOf(format).map(({ address }) => address));
  const named = [
    ...format.keyFigures.flatMap((figure) => figure.cells),
    ...Object.values(format.gists).flatMap((clauses) => clauses.flatMap((clause) => clause.cells)),
    ...format.carryOver.flatMap(({ cells: targets }) => Object.keys(targets)),
  ];
  const sums = format.tables.flatMap(({ id, rows, columns }) => [
    ...missing(rows, `${id} row`),
    ...missing(columns, `${id} column`),
  ]);
  const placed = format.sections.flatMap(({ tables }) => tables ?? []);
  return [
    ...named.filter((address) => !cells.has(address)).map((address) => `${format.id}: no cell ${address}`),
    ...sums.map((fault) => `${format.id}: ${fault}`),
    ...format.tables.filter(({ id }) => !placed.includes(id)).map(({ id }) => `${format.id}: no section holds ${id}`),
    ...placed
      .filter((id) => !format.tables.some((table) => table.id === id))
      .map((id) => `${format.id}: no table ${id}`),
  ];
}

function missing(lines: readonly { id: string; sumOf?: string[] | undefined }[], what: string): string[] {
  const ids = lines.map(({ id }) => id);
  const parts = lines.flatMap(({ sumOf }) => sumOf ?? []);
  return parts.filter((part) => !ids.includes(part)).map((part) => `${what} ${part} is summed but does not exist`);
}
