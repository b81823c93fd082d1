import { z } from 'zod';
import { type Day, isDay, yearOf } from '@/lib/domain/calendar/day';
import { firstYear, lastYear } from '@/lib/domain/calendar/day-line';
import { line, optionalLine, words } from '@/lib/domain/input';
import type { InputProblem } from '@/lib/domain/issue';
import { isIdentityNumber } from '@/lib/domain/personal-data/identity-number';
import { isCreditCode } from '@/lib/domain/requests/credit-code';
import { channels } from '@/lib/domain/requests/events';
import { type ApplicantKind, applicantKinds } from '@/lib/domain/requests/statistics';

/**
 * What proves who asks (Article 29). `identity_card` also stands for residence permits and the card of permanent residents:
 * their numbers are made by the same standard. `missing`: not brought, to be asked for as a correction.
 */
export const identityKinds = [
  'identity_card',
  'passport',
  'hk_macao_permit',
  'taiwan_permit',
  'officer_card',
  'credit_code',
  'other',
  'missing',
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** What a person, and what an organisation can show. */
export const identityKindsFor = (applicant: ApplicantKind): readonly IdentityKind[] =>
  identityKinds.filter((kind) => ofAll.includes(kind) || (kind === 'credit_code') !== (applicant === 'natural_person'));

const ofAll: readonly IdentityKind[] = ['other', 'missing'];

/** In which form the information is wanted (Article 40), and by which way. */
export const wantedForms = ['paper', 'electronic', 'disc', 'inspection', 'copying'] as const;
export type WantedForm = (typeof wantedForms)[number];
export const wantedWays = ['post', 'email', 'online', 'fax', 'collected', 'on_the_spot'] as const;
export type WantedWay = (typeof wantedWays)[number];

/** What a file of a request is. */
export const requestFileKinds = ['application', 'identity', 'proof', 'other'] as const;
export type RequestFileKind = (typeof requestFileKinds)[number];

const say = (problem: InputProblem) => problem;
const choice = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: ({ input }) => say(input === undefined || input === '' ? 'required' : 'unknown_choice') });
const shaped = (max: number, pattern: RegExp) =>
  optionalLine(max)
    .refine((text) => text === '' || pattern.test(text), say('malformed'))
    .default('');

/** Full-width digits and letters, blanks and dashes of a number as it is typed: gone. Letters large. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\-－—]/g, '')
    .toUpperCase();

const telephone = shaped(40, /^[\d\-+（）() 转,，、]{5,40}$/);

const arrivalDay = z
  .string({ error: () => say('required') })
  .refine((text): text is Day => isDay(text) && inCalendar(text), say('not_a_day'));
const inCalendar = (day: Day) => firstYear < yearOf(day) && yearOf(day) < lastYear;

/** Who asks and how they are reached: what is sealed, beside the name. */
const applicantFields = {
  identityKind: choice(identityKinds),
  identityNumber: optionalLine(60).overwrite(bare).default(''),
  /** Of an organisation. */
  legalRepresentative: optionalLine(60).default(''),
  contactPerson: optionalLine(60).default(''),
  /** Who acts for the applicant, by a letter of authority. */
  agent: optionalLine(60).default(''),
  address: optionalLine(200).default(''),
  postcode: shaped(6, /^\d{6}$/),
  telephone,
  fax: telephone,
  email: shaped(100, /^[^\s@]+@[^\s@]+\.[^\s@]+$/),
};

/** What is sealed of a request. Stored ones are parsed by it, so that a field may come, and none may change its meaning. */
export const applicantData = z.object(applicantFields);
export type ApplicantData = z.infer<typeof applicantData>;
export const applicantFieldNames = Object.keys(applicantFields) as readonly (keyof ApplicantData)[]; // the keys of the shape

/**
 * A disclosure request as Article 29 wants it: who asks, proof of identity, how to be reached; what is asked for; in which
 * form and by which way. No purpose is asked. `oralConfirmed`: the office has filled it in for someone who could not write,
 * and they have confirmed it.
 */
export const requestFields = z.object({
  applicantKind: choice(applicantKinds),
  name: line(100),
  ...applicantFields,
  asked: words(5_000).min(1, say('required')),
  form: choice(wantedForms),
  delivery: choice(wantedWays),
  channel: choice(channels),
  arrivedOn: arrivalDay,
  place: optionalLine(100).default(''),
  oralConfirmed: z.preprocess((value) => value === true || value === 'on' || value === 'yes', z.boolean()),
});

/** The same, with what the fields ask of each other. */
export const requestForm = requestFields.superRefine((form, context) => {
  for (const [field, problem] of contradictionsIn(form))
    context.addIssue({ code: 'custom', path: [field], message: problem });
});
export type RequestForm = z.infer<typeof requestForm>;

type Fault = [field: keyof RequestForm, problem: InputProblem];
type Form = ApplicantData & {
  applicantKind: ApplicantKind;
  delivery: WantedWay;
  channel: string;
  oralConfirmed: boolean;
};

/** What the fields ask of each other: a proof that fits the applicant, and one way at least to reach them. */
export function contradictionsIn(form: Form): Fault[] {
  const faults: Fault[] = [...identityFaults(form)];
  const { address, telephone: phone, fax, email, delivery } = form;
  const wanted = { post: ['address', address], email: ['email', email], fax: ['fax', fax] } as const;
  const needed = delivery === 'post' || delivery === 'email' || delivery === 'fax' ? wanted[delivery] : null;
  if (needed && needed[1] === '') faults.push([needed[0], say('required')]);
  else if ([address, phone, fax, email].every((text) => text === '')) faults.push(['telephone', say('required')]);
  if (form.channel === 'oral' && !form.oralConfirmed) faults.push(['oralConfirmed', say('required')]);
  return faults;
}

function identityFaults({ applicantKind, identityKind, identityNumber }: Form): Fault[] {
  if (!identityKindsFor(applicantKind).includes(identityKind)) return [['identityKind', say('unknown_choice')]];
  if (identityKind === 'missing') return identityNumber === '' ? [] : [['identityKind', say('unknown_choice')]];
  if (identityNumber === '') return [['identityNumber', say('required')]];
  const right =
    identityKind === 'identity_card'
      ? isIdentityNumber(identityNumber)
      : identityKind !== 'credit_code' || isCreditCode(identityNumber);
  return right ? [] : [['identityNumber', say('malformed')]];
}

/**
 * By what one applicant is told from another: the number of their identity, or name and telephone where it is not known.
 * Never stored as it is. Null where nothing tells.
 */
export function applicantMark(name: string, { identityNumber, telephone: phone, fax }: ApplicantData): string | null {
  if (identityNumber !== '') return `id:${identityNumber}`;
  const reached = bare(phone || fax).replace(/\D/g, '');
  return reached === '' ? null : `who:${bare(name)}:${reached}`;
}
