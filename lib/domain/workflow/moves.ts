import type { Issue } from '@/lib/domain/issue';

export const statuses = ['draft', 'in_review', 'in_sign_off', 'signed', 'published', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

export const moveNames = [
  'submit',
  'take_back',
  'approve',
  'send_back',
  'sign_off',
  'publish',
  'correct',
  'withdraw',
] as const;
export type MoveName = (typeof moveNames)[number];

/** The part that a person takes in the making of one document; nobody takes two. */
export const stages = ['drafting', 'review', 'sign_off'] as const;
export type Stage = (typeof stages)[number];

type Move = {
  from: readonly Status[];
  to: Status;
  /** Null for the process itself; 'of_status' where it follows from who holds the document (returning it). */
  stage: Stage | 'of_status' | null;
  noteRequired?: true;
  /** Only where citizens can read an edition of the document now. */
  publicOnly?: true;
  /** The password is asked again (valid for five minutes). */
  confirmed?: true;
};

export const moves: Record<MoveName, Move> = {
  submit: { from: ['draft'], to: 'in_review', stage: 'drafting' },
  take_back: { from: ['in_review'], to: 'draft', stage: 'drafting' },
  approve: { from: ['in_review'], to: 'in_sign_off', stage: 'review', confirmed: true },
  send_back: { from: ['in_review', 'in_sign_off', 'signed'], to: 'draft', stage: 'of_status', noteRequired: true },
  sign_off: { from: ['in_sign_off'], to: 'signed', stage: 'sign_off', confirmed: true },
  publish: { from: ['signed'], to: 'published', stage: null },
  correct: { from: ['published', 'withdrawn'], to: 'draft', stage: 'drafting', noteRequired: true },
  // What must not stay public can't wait for a correction that is under way.
  withdraw: {
    from: ['draft', 'in_review', 'in_sign_off', 'signed', 'published'],
    to: 'withdrawn',
    stage: 'sign_off',
    noteRequired: true,
    publicOnly: true,
    confirmed: true,
  },
};

/** The stage that a move belongs to when made from `status`; null for the process itself. */
export function stageOf(name: MoveName, status: Status): Stage | null {
  const { stage } = moves[name];
  if (stage !== 'of_status') return stage;
  return status === 'in_review' ? 'review' : 'sign_off';
}

/**
 * Where a document stands: its status, whether citizens can read an edition of it now, and whether what was signed stays
 * in the office (依申请公开, 不予公开), to be looked at again by Article 18.
 */
export type Standing = {
  status: Status;
  isPublic: boolean;
  isKept?: boolean;
  /** Signed and gone out, as letters are: nothing moves it any more, another takes its place. */
  isFinal?: boolean;
};

/** Whether the workflow has this move for a document that stands so; who may make it is asked of `denial`. */
export function isOpen(name: MoveName, { status, isPublic, isKept = false, isFinal = false }: Standing): boolean {
  if (isFinal) return false;
  if (isKept && status === 'signed' && name === 'correct') return true;
  return moves[name].from.includes(status) && (isPublic || !moves[name].publicOnly);
}

/** What stands in the way of a move. Nothing means go ahead. */
export function objections(name: MoveName, standing: Standing, note: string): Issue[] {
  if (!isOpen(name, standing)) return [{ code: 'move_not_open', status: standing.status }];
  if (moves[name].noteRequired && note.trim() === '') return [{ code: 'note_missing', field: 'note', move: name }];
  return [];
}
