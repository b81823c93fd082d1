import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { dayNear, dayOf } from '@/lib/text/days';
import type { Due } from '@/lib/text/office';

/** A document of one kind, by what it is called in addresses. */
export type KindName = 'annual_report' | 'item' | 'reply' | 'guide';

export type Matter = {
  id: string;
  kind: KindName;
  status: Status;
  publishOn: string | null;
  drafter: string;
  decisions: readonly { kind: MoveName; actorName: string; at: Date; revision: number | null }[];
  remarks: { total: number; answered: number };
  /** What still stands in the way of a draft. */
  open: { blocks: number; warnings: number } | null;
  /** Its day has come, but something holds it back. */
  held: boolean;
};

/** One line below the title: what to know before opening it. */
export function matterNote(matter: Matter, today: string): string {
  const { status, decisions, publishOn, held } = matter;
  if (held) return '公开日期已到，但是检查没有全部通过，没有公开。请主要领导退回修改。';
  if (status === 'signed') return publishOn ? `定于${dayNear(publishOn, today)}公开，公开前可以退回。` : '';
  if (status === 'draft') return draftNote(matter);
  const last = decisions.findLast(({ kind }) => kind === (status === 'in_review' ? 'submit' : 'approve'));
  if (!last) return '';
  const deed = status === 'in_review' ? `送审第${last.revision}稿` : '审批通过';
  return `${last.actorName}${dayNear(dayOf(last.at), today)}${deed}。`;
}

function draftNote({ decisions, remarks, open }: Matter): string {
  const returned = decisions.at(-1)?.kind === 'send_back';
  const answers = returned && remarks.total > 0 ? `退回意见${remarks.total}条，已答复${remarks.answered}条。` : '';
  if (!open) return answers;
  const { blocks, warnings } = open;
  const answered = remarks.answered === remarks.total || !returned;
  if (blocks + warnings === 0) return `${answers}检查全部通过，${answered ? '可以送审' : '答复全部意见后可以送审'}。`;
  return `${answers}还有${[blocks > 0 && `必须改正${blocks}处`, warnings > 0 && `请核实${warnings}处`].filter(Boolean).join('，')}。`;
}

/** Where a matter is dealt with, and the verb on its button. */
export function wayTo(
  { id, kind, status, decisions }: Pick<Matter, 'id' | 'kind' | 'status' | 'decisions'>,
  mine: boolean,
) {
  const desk = `/admin/${rooms[kind]}/${id}`;
  if (!mine) return { href: desk, verb: '查看' };
  if (status === 'in_review') return { href: `${desk}/review`, verb: '去审批' };
  if (status === 'signed') return { href: `${desk}/sign-off`, verb: '去退回' };
  if (status === 'in_sign_off') return { href: `${desk}/sign-off`, verb: '去签发' };
  return { href: desk, verb: decisions.at(-1)?.kind === 'send_back' ? '继续修改' : '继续填写' };
}

const rooms: Record<KindName, string> = { annual_report: 'reports', item: 'items', reply: 'letters', guide: 'guide' };

/** Which of the groups of the list a deadline falls into. */
export function dueGroup(due: Due | null): string {
  if (!due) return '没有期限';
  if (due.left < 0) return '已经逾期';
  if (due.left === 0) return '今天到期';
  return due.left <= 5 ? '5个工作日以内' : '5个工作日以后';
}

type Done = { move: string; status: Status; title: string; publishOn: string | null; today: string };

/** What has just been done, said on the page that follows. */
export function doneWords({ move, status, title, publishOn, today }: Done): { title: string; more: string } | null {
  switch (move) {
    case 'submit':
      return { title: '已送审', more: `${title}。分管领导审批以前可以撤回。` };
    case 'approve':
      return { title: '已通过，送主要领导签发', more: `${title}。签发前由主要领导决定是否退回。` };
    case 'send_back':
      return { title: '已退回修改', more: `${title}。起草人逐条答复意见后再送审。` };
    case 'sign_off':
      if (status !== 'signed') return { title: '已签发并公开', more: `${title}。` };
      return publishOn
        ? { title: `已签发，定于${dayNear(publishOn, today)}公开`, more: `${title}。公开前可以退回。` }
        : { title: '已签发，不向社会公开', more: `${title}。留在机关内。` };
    case 'withdraw':
      return { title: '已撤下', more: `${title}。原来的地方显示撤下时间和原因。` };
    default:
      return null;
  }
}
