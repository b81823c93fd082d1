import { Decimal } from 'decimal.js';
import { isZero, sumOf, valueAt } from '@/lib/domain/report/cells';
import type { CellValue, Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { statedDisclosures } from '@/lib/domain/report/stated-disclosures';

export type KeyFigure = {
  label: string;
  unit: string;
  value: CellValue;
  /** A number that the prose states is no cell of a table: say so beside it. */
  source: 'tables' | 'prose';
  /** Last year's, where its report has such a figure. */
  lastYear: CellValue;
};

/** At most this many stand in the sign-off brief and on the home page. */
const most = 5;

/** The figures that tell a report at a glance, the number of items that its prose states first. */
export function keyFigures(
  format: ReportFormat,
  report: Report,
  last?: { format: ReportFormat; report: Report },
): KeyFigure[] {
  const before = last ? ownFigures(last.format, last.report) : [];
  return ownFigures(format, report)
    .slice(0, most)
    .map((figure) => {
      const same = before.find(({ label, unit }) => label === figure.label && unit === figure.unit);
      return { ...figure, lastYear: same?.value ?? null };
    });
}

function ownFigures(format: ReportFormat, report: Report): Omit<KeyFigure, 'lastYear'>[] {
  const stated = statedDisclosures(report);
  const fromTables = format.keyFigures.map(({ label, unit, cells }) => ({
    label,
    unit,
    value: sumOf(cells.map((address) => valueAt(report.tables, address))),
    source: 'tables' as const,
  }));
  if (!stated) return fromTables;
  return [{ label: '主动公开信息', unit: '条', value: stated.total, source: 'prose' }, ...fromTables];
}

/** The sentence above the tables of a section: 2020年没有制定规范性文件；作出行政许可决定38件。 Null where there is nothing to say. */
export function gist(format: ReportFormat, section: string, report: Report): string | null {
  const clauses = (format.gists[section] ?? []).flatMap(({ cells, zero, some }) => {
    const values = cells.map((address) => valueAt(report.tables, address));
    if (values.includes(null)) return [];
    return (values.every(isZero) ? zero : filled(some, values)) || [];
  });
  return clauses.length > 0 ? `${report.year}年${clauses.join('；')}。` : null;
}

function filled(wording: string, values: readonly CellValue[]): string {
  return wording.replace(/\{(n|\d+|yuan\d+)\}/g, (_, name: string) => {
    if (name === 'n') return String(sumOf(values));
    const value = values[Number(name.replace('yuan', '')) - 1] ?? 0;
    return name.startsWith('yuan') ? new Decimal(value).times(10_000).toFixed() : String(value);
  });
}
