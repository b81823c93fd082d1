import type { Role } from '@/lib/domain/access';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { now, today } from '@/lib/server/clock';
import { moveDocument } from '@/lib/server/documents/move-document';
import type { SignedIn } from '@/lib/server/people/session';

export type People = Record<Role, SignedIn>;

type Standing = { id: string; status: Status; version: number; sha256: string | null };

const way: Partial<Record<Status, { move: MoveName; role: Role; note: string }>> = {
  draft: { move: 'submit', role: 'drafter', note: '' },
  in_review: { move: 'approve', role: 'section_leader', note: '同意' },
  in_sign_off: { move: 'sign_off', role: 'principal_leader', note: '同意公开' },
  published: { move: 'withdraw', role: 'principal_leader', note: '数据有误，重新核对后再公开。' },
};

/** Makes the next move of a document by whoever makes it; false where there is none. */
export async function moveOneStep({ id, status, version, sha256 }: Standing, people: People): Promise<boolean> {
  const step = way[status];
  if (!step) return false;
  const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '没有涉密内容。' };
  const seen = { declarations, ...(step.move === 'submit' ? { secrecy } : { sha256: sha256 ?? undefined }) };
  const mover = { ...people[step.role], confirmedAt: now() };
  await moveDocument({ id, version, move: step.move, note: step.note, ...seen }, mover);
  return true;
}
