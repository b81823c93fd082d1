import 'server-only';
import { now } from '@/lib/server/clock';
import { type MoveRequest, moveDocument } from '@/lib/server/documents/move-document';
import { confirmPassword } from '@/lib/server/people/confirm-password';
import type { SignedIn } from '@/lib/server/people/session';

/** Makes a move for a person who may have typed their password again in the same form. */
export async function moveAs(actor: SignedIn, password: string, request: MoveRequest) {
  if (password === '') return moveDocument(request, actor);
  await confirmPassword(password, actor);
  return moveDocument(request, { ...actor, confirmedAt: now() });
}
