import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { dayNear, dayOf } from '@/lib/text/days';

export type Step = { label: string; note: string; state: 'done' | 'now' | 'back' | 'todo' };

export type Progress = {
  status: Status;
  drafter: string;
  /** Names of those who may approve, and of those who may sign. */
  reviewers: readonly string[];
  signers: readonly string[];
  /** Oldest first. */
  decisions: readonly { kind: MoveName; actorName: string; at: Date }[];
  remarks: { total: number; answered: number };
  publishOn: string | null;
  /** Where it appears: “政府信息公开年报”栏目 */
  place: string;
};

const order: readonly Status[] = ['draft', 'in_review', 'in_sign_off', 'signed', 'published'];

/** The four steps from draft to publication, and which of them the document has reached. */
export function stepsOf(progress: Progress, today: string): Step[] {
  const reached = progress.status === 'withdrawn' ? 4 : order.indexOf(progress.status);
  const states = [0, 1, 2, 3].map((at) => (at < reached ? 'done' : at === reached ? 'now' : 'todo') as Step['state']);
  const [drafting = 'todo', review = 'todo', signing = 'todo', publishing = 'todo'] = states;
  const heading = drafting === 'now' ? draftingHeading(progress) : '起草';
  return [
    { label: heading, note: draftingNote(progress, today), state: heading === '起草：退回修改' ? 'back' : drafting },
    { label: '分管领导审批', note: doneBy('approve', review, progress, today), state: review },
    { label: '主要领导签发', note: doneBy('sign_off', signing, progress, today), state: signing },
    publication(progress, publishing, today),
  ];
}

const last = ({ decisions }: Progress, ...kinds: MoveName[]) =>
  decisions.findLast(({ kind }) => kinds.length === 0 || kinds.includes(kind));

function draftingHeading(progress: Progress) {
  const kind = last(progress)?.kind;
  if (kind === 'send_back') return '起草：退回修改';
  if (kind === 'take_back') return '起草：已撤回';
  return kind === 'correct' ? '起草：更正' : '起草';
}

function draftingNote(progress: Progress, today: string) {
  const { status, drafter, remarks } = progress;
  const submitted = last(progress, 'submit');
  if (status !== 'draft') return submitted ? `${drafter}，${on(submitted.at, today)}送审` : drafter;
  const before = last(progress);
  if (before?.kind !== 'send_back') return before ? `${drafter}，${on(before.at, today)}开始` : drafter;
  const answers = remarks.total > 0 ? `，意见${remarks.total}条，已答复${remarks.answered}条` : '';
  return `${before.actorName}${on(before.at, today)}退回${answers}`;
}

function doneBy(kind: 'approve' | 'sign_off', state: Step['state'], progress: Progress, today: string) {
  const decision = last(progress, kind);
  if (state === 'done' && decision) return `${decision.actorName}，${on(decision.at, today)}`;
  const people = kind === 'approve' ? progress.reviewers : progress.signers;
  if (people.length === 0) return kind === 'approve' ? '还没有指定分管领导' : '还没有指定主要领导';
  return people.join('、');
}

function publication(progress: Progress, state: Step['state'], today: string): Step {
  const { status, place, publishOn } = progress;
  const published = last(progress, 'publish');
  if (status === 'withdrawn') return { label: '已撤下', note: place, state: 'back' };
  if (state === 'todo' || state === 'now') {
    return { label: '公开', note: publishOn ? `${place}，定于${dayNear(publishOn, today)}` : place, state };
  }
  return { label: '已公开', note: published ? `${place}，${on(published.at, today)}` : place, state };
}

const on = (at: Date, today: string) => dayNear(dayOf(at), today);
