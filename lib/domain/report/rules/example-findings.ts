import { aReport } from '@/lib/domain/report/a-report';
import { valueAt } from '@/lib/domain/report/cells';
import { type Checked, check } from '@/lib/domain/report/check';
import type { CellValue, Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { formatById } from '@/lib/domain/report/formats';
import type { Example } from '@/lib/domain/report/rules/rule';

/** For tests: what the rules say of a rule's own example. */
export function checkExample({ previous, others = [], restated = [], ...sketch }: Example): Checked {
  const format = knownFormat(sketch.format);
  const year = sketch.year ?? format.years.to ?? format.years.from;
  const report = aReport(format, { year, ...sketch });
  const joined = previous && { ...previous, cells: { ...joining(report, format), ...previous.cells } };
  return check(report, {
    format,
    previous: joined ? aReport(format, { year: year - 1, ...joined }) : null,
    others: others.map((other) => aReport(format, { year, ...other })),
    restated,
  });
}

/** What last year's report must tell for this one's figures to follow from it. */
function joining({ tables }: Report, { carryOver }: ReportFormat): Record<string, CellValue> {
  const links = carryOver.flatMap(({ cells }) => Object.entries(cells));
  return Object.fromEntries(
    links.flatMap(([target, sources]) =>
      sources.map((source, position): [string, CellValue] => [source, position === 0 ? valueAt(tables, target) : 0]),
    ),
  );
}

export function knownFormat(id: string): ReportFormat {
  const format = formatById(id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}
