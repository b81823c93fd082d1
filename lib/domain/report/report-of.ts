import { cellsOf, completeTables, putValue, valueAt } from '@/lib/domain/report/cells';
import type { Report, ReportDraft } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { emptyDraft } from '@/lib/domain/report/formats';

/** The statutory title: 德亭镇人民政府2020年政府信息公开工作年度报告. */
export const titleOf = ({ name }: { name: string }, year: number) => `${name}${year}年政府信息公开工作年度报告`;

/** The whole report that a draft makes: title and totals come from the organisation, the year and the figures. */
export function reportOf(
  organisation: Report['organisation'],
  year: number,
  format: ReportFormat,
  draft: ReportDraft,
): Report {
  const { name, shortName, level } = organisation;
  const narratives = format.sections.filter(({ kind }) => kind === 'narrative');
  const correctionNote = draft.correctionNote.trim();
  return {
    organisation: { name, ...(shortName && { shortName }), level },
    year,
    format: format.id,
    title: titleOf(organisation, year),
    preamble: draft.preamble,
    text: Object.fromEntries(narratives.map(({ id }) => [id, draft.text[id] ?? []])),
    tables: completeTables(format, draft.tables),
    ...(correctionNote && { correctionNote }),
  };
}

/** What a clerk would have entered to get this report: its paragraphs and typed figures, without title and totals. */
export function draftOf(format: ReportFormat, report: Report): ReportDraft {
  const draft = emptyDraft(format);
  for (const { address, computed } of cellsOf(format)) {
    if (!computed) putValue(draft.tables, address, valueAt(report.tables, address));
  }
  return { ...draft, preamble: report.preamble ?? [], text: { ...draft.text, ...report.text } };
}
