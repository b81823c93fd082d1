import { WasAndIs } from '@/components/office/change-item';
import { Panel } from '@/components/office/panel';
import { YearTable } from '@/components/office/year-table';
import { label } from '@/lib/domain/report/addresses';
import { cellAt } from '@/lib/domain/report/cells';
import type { Change } from '@/lib/domain/report/changes';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { Review } from '@/lib/server/reports/review';
import { changeViews, movedWords, sentencesKept, unitAt } from '@/lib/text/changes';
import { printedFigure } from '@/lib/text/figures';

/** What differs from last year's report: the figures in a table, the sentences folded below it. */
export function LastYear({ review: { lastYear, previous, document, format, findings } }: { review: Review }) {
  const before = document.year - 1;
  if (!lastYear || !previous) {
    return (
      <Panel id="year" title="与上年相比">
        <p className="p-4">系统里没有{before}年的年度报告，不能比较。</p>
      </Panel>
    );
  }
  const rows = lastYear
    .flatMap((change) => (isTyped(format, change) ? [change] : []))
    .map(({ address, before: was, after: is }) => ({
      id: address,
      label: label(format, address),
      before: `${printedFigure(was)}${unitAt(format, address)}`,
      after: `${printedFigure(is)}${unitAt(format, address)}`,
      moved: movedWords(was, is, unitAt(format, address)),
      reason:
        findings.find(({ places }) => places.some((place) => place.kind === 'cell' && place.address === address))
          ?.reason ?? '',
    }));
  const sentences = changeViews(
    format,
    lastYear.filter(({ kind }) => kind === 'sentence'),
  );
  return (
    <Panel id="year" title="与上年相比" aside={`${rows.length}个数有变化，其余相同`}>
      {rows.length > 0 && <YearTable rows={rows} lastYear={before} year={document.year} />}
      <details className="remark-slot px-4">
        <summary>
          正文对照：{sentencesKept(lastYear)}句与{before}年相同，{sentences.length}句不同
        </summary>
        <ol>
          {sentences.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: both reports are frozen
            <li key={index} className="border-line border-b py-3 last:border-b-0">
              <h3 className="text-ui">{change.title}</h3>
              <WasAndIs change={change} />
            </li>
          ))}
        </ol>
      </details>
    </Panel>
  );
}

// Totals follow from their parts and are not listed.
const isTyped = (format: ReportFormat, change: Change): change is Extract<Change, { kind: 'cell' }> =>
  change.kind === 'cell' && !cellAt(format, change.address)?.computed;
