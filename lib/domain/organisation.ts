import { z } from 'zod';
import { calendar } from '@/lib/domain/calendar/calendar';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { optionalLine } from '@/lib/domain/input';
import type { InputProblem } from '@/lib/domain/issue';
import { indexPattern } from '@/lib/domain/items/index-number';
import { deadlineOf } from '@/lib/domain/report/deadline';
import { letterManner } from '@/lib/domain/requests/letter-manner';
import { readings } from '@/lib/domain/requests/readings';

export const levels = ['township', 'street', 'county', 'department', 'city'] as const;
export type Level = (typeof levels)[number];

const say = (problem: InputProblem) => problem;
const matching = (max: number, pattern: RegExp) =>
  optionalLine(max).refine((text) => text === '' || pattern.test(text), say('malformed'));

/** How citizens reach the disclosure office of Article 4. */
const contact = z.object({
  address: optionalLine(100).default(''),
  postcode: matching(6, /^\d{6}$/).default(''),
  phone: matching(40, /^[\d\-+（）() 转]{5,40}$/).default(''),
  fax: matching(40, /^[\d\-+（）() 转]{5,40}$/).default(''),
  email: matching(100, /^[^\s@]+@[^\s@]+\.[^\s@]+$/).default(''),
  hours: optionalLine(100).default(''),
});

/** What the labels and the footer of a government page must say; for a township, values of the county's portal. */
const site = z.object({
  /** SiteName: full name of the site, 嵩县人民政府. Empty: the organisation's own name. */
  name: optionalLine(60).default(''),
  /** SiteDomain, without https://. */
  domain: matching(100, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/).default(''),
  /** 网站标识码: ten digits. */
  idCode: matching(10, /^\d{10}$/).default(''),
  icp: optionalLine(40).default(''),
  /** 公安机关备案号 */
  publicSecurity: optionalLine(40).default(''),
  /** 主办单位 */
  host: optionalLine(60).default(''),
  hostPhone: matching(40, /^[\d\-+（）() 转]{5,40}$/).default(''),
  /** Addresses of 党政机关网站标识 and 我为政府网站找错, of the portal's home page and its site map. */
  emblemUrl: webAddress(),
  faultsUrl: webAddress(),
  portalUrl: webAddress(),
  siteMapUrl: webAddress(),
  /** ColumnName of the list of reports. */
  reportColumn: optionalLine(40)
    .transform((text) => text || '政府信息公开年报')
    .default('政府信息公开年报'),
  /** On which terms the data may be used again, in the office's own words. */
  dataTerms: optionalLine(300).default(''),
});

/** What the personal data finder lets pass, and how much of a number a mask leaves. */
const gate = z.object({
  /** Telephones and addresses of offices and public duties, parted by commas. */
  allow: optionalLine(2_000).default(''),
  maskFirst: z.enum(['0', '1', '2', '3', '4', '5', '6']).default('4'),
  maskLast: z.enum(['0', '1', '2', '3', '4']).default('4'),
});

/** The register of requests: how the office reads the law where it is open, and how long it keeps who asked. */
const requests = z.object({
  readings: readings.prefault({}),
  /** First year whose tables the register counts, even where nobody asked; null: from the year of its first request. */
  registerSince: z.int().min(2008).max(2099).nullable().default(null),
  /** Years after archiving (dossiers of ten years are the custom), and what comes then. */
  retentionYears: z.int().min(1).max(100).default(10),
  afterRetention: z.enum(['erase', 'keep']).default('keep'),
});

/** How letters to applicants are numbered and worded, and where they can be contested. */
const letters = z.object({
  /** 机关代字 before the number of a letter: 德政. Empty: the short name of the organisation. */
  prefix: matching(20, /^[\p{Script=Han}A-Za-z]+$/u).default(''),
  /** Who decides on reconsideration (行政复议法 Article 24); empty: the organisation above. */
  reconsiderationOrgan: optionalLine(60).default(''),
  /** The court of first instance; empty: 有管辖权的人民法院. */
  court: optionalLine(60).default(''),
  /** The office's own words by kind of letter, where the law leaves them. */
  wording: z.record(z.string(), letterManner).default({}),
});

const monthAndDay = z
  .string()
  .regex(/^\d{2}-\d{2}$/, say('not_a_day'))
  .refine((text) => text !== '02-29' && isDay(`2001-${text}`), say('not_a_day'));

export const organisationSettings = z.object({
  contact: contact.prefault({}),
  site: site.prefault({}),
  /** Month and day of the following year by which the report is to be public. 31 January is the custom; the county sets it. */
  reportDeadline: monthAndDay.default('01-31'),
  /** The office's own earlier day; null: the last working day up to the deadline. */
  internalDeadline: monthAndDay.nullable().default(null),
  index: indexPattern.prefault({}),
  gate: gate.prefault({}),
  requests: requests.prefault({}),
  letters: letters.prefault({}),
});
export type OrganisationSettings = z.infer<typeof organisationSettings>;

/** What all settings say alike of the website that they stand on: what only some say is nobody's there. */
export function commonSite(all: readonly OrganisationSettings[]): OrganisationSettings {
  const [first, ...others] = all;
  if (!first) return organisationSettings.parse({});
  const agreed = Object.entries(first.site).filter(([name, value]) =>
    others.every(({ site }) => Object.entries(site).some(([same, its]) => same === name && its === value)),
  );
  return organisationSettings.parse({ site: Object.fromEntries(agreed) });
}

/** When the report of a year falls due for an organisation, and what its office aims for. */
export function reportDeadlineOf(year: number, settings: OrganisationSettings, known = calendar) {
  const deadline = deadlineOf(year, settings.reportDeadline, known);
  const own = settings.internalDeadline && (`${year + 1}-${settings.internalDeadline}` as Day);
  return own && own < deadline.aim ? { ...deadline, aim: own } : deadline;
}

/** What of the office itself is no personal data. */
export const allowListOf = ({
  contact: { phone, fax, email },
  site: { hostPhone },
  gate: { allow },
}: OrganisationSettings) =>
  [phone, fax, email, hostPhone, ...allow.split(/[、，,；;]/)].map((text) => text.trim()).filter((text) => text !== '');

/** How many digits of a number stay readable at its ends. */
export const maskStyleOf = ({ gate: { maskFirst, maskLast } }: OrganisationSettings) => {
  return { first: Number(maskFirst), last: Number(maskLast) };
};

function webAddress() {
  return optionalLine(200)
    .refine((text) => text === '' || /^https?:\/\/[^\s"'<>]+$/.test(text), say('malformed'))
    .default('');
}
