import { label, parsePlace, sectionName } from '@/lib/domain/report/addresses';
import { cellAt } from '@/lib/domain/report/cells';
import type { Change, Part } from '@/lib/domain/report/changes';
import type { CellValue } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { movement } from '@/lib/domain/report/movement';
import { printedFigure } from '@/lib/text/figures';

/** A change as a leader reads it. */
export type ChangeView = {
  /** Where a remark on it is fixed: a cell, a paragraph, or "" for the whole. */
  place: string;
  title: string;
  /** 数, 新增1句, 删去1句, 改动 */
  mark: string;
  /** Null where there was nothing, or nothing is left. */
  before: string | null;
  after: string | null;
  unit: string;
  figure: boolean;
  /** Of a sentence: what stayed, went and came. */
  parts: readonly Part[];
};

/** What has changed, apart from totals that follow by themselves. */
export const changeViews = (format: ReportFormat, changes: readonly Change[]): ChangeView[] =>
  changes.flatMap((change) => changeView(format, change) ?? []);

function changeView(format: ReportFormat, change: Change): ChangeView | null {
  switch (change.kind) {
    case 'cell':
      return cellAt(format, change.address)?.computed ? null : cellView(format, change);
    case 'sentence':
      return sentenceView(format, change);
    case 'note': {
      const [before, after] = [change.before || null, change.after || null];
      return { ...plain, place: '', title: '更正说明（对外公布）', before, after };
    }
    case 'unchanged':
      return null;
  }
}

/** How many totals moved because their parts did. */
export const totalsMoved = (format: ReportFormat, changes: readonly Change[]) =>
  changes.filter((change) => change.kind === 'cell' && cellAt(format, change.address)?.computed).length;

/** How many sentences are as they were. */
export const sentencesKept = (changes: readonly Change[]) =>
  changes.reduce((sum, change) => sum + (change.kind === 'unchanged' ? change.sentences : 0), 0);

const plain = { mark: '改动', unit: '', figure: false, parts: [] };

type CellChange = Extract<Change, { kind: 'cell' }>;
type SentenceChange = Extract<Change, { kind: 'sentence' }>;

function cellView(format: ReportFormat, { address, before, after }: CellChange): ChangeView {
  const shown = (value: CellValue) => (value === null ? null : printedFigure(value));
  const place = { place: address, title: label(format, address), mark: '数', unit: unitAt(format, address) };
  return { ...place, before: shown(before), after: shown(after), figure: true, parts: [] };
}

function sentenceView(format: ReportFormat, { section, block, before, after, parts }: SentenceChange): ChangeView {
  const mark = before === null ? '新增1句' : after === null ? '删去1句' : '改动';
  return { ...plain, place: `${section}#${block}`, title: sectionName(format, section), mark, before, after, parts };
}

/** Where a remark is fixed, as people name it. */
export function placeName(format: ReportFormat, text: string): string {
  const place = parsePlace(format, text);
  if (place?.kind === 'cell') return label(format, place.address);
  return place?.kind === 'block' ? sectionName(format, place.section) : '全文';
}

export function unitAt(format: ReportFormat, address: string): string {
  const cell = cellAt(format, address);
  return cell?.column.unit ?? cell?.table.unit ?? '';
}

/** 多62条（12.8%） */
export function movedWords(before: CellValue, after: CellValue, unit: string): string {
  const moved = movement(before, after);
  if (!moved) return '';
  const amount = `${moved.grew ? '多' : '少'}${moved.amount}${unit}`;
  return moved.percent === null ? amount : `${amount}（${moved.percent}%）`;
}
