import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { type OrganisationSettings, organisationSettings } from '@/lib/domain/organisation';
import { openReadings, type RequestSettingsInput } from '@/lib/domain/requests/settings-form';
import { db } from '@/lib/server/db';
import { holdOrganisation } from '@/lib/server/people/accounts';
import { askToManage } from '@/lib/server/people/ask-to-manage';
import { record } from '@/lib/server/record';

type RequestSettings = OrganisationSettings['requests'];

/** How the office counts its requests and how long it keeps who asked; for its administrators. */
export async function requestSettings(actor: Actor): Promise<RequestSettings> {
  askToManage(actor);
  const { settings } = await db.organisation.findUniqueOrThrow({
    where: { id: actor.organisationId },
    select: { settings: true },
  });
  return organisationSettings.parse(settings).requests;
}

/** Changes them. Last days of what is open are counted anew by the next look of the process (recountRequests). */
export async function changeRequestSettings(input: RequestSettingsInput, actor: Actor): Promise<void> {
  askToManage(actor);
  const id = actor.organisationId;
  const { registerSince, retentionYears, afterRetention, ...readings } = input;
  const requests: RequestSettings = { readings, registerSince, retentionYears, afterRetention };
  await db.$transaction(async (tx) => {
    await holdOrganisation(tx, id);
    const row = await tx.organisation.findUniqueOrThrow({ where: { id }, select: { settings: true } });
    const settings = organisationSettings.parse(row.settings);
    const fields = changedFields(settings.requests, requests);
    if (fields.length === 0) return;
    await tx.organisation.update({
      where: { id },
      data: { settings: { ...settings, requests } },
      select: { id: true },
    });
    await record(tx, actor, null, { kind: 'organisation_changed', fields });
  });
}

/** Each by its own name: requests.retentionYears, requests.readings.fee_paid. */
function changedFields(before: RequestSettings, after: RequestSettings): string[] {
  const facts = ['registerSince', 'retentionYears', 'afterRetention'] as const;
  return [
    ...facts.filter((fact) => before[fact] !== after[fact]).map((fact) => `requests.${fact}`),
    ...openReadings
      .filter((name) => before.readings[name] !== after.readings[name])
      .map((name) => `requests.readings.${name}`),
  ];
}
