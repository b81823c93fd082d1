import type { BatchMove } from '@/lib/domain/items/batch';
import { dayOf, momentInList } from '@/lib/text/days';
import { deedNames } from '@/lib/text/office';

/** What stands in the way of one row of a batch. */
export function openWords({ blocks, warnings, apart }: { blocks: number; warnings: number; apart: boolean }): string {
  const words = [
    blocks > 0 && `必须改正${blocks}处`,
    warnings > 0 && `请核实${warnings}处`,
    apart && '领域或者公开日期和整批不同',
  ];
  return words.filter(Boolean).join('，');
}

/** What has just been done with a batch, on the page that follows. */
export const batchDoneWords: Record<string, { title: string; more: string }> = {
  submit: { title: '整批已送审', more: '分管领导审批以前可以撤回。' },
  take_back: { title: '已撤回送审', more: '改好以后再送。' },
  approve: { title: '整批已通过，送主要领导签发', more: '' },
  send_back: { title: '整批已退回修改', more: '起草人改好以后再送审。' },
  sign_off: { title: '整批已签发', more: '主动公开的已经公开，每条都有索引号。' },
  taken_out: { title: '已移出批次', more: '这条信息单独办理，仍然标为历史信息。' },
};

export const batchTitle = (field: string, importedAt: Date) => `${field}　${dayOf(importedAt)}导入`;

type Decided = { move: BatchMove; actorName: string; actorPost: string; at: Date; rows: number; words: string };

/** 2021-01-18 09:12　张某（分管领导）审批通过，3条　“同意” */
export function batchDecisionLine({ move, actorName, actorPost, at, rows, words }: Decided): string {
  const who = actorPost === '' ? actorName : `${actorName}（${actorPost}）`;
  const said = words === '' ? '' : `　“${words}”`;
  return `${momentInList(at)}　${who}${deedNames[move]}，${rows}条${said}`;
}

export const batchListName = '批次清单';

export const batchListColumns = [
  { head: '序号', width: 8 },
  { head: '地址', width: 14 },
  { head: '标题', width: 50 },
  { head: '所属目录', width: 20 },
  { head: '成文日期', width: 12 },
  { head: '发文字号', width: 20 },
  { head: '公开属性', width: 12 },
  { head: '索引号', width: 26 },
  { head: '内容校验码', width: 70 },
] as const;
