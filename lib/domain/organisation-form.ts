import { z } from 'zod';
import { names } from '@/lib/domain/account';
import { organisationSettings } from '@/lib/domain/organisation';

const contact = ['address', 'postcode', 'phone', 'fax', 'email', 'hours'] as const;
const site = [
  'name',
  'domain',
  'idCode',
  'icp',
  'publicSecurity',
  'host',
  'hostPhone',
  'emblemUrl',
  'faultsUrl',
  'portalUrl',
  'siteMapUrl',
  'reportColumn',
  'dataTerms',
] as const;

const index = ['prefix', 'period', 'width'] as const;
const gate = ['allow', 'maskFirst', 'maskLast'] as const;

/** What an administrator may change of the organisation, as the form sends it: one field a fact. */
export const factGroups = {
  names: ['name', 'shortName', 'officeName'],
  contact: contact.map((fact) => `contact.${fact}`),
  site: site.map((fact) => `site.${fact}`),
  items: [...index.map((fact) => `index.${fact}`), ...gate.map((fact) => `gate.${fact}`)],
  days: ['reportDeadline', 'internalDeadline'],
} as const;

const form = z.record(z.string(), z.unknown());

/** The flat fields of the form as names and settings; a refusal names the field again. */
export const organisationFacts = form.transform((typed, context) => {
  const part = (facts: readonly string[], prefix: string) =>
    Object.fromEntries(facts.map((fact) => [fact, typed[`${prefix}${fact}`]]));
  const parsed = facts.safeParse({
    ...part(factGroups.names, ''),
    contact: part(contact, 'contact.'),
    site: part(site, 'site.'),
    index: part(index, 'index.'),
    gate: part(gate, 'gate.'),
    reportDeadline: typed.reportDeadline,
    internalDeadline: typed.internalDeadline === '' ? null : typed.internalDeadline,
  });
  if (!parsed.success) {
    for (const { message, path } of parsed.error.issues) {
      context.addIssue({ code: 'custom', message, path: [path.join('.')] });
    }
    return z.NEVER;
  }
  const { name, shortName, officeName, ...settings } = parsed.data;
  return { name, shortName, officeName, settings };
});

// The register and the letters have pages of their own.
const facts = z.object({ ...names, ...organisationSettings.omit({ requests: true, letters: true }).shape });
