import { z } from 'zod';
import { line, optionalLine, words } from '@/lib/domain/input';
import { feeMethods, requestDay } from '@/lib/domain/requests/events';

// The letters of a request as guided forms: each kind with the facts that it must state. What is asked for is what the
// law makes the letter say; a fact that is missing is refused by the schema, a fact that contradicts by `letterFaults`.

const reason = words(2_000).min(1, 'required');
const count = z.int().min(1).max(100_000);

/** The grounds of Articles 14 to 16, each with what it must state. Rows of table three under 不予公开, but for 行政查询. */
const grounds = {
  state_secret: { reason },
  /** The law or administrative regulation that forbids it, with its article. */
  law_prohibited: { law: line(100), reason },
  safety_stability: { which: z.enum(['state', 'public', 'economic', 'social']), reason },
  third_party_rights: { interest: z.enum(['trade_secret', 'privacy', 'other']), reason },
  internal_affairs: { which: z.enum(['personnel', 'logistics', 'workflow']), reason },
  /** `mustBePublic` is asked because laws, regulations or rules may require disclosure (Article 16(2)). */
  process_info: {
    which: z.enum(['discussion', 'draft', 'negotiation', 'report']),
    mustBePublic: z.literal(false),
    reason,
  },
  enforcement_file: { case: line(200), mustBePublic: z.literal(false), reason },
} as const;

export const denialGrounds = [
  'state_secret',
  'law_prohibited',
  'safety_stability',
  'third_party_rights',
  'internal_affairs',
  'process_info',
  'enforcement_file',
] as const satisfies readonly (keyof typeof grounds)[];
export type DenialGround = (typeof denialGrounds)[number];

/** One part that is withheld (Article 37): what, and the ground with its facts. */
const withheld = z.discriminatedUnion(
  'ground',
  [
    z.strictObject({ ground: z.literal('state_secret'), what: line(300), ...grounds.state_secret }),
    z.strictObject({ ground: z.literal('law_prohibited'), what: line(300), ...grounds.law_prohibited }),
    z.strictObject({ ground: z.literal('safety_stability'), what: line(300), ...grounds.safety_stability }),
    z.strictObject({ ground: z.literal('third_party_rights'), what: line(300), ...grounds.third_party_rights }),
    z.strictObject({ ground: z.literal('internal_affairs'), what: line(300), ...grounds.internal_affairs }),
    z.strictObject({ ground: z.literal('process_info'), what: line(300), ...grounds.process_info }),
    z.strictObject({ ground: z.literal('enforcement_file'), what: line(300), ...grounds.enforcement_file }),
  ],
  'unknown_choice',
);
export type Withheld = z.infer<typeof withheld>;

/** How the information is handed over (Article 40), or where and when it can be had (Article 36(2)). */
const handing = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('enclosed'), form: z.enum(['paper', 'electronic', 'disc']) }),
  z.strictObject({ how: z.literal('on_site'), where: line(200), from: requestDay }),
]);
export type Handing = z.infer<typeof handing>;

/** Why a third party's reasoned objection gives way (Article 32); empty where nobody objects. */
const publicInterest = words(2_000).default('');

/** Of every letter: who gets it, when it is dated, what was asked and when the request was received. */
const common = { addressee: line(80), on: requestDay, asked: line(300), receivedOn: requestDay };

const letterOf = <Kind extends string, Facts extends z.ZodRawShape>(kind: Kind, facts: Facts) =>
  z.strictObject({ kind: z.literal(kind), ...common, ...facts });

export const letter = z.discriminatedUnion(
  'kind',
  [
    // Answers: they end the request and count in one row of table three.
    letterOf('already_public', { information: line(300), where: reason }),
    letterOf('granted', { information: line(300), handing, publicInterest }),
    letterOf('partially_granted', {
      ...{ information: line(300), handing, publicInterest },
      withheld: z.array(withheld).min(1, 'required').max(20, 'too_long'),
    }),
    letterOf('state_secret', grounds.state_secret),
    letterOf('law_prohibited', grounds.law_prohibited),
    letterOf('safety_stability', grounds.safety_stability),
    letterOf('third_party_rights', grounds.third_party_rights),
    letterOf('internal_affairs', grounds.internal_affairs),
    letterOf('process_info', grounds.process_info),
    letterOf('enforcement_file', grounds.enforcement_file),
    letterOf('admin_query', { records: line(100), law: line(100), where: reason }),
    /** Article 36(4): nothing is said not to exist before it has been looked for. */
    letterOf('not_existing', {
      search: z.strictObject({
        on: requestDay,
        by: line(80),
        places: z.array(line(100)).min(1, 'required').max(20, 'too_long'),
        means: reason,
      }),
    }),
    /** Article 36(5); the right organ is named where it can be told, else why it cannot. */
    letterOf('not_responsible', {
      reason,
      organ: z.discriminatedUnion('known', [
        z.strictObject({ known: z.literal(true), name: line(100), contact: line(200) }),
        z.strictObject({ known: z.literal(false) }),
      ]),
    }),
    letterOf('needs_creation', { reason }),
    letterOf('still_unclear', { askedOn: requestDay, correctedOn: requestDay, unclear: reason }),
    letterOf('petition_complaint', {
      what: z.enum(['petition', 'complaint', 'report']),
      channel: optionalLine(300).default(''),
    }),
    letterOf('repeat', { earlierNumber: line(80), earlierOn: requestDay }),
    letterOf('publication', { publication: line(200), where: reason }),
    letterOf('excessive', {
      requests: count.min(2),
      since: requestDay,
      reasonsAskedOn: requestDay,
      reasonsGiven: words(2_000).default(''),
      reason,
    }),
    // Practice and not the regulations: the letter names what it rests on.
    letterOf('reconfirm', { obtained: line(200), obtainedOn: requestDay, basis: line(200) }),
    letterOf('other', { reason, basis: line(200) }),

    // The end of a request that the applicant has let lapse or taken back.
    letterOf('correction_lapsed', { askedOn: requestDay, respondBy: requestDay }),
    letterOf('fee_lapsed', { noticedOn: requestDay, amount: count, dueOn: requestDay }),
    letterOf('withdrawn', { withdrawnOn: requestDay }),

    // Steps on the way.
    letterOf('correction_notice', {
      points: z.array(reason).min(1, 'required').max(20, 'too_long'),
      respondBy: requestDay,
    }),
    letterOf('third_party_inquiry', { information: line(300) }),
    letterOf('joint_inquiry', { document: line(300) }),
    letterOf('consultation_notice', { whom: z.enum(['third_party', 'other_body']), sentOn: requestDay }),
    /** Article 32: to the third party, what is disclosed against its objection, and why. */
    letterOf('third_party_disclosure', { information: line(300), publicInterest: reason }),
    letterOf('extension_notice', {
      workingDays: z.int().min(1).max(20),
      reason,
      consentBy: line(40),
      consentedOn: requestDay,
      dueOn: requestDay,
    }),
    letterOf('reasons_notice', { requests: count.min(2), since: requestDay, respondBy: requestDay }),
    letterOf('deferral_notice', { reason, until: requestDay }),
    /** `quantity`: items of this request or A4 pages; `before`: items of the same applicant in the same month. */
    letterOf('fee_notice', {
      method: z.enum(feeMethods),
      quantity: count,
      before: z.int().min(0).max(100_000).default(0),
      amount: count,
      dueOn: requestDay,
      payment: reason,
    }),
  ],
  'unknown_choice',
);
export type Letter = z.infer<typeof letter>;
export type LetterKind = Letter['kind'];
export type LetterOf<Kind extends LetterKind> = Extract<Letter, { kind: Kind }>;

export const letterKinds: readonly LetterKind[] = letter.options.map(({ shape }) => shape.kind.value);
