import 'server-only';
import type { Actor } from '@/lib/domain/access';
import { type OrganisationSettings, organisationSettings } from '@/lib/domain/organisation';
import { db } from '@/lib/server/db';
import { holdOrganisation } from '@/lib/server/people/accounts';
import { askToManage } from '@/lib/server/people/ask-to-manage';
import { record } from '@/lib/server/record';

type FormSettings = Omit<OrganisationSettings, 'requests' | 'letters'>;
export type OrganisationFacts = { name: string; shortName: string; officeName: string; settings: FormSettings };

const shown = { slug: true, level: true, name: true, shortName: true, officeName: true, settings: true } as const;

export async function organisationOf(actor: Actor) {
  askToManage(actor);
  const row = await db.organisation.findUniqueOrThrow({ where: { id: actor.organisationId }, select: shown });
  return { ...row, settings: organisationSettings.parse(row.settings) };
}

/** What is already public keeps the names that it was published under. */
export async function changeOrganisation({ settings, ...names }: OrganisationFacts, actor: Actor) {
  askToManage(actor);
  const id = actor.organisationId;
  await db.$transaction(async (tx) => {
    await holdOrganisation(tx, id);
    const row = await tx.organisation.findUniqueOrThrow({ where: { id }, select: shown });
    const before = { ...row, settings: organisationSettings.parse(row.settings) };
    const fields = changed(before, { ...names, settings });
    if (fields.length === 0) return;
    // What has a page of its own stays as that page left it.
    await tx.organisation.update({ where: { id }, data: { ...names, settings: { ...before.settings, ...settings } } });
    await record(tx, actor, null, { kind: 'organisation_changed', fields });
  });
}

function changed(before: OrganisationFacts, after: OrganisationFacts): string[] {
  const [was, is] = [factsOf(before), factsOf(after)];
  return Object.keys(is).filter((fact) => was[fact] !== is[fact]);
}

/** Each fact by its own name: "name", "contact.phone". */
export function factsOf({ name, shortName, officeName, settings }: OrganisationFacts): Record<string, string> {
  const { contact, site, index, gate, reportDeadline, internalDeadline } = settings;
  const below = (part: string, facts: Record<string, string>) =>
    Object.entries(facts).map(([fact, value]) => [`${part}.${fact}`, value]);
  return {
    ...{ name, shortName, officeName, reportDeadline, internalDeadline: internalDeadline ?? '' },
    ...Object.fromEntries([
      ...below('contact', contact),
      ...below('site', site),
      ...below('index', index),
      ...below('gate', gate),
    ]),
  };
}
