import 'server-only';
import { organisationSettings } from '@/lib/domain/organisation';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import { applyMasks, maskHit } from '@/lib/domain/personal-data/mask';
import { now, today } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import { holdTrail, record } from '@/lib/server/record';
import { eraseStretches } from '@/lib/server/requests/request-files';
import { withoutData } from '@/lib/server/requests/without-data';
import { inTransaction } from '@/lib/server/transaction';

/**
 * Carries out the retention rule of every organisation that erases: who asked goes so many years after the request was
 * archived – the sealed data and what was set right of it, the name, the key, the files, and what
 * the wording itself tells. Number, days, events and
 * figures stay. Answers how many; each leaves a line in the trail.
 */
export async function eraseOutlived(): Promise<number> {
  const organisations = await db.organisation.findMany({ select: { id: true, settings: true } });
  let erased = 0;
  for (const { id: organisationId, settings } of organisations) {
    const { afterRetention, retentionYears } = organisationSettings.parse(settings).requests;
    if (afterRetention !== 'erase') continue;
    for (const id of await outlived(organisationId, retentionYears))
      if (await inTransaction((tx) => erase(tx, { id, organisationId }, retentionYears))) erased += 1;
  }
  return erased;
}

const outlived = async (organisationId: string, years: number) => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM disclosure_request
    WHERE organisation_id = ${organisationId}::uuid AND stage = 'archived' AND erased_at IS NULL AND cases_open = 0
      AND archived_on + make_interval(years => ${years}::int) <= ${today()}::date
    ORDER BY archived_on, id LIMIT 500`;
  return rows.map(({ id }) => id);
};

type Request = { id: string; organisationId: string };
type Held = { year: number; number: number; name: string; asked: string; archivedOn: string };

async function erase(tx: Tx, { id, organisationId }: Request, years: number): Promise<boolean> {
  await holdTrail(tx, organisationId);
  // Asked again: it may have been taken up anew since it was found, or another process was first.
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT year, number, applicant_name AS name, asked, archived_on::text AS "archivedOn" FROM disclosure_request
    WHERE id = ${id}::uuid AND stage = 'archived' AND erased_at IS NULL AND cases_open = 0
      AND archived_on + make_interval(years => ${years}::int) <= ${today()}::date FOR UPDATE`;
  if (!held) return false;
  const files = await tx.requestFile.findMany({ where: { requestId: id, erasedAt: null }, select: { id: true } });
  await eraseStretches(
    tx,
    files.map((file) => file.id),
  );
  await withoutData(() =>
    tx.disclosureRequest.update({
      where: { id },
      data: {
        ...{ applicantName: '', applicantKey: null, sealed: null, sealedWith: null, erasedAt: now() },
        asked: withoutPersons(held.asked, held.name),
      },
      select: { id: true },
    }),
  );
  await tx.requestChange.updateMany({ where: { requestId: id }, data: { sealed: null, sealedWith: null } });
  const { year, number, archivedOn } = held;
  await record(tx, { id: null, organisationId }, null, {
    ...{ kind: 'applicants_erased', requestId: id, number: `${year}-${number}`, archivedOn },
  });
  return true;
}

/** What was asked for, without the numbers and names that the applicant wrote into it. */
function withoutPersons(asked: string, name: string): string {
  const masks = findPersonalData(asked).map((hit) => ({ ...hit, masked: maskHit(hit, { first: 0, last: 0 }) }));
  const masked = applyMasks(asked, masks);
  return name === '' ? masked : masked.replaceAll(name, '某某');
}
