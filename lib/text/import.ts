import { type ColumnKey, importColumns } from '@/lib/domain/items/import-columns';
import type { Heads } from '@/lib/domain/items/import-heads';
import type { RowFault, RowProblem } from '@/lib/domain/items/import-rows';
import { type RequestColumnKey, requestImportColumns } from '@/lib/domain/requests/import-columns';
import { type SheetFault, sheetLimits } from '@/lib/domain/sheet';

const columns = { ...requestImportColumns, ...importColumns };

export const columnName = (key: ColumnKey | RequestColumnKey) => columns[key].head;

/** What is wrong with a cell, and what to do. */
export const faultSentence = ({ problem, number }: Pick<RowFault, 'problem' | 'number'>): string =>
  rowSentences[problem](number ?? 0);

const fixed = (sentence: string) => () => sentence;

const rowSentences: Record<RowProblem, (number: number) => string> = {
  required: fixed('没有填写。请补上。'),
  too_long: (most) => `太长，最多${most}。请删减，或者分成几条。`,
  control_characters: fixed('含有看不见的控制字符。请重新输入，不要从网页粘贴。'),
  formula: fixed('是公式。请复制这一列，用“选择性粘贴，数值”换成文字。以等号开头的文字，前面加一个英文单引号。'),
  not_a_day: fixed('看不出是哪一天。请按2020-01-29的样子填写。'),
  day_ambiguous: fixed('分不清月和日。请按2020-01-29的样子填写，年在前面。'),
  year_short: fixed('年份只有两位。请写满四位，如2020-01-29。'),
  no_such_day: fixed('没有这一天。请核对月和日。'),
  in_future: fixed('晚于今天。请核对。'),
  before_formed: fixed('早于成文日期。请核对这两个日期。'),
  unknown_node: fixed('目录里没有这个名称。请按“可选内容”表里的名称填写，或者请管理员增加目录。'),
  closed_node: fixed('这个目录已经停用。请换一个，或者请管理员恢复。'),
  unknown_class: fixed('没有这个类别，或者已经停用。请按“可选内容”表里的名称填写，没有类别就不填。'),
  unknown_field: fixed('没有这个领域。请按“可选内容”表里的名称填写，不填就按目录归入领域。'),
  closed_field: fixed('这个领域已经停用。请换一个，或者不填。'),
  unknown_choice: fixed('不在可选的范围里。请按“可选内容”表填写。'),
  reason_needed: fixed('不予公开要写明理由。请从“可选内容”表里选一条。'),
  end_needed: fixed('失效或者废止的，要写明日期。请补上。'),
  example_row: fixed('这是模板里的示例。请删去这一行。'),
  malformed: fixed('填写得不对。请核对是不是多写或者少写了几位。'),
  course: fixed('和其他日期对不上，或者条例不允许。请核对各项日期；办不成的留空，导入后再逐项登记。'),
  restates_needed: fixed('这一年的年度报告已经公开，数字会因此变化。请填写补录原因。'),
  repeated_row: (number) => `和第${number}行完全一样。请删去一行。`,
};

/** Why a whole file was refused, and what to do. */
export const sheetSentences: Record<SheetFault, string> = {
  empty: '文件里没有内容。请检查是不是选错了文件。',
  too_large: `文件超过${sheetLimits.bytes / 1024 / 1024}MB，或者文字太多。请分成几个文件。`,
  too_many_rows: `超过${sheetLimits.rows}行。请分成几个文件，或者删去下面的空行。`,
  too_many_cells: '填写的格子太多。请删去用不着的列，或者分成几个文件。',
  not_a_sheet: '不是表格文件。请选择XLSX或者CSV文件。',
  old_excel: '这是旧格式的表格（.xls、.et）。请打开后另存为XLSX再导入。',
  encrypted: '文件有密码，打不开。请去掉密码再导入。',
  macros: '文件里有宏，不能导入。请另存为XLSX（不带宏的工作簿）再导入。',
  archive_bomb: '文件展开后太大，不能导入。请只保留要导入的内容，另存为新文件。',
  broken: '文件已经损坏，读不出来。请打开后另存一次再导入。',
  encoding: '看不出是什么文字编码。请另存为XLSX，或者另存为UTF-8编码的CSV。',
};

/** What the head row lacks; empty where it can be read. */
export function headSentences({
  missing,
  repeated,
}: Pick<Heads<ColumnKey | RequestColumnKey>, 'missing' | 'repeated'>): string[] {
  return [
    ...(missing.length > 0
      ? [
          `第一行缺少${missing.map((key) => `“${columnName(key)}”`).join('、')}。请在第一行写上各列的名称，可以下载模板对照。`,
        ]
      : []),
    ...(repeated.length > 0
      ? [`第一行的${repeated.map((name) => `“${name}”`).join('、')}和前面的列是同一项。请只留一列。`]
      : []),
  ];
}

/** Columns that were found and are not taken in. */
export const unreadSentence = (unread: readonly string[]) =>
  `${unread.map((name) => `“${name}”`).join('、')}不是要导入的列，没有读入。`;

export const faultListName = '导入问题清单';

export const faultColumns = [
  { head: '行', width: 8 },
  { head: '标题', width: 40 },
  { head: '列', width: 16 },
  { head: '现在的内容', width: 30 },
  { head: '问题和办法', width: 60 },
] as const;
