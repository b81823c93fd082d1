import 'server-only';
import { type Actor, denial } from '@/lib/domain/access';
import { Refusal } from '@/lib/server/refusal';

/** People, roles, fields and the organisation are the administrator's alone. */
export function askToManage(actor: Actor) {
  const reason = denial(actor, 'manage');
  if (reason) throw new Refusal([{ code: 'not_allowed', denial: reason }]);
}
