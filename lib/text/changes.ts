import { Decimal } from 'decimal.js';
import { label, sectionName } from '@/lib/domain/report/addresses';
import { cellAt } from '@/lib/domain/report/cells';
import type { Change, Part } from '@/lib/domain/report/changes';
import type { CellValue } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
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
export function changeViews(format: ReportFormat, changes: readonly Change[]): ChangeView[] {
  return changes.flatMap((change): ChangeView[] => {
    switch (change.kind) {
      case 'cell':
        return cellAt(format, change.address)?.computed ? [] : [cellView(format, change)];
      case 'sentence':
        return [sentenceView(format, change)];
      case 'note': {
        const { before, after } = change;
        return [{ ...plain, place: '', title: '更正说明（对外公布）', before: before || null, after: after || null }];
      }
      case 'unchanged':
        return [];
    }
  });
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

export function unitAt(format: ReportFormat, address: string): string {
  const cell = cellAt(format, address);
  return cell?.column.unit ?? cell?.table.unit ?? '';
}

/** 多62条（12.8%）; the percentage only where last year's figure gives one. */
export function movedWords(before: CellValue, after: CellValue, unit: string): string {
  if (before === null || after === null) return '';
  const difference = new Decimal(after).minus(before);
  const amount = `${difference.isNegative() ? '少' : '多'}${difference.abs().toFixed()}${unit}`;
  if (new Decimal(before).isZero()) return amount;
  return `${amount}（${difference.abs().div(new Decimal(before).abs()).times(100).toDecimalPlaces(1).toFixed()}%）`;
}
