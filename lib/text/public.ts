import { blockElementId, elementId, label, sectionName } from '@/lib/domain/report/addresses';
import { cellAt } from '@/lib/domain/report/cells';
import type { Change } from '@/lib/domain/report/changes';
import type { CellValue } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { dayInProse, dayOf, timeOf } from '@/lib/text/days';

/** What the whole of the public side is called. */
export const siteName = '政府信息公开';

/** 2021年1月22日 09:30 */
export const momentInProse = (at: Date) => `${dayInProse(dayOf(at))} ${timeOf(at)}`;

/** 2020年1月1日至12月31日 */
export const periodOf = (year: number) => `${year}年1月1日至12月31日`;

export const editionName = (number: number) => `第${number}版`;

/** Eight characters at a time, so that two people can read a hash to each other. */
export const inGroups = (hash: string) => hash.match(/.{1,8}/g)?.join(' ') ?? '';

/** The sentence that the figures of a section make, as it stands above its tables. */
export const gistWords = (sentence: string) => `要点：${sentence}`;

/** The title in two parts that are never broken apart inside: 德亭镇人民政府 / 2020年政府信息公开工作年度报告. */
export const titleBySense = (title: string, organisation: string): string[] =>
  title.startsWith(organisation) ? [organisation, title.slice(organisation.length)].filter(Boolean) : [title];

/** What a correction changed, as its readers look for it; what only the clerk sees is left out. */
export type Corrected = {
  place: string;
  /** Element id of the place in the new edition. */
  target: string;
  kind: 'figure' | 'words';
  before: string;
  after: string;
  parts: { kind: 'same' | 'removed' | 'added'; text: string }[];
};

export function correctedPlaces(format: ReportFormat, changes: readonly Change[]): Corrected[] {
  return changes.flatMap((change): Corrected[] => {
    if (change.kind === 'cell') return [correctedFigure(format, change)];
    return change.kind === 'sentence' ? [correctedWords(format, change)] : [];
  });
}

function correctedFigure(format: ReportFormat, { address, ...values }: Change & { kind: 'cell' }): Corrected {
  const unit = cellAt(format, address)?.column.unit ?? '';
  const worded = (value: CellValue) => (value === null ? '空白' : `${value}${unit}`);
  const [before, after] = [worded(values.before), worded(values.after)];
  const parts: Corrected['parts'] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return {
    ...{ place: label(format, address), target: elementId(format, address) ?? '', kind: 'figure' },
    ...{ before, after, parts },
  };
}

function correctedWords(format: ReportFormat, change: Change & { kind: 'sentence' }): Corrected {
  const { section, block, parts } = change;
  return {
    ...{ place: sectionName(format, section), target: blockElementId(section, block), kind: 'words' },
    ...{ before: change.before ?? '', after: change.after ?? '', parts },
  };
}

/** 更正2处文字，所有数据没有变化。 */
export function correctionSummary(corrected: readonly Corrected[]): string {
  const count = (kind: Corrected['kind']) => corrected.filter((each) => each.kind === kind).length;
  const [figures, words] = [count('figure'), count('words')];
  if (figures + words === 0) return '文字和数据没有变化。';
  if (figures === 0) return `更正${words}处文字，所有数据没有变化。`;
  return words === 0 ? `更正${figures}个数据，文字没有变化。` : `更正${figures}个数据、${words}处文字。`;
}
