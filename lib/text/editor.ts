import { label, sectionName } from '@/lib/domain/report/addresses';
import type { CellAddress, CellValue, ReportOffice } from '@/lib/domain/report/content';
import type { Place } from '@/lib/domain/report/finding';
import type { ReportFormat } from '@/lib/domain/report/format';
import type { Status } from '@/lib/domain/workflow/moves';
import { momentNear, timeOf } from '@/lib/text/days';
import { printedFigure } from '@/lib/text/figures';
import { statusNames } from '@/lib/text/statuses';

// What the desk of a report says.

/** 送审（先改正2处） */
export const submitWords = (blocks: number) => (blocks > 0 ? `送审（先改正${blocks}处）` : '送审');

/** 退回修改, 更正, 起草: what a draft is at this moment. */
export function draftTag(status: Status, lastMove: string | undefined): string {
  if (status !== 'draft') return statusNames[status];
  if (lastMove === 'send_back') return '退回修改';
  if (lastMove === 'take_back') return '已撤回';
  return lastMove === 'correct' ? '更正' : '起草';
}

export const draftNumber = (frozen: number) => `第${frozen + 1}稿`;

export type SavingKind = 'saved' | 'unsaved' | 'saving' | 'offline' | 'signed_out' | 'closed' | 'refused';

/** The line that always tells whether anything could be lost. */
export function savingWords(kind: SavingKind, at: Date | null, kept: boolean): string {
  switch (kind) {
    case 'saved':
      return at ? `${timeOf(at)}已保存` : '已保存';
    case 'unsaved':
    case 'saving':
      return '正在保存…';
    case 'offline':
      return kept ? '网络断开，没有保存到服务器。已存在本机，恢复后自动保存' : '网络断开，没有保存，请不要关闭这个页面';
    case 'signed_out':
      return kept
        ? '您已退出登录，没有保存到服务器。已存在本机，登录后自动保存'
        : '您已退出登录，没有保存，请不要关闭这个页面';
    case 'closed':
      return '没有保存到服务器，已存在本机';
    case 'refused':
      return '有内容没有保存，已存在本机';
  }
}

/** 有2处您和他人填得不一样，等您选择 */
export const conflictWords = (count: number) => `有${count}处您和他人填得不一样，等您选择`;

export const conflictAuthor = (by: string | null, at: string | null, today: string) =>
  `${by ?? '另一位起草人'}${at ? momentNear(new Date(at), today) : ''}填的`;

/** 1月18日15:02李某填写 */
export const writtenWords = ({ by, at }: { by: string | null; at: string | null }, today: string) =>
  `${at ? momentNear(new Date(at), today) : ''}${by ?? '另一位起草人'}填写`;

/** What stands at a cell, as said in a sentence. */
export const saidFigure = (value: CellValue) => (value === null ? '空' : printedFigure(value));

/** 表三，自然人，本年新收; 一、总体情况的一段; 更正说明. */
export function placeWords(
  format: ReportFormat,
  place: { kind: string; address?: CellAddress; section?: string },
): string {
  if (place.address) return label(format, place.address);
  if (place.section) return `“${sectionName(format, place.section)}”的一段`;
  if (place.kind === 'note') return '更正说明';
  return place.kind === 'publishOn' ? '公开日期' : '说明的原因';
}

export const lastYearWords = (value: CellValue) => `上年${saidFigure(value)}`;

/** What a paste did, when not all of it went in. */
export function pasteWords(filled: number, refused: number, computed: number, outside: number): string {
  const parts = [
    `填入${filled}格`,
    refused > 0 && `${refused}格看不出是哪个数，请在红框里改正`,
    computed > 0 && `${computed}格是自动计算的，没有填`,
    outside > 0 && `${outside}格超出表格，没有填`,
  ];
  return `${parts.filter(Boolean).join('；')}。`;
}

export const zerosQuestion = (count: number) => `把${count}个空格都填为0？`;

/** 勾稽核对 of one column. */
export const balanceWords = (difference: string | null) =>
  difference === null ? '待定' : difference === '0' ? '相符' : `差${difference}`;

/** Where a figure came from that was not simply typed. */
export function sourceWords({ kind, note }: ReportOffice['origins'][string]): string {
  switch (kind) {
    case 'previous_report':
      return `引自${note}`;
    case 'declared_zero':
      return '所有空格填0时填入';
    case 'typed_over':
      return `没有按登记簿填写，理由：${note}`;
  }
}

/** 40项勾稽：32项相符，1项不符，7项待定 */
export const equationWords = ({
  total,
  agree,
  differ,
  pending,
}: Record<'total' | 'agree' | 'differ' | 'pending', number>) =>
  `${total}项勾稽：${agree}项相符，${differ}项不符，${pending}项待定`;

/** 转到自然人，本年新收; 转到一、总体情况 */
export function placeLink(format: ReportFormat, place: Place): string {
  if (place.kind === 'cell') return `转到${label(format, place.address)}`;
  return `转到“${sectionName(format, place.section)}”`;
}

/** 分管领导张某1月19日退回，意见2条，还有1条没有答复 */
export function remarksWords({ by, day }: { by: string; day: string }, total: number, open: number): string {
  if (total === 0) return `${by}${day}退回修改`;
  return `${by}${day}退回，意见${total}条，${open > 0 ? `还有${open}条没有答复` : '都已答复'}`;
}

/** Where a remark belongs: 表三，自然人，本年新收; “总体情况”的一段; 全文. */
export function remarkPlace(format: ReportFormat, place: string): string {
  if (place === '') return '全文';
  const [section = '', block] = place.split('#');
  return block ? `“${sectionName(format, section)}”的一段` : label(format, place);
}

type Obstacles = {
  blocks: number;
  warnings: number;
  /** Cells that hold no figure yet, and the first of them. */
  doubtful: { count: number; target: string };
  holds: number;
  answers: number;
  note: boolean;
};

/** All that stands in the way of a submission, one sentence each. */
export function obstacleWords(open: Obstacles) {
  const sentences = [
    open.blocks > 0 && { target: 'checks', words: `还有${open.blocks}处必须改正。` },
    open.warnings > 0 && { target: 'checks', words: `还有${open.warnings}处请核实的没有处理。请改正，或者说明原因。` },
    open.doubtful.count > 0 && { target: open.doubtful.target, words: `还有${open.doubtful.count}格看不出是哪个数。` },
    open.holds > 0 && { target: 'conflicts', words: `还有${open.holds}处您和他人填得不一样，没有选择。` },
    open.answers > 0 && { target: 'remarks', words: `还有${open.answers}条退回意见没有答复。` },
    open.note && { target: 'note', words: '还没有填写更正说明。' },
  ];
  return sentences.filter((sentence) => sentence !== false);
}

/** How many drafts have been handed in before this one. */
export const frozenBefore = (decisions: readonly { kind: string }[]) =>
  decisions.filter(({ kind }) => kind === 'submit').length;

/** 检查结果：必须改正2处，请核实4处。 */
export const checkWords = (blocks: number, warnings: number) =>
  blocks + warnings === 0 ? '检查结果：没有要处理的问题。' : `检查结果：必须改正${blocks}处，请核实${warnings}处。`;

export const tablesOnComputers = '表格请在电脑上填写；手机上可以看、改文字、答复意见。';
