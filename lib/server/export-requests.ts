import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import type { RequestFilter } from '@/lib/domain/requests/register-filter';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { requestRegisterPage, requestRows } from '@/lib/server/request-register';
import { inTransaction } from '@/lib/server/transaction';

/** What the register shows under a filter, some thousand rows at a time, who asked masked; the trail gains a line. */
export async function exportedRequests(filter: RequestFilter, format: 'xlsx' | 'csv', actor: Actor) {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const { total } = await requestRegisterPage({ ...filter, after: null, before: null }, actor);
  await inTransaction((tx) =>
    record(tx, actor, null, { kind: 'requests_exported', rows: total, format, withApplicants: false }),
  );
  return requestRows(filter, actor);
}
