import 'server-only';
import { type Actor, can } from '@/lib/domain/access';
import type { RequestFilter } from '@/lib/domain/requests/register-filter';
import type { ApplicantData } from '@/lib/domain/requests/request-form';
import { db } from '@/lib/server/db';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';
import { applicantIfKeyed } from '@/lib/server/requests/applicant';
import { demandNobodyNamed, reasonForTrail } from '@/lib/server/requests/reason-for-trail';
import { type RequestRegisterRow, requestRegisterPage, requestRows } from '@/lib/server/requests/request-register';
import { inTransaction } from '@/lib/server/transaction';

/** What the register shows under a filter, some thousand rows at a time, who asked masked; the trail gains a line. */
export async function exportedRequests(filter: RequestFilter, format: 'xlsx' | 'csv', actor: Actor) {
  await noteExport(filter, { format, withApplicants: false }, actor);
  return requestRows(filter, actor);
}

/** A line of the register with who asked, unmasked; no data where it is erased, or its key is missing. */
export type RequestRowWithApplicant = RequestRegisterRow & {
  name: string;
  data: ApplicantData | null;
  keyMissing: boolean;
};

/** The same with who asked, unmasked, for whoever may see them and says why: the line of the trail holds the reason. */
export async function exportedApplicants(
  filter: RequestFilter,
  { format, reason }: { format: 'xlsx' | 'csv'; reason: string },
  actor: Actor,
): Promise<AsyncGenerator<RequestRowWithApplicant[]>> {
  if (!can(actor, 'view_applicants')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const words = reasonForTrail(reason);
  demandNobodyNamed(words, []);
  await noteExport(filter, { format, withApplicants: true, reason: words }, actor);
  return unmasked(requestRows(filter, actor), actor);
}

type Noted = { format: 'xlsx' | 'csv'; withApplicants: boolean; reason?: string };

async function noteExport(filter: RequestFilter, noted: Noted, actor: Actor) {
  if (!can(actor, 'handle_requests')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
  const { total } = await requestRegisterPage({ ...filter, after: null, before: null }, actor);
  await inTransaction((tx) => record(tx, actor, null, { kind: 'requests_exported', rows: total, ...noted }));
}

async function* unmasked(chunks: AsyncIterable<readonly RequestRegisterRow[]>, { organisationId }: Actor) {
  for await (const rows of chunks) {
    const found = await db.disclosureRequest.findMany({
      where: { id: { in: rows.map(({ id }) => id) }, organisationId },
      select: { id: true, applicantName: true, sealed: true, sealedWith: true },
    });
    const byId = new Map(found.map((row) => [row.id, row]));
    yield rows.flatMap((row) => {
      const secret = byId.get(row.id);
      return secret ? [{ ...row, name: secret.applicantName, ...applicantIfKeyed(secret) }] : [];
    });
  }
}
