import type { Article } from '@/lib/domain/requests/articles';
import type { RequestEvent, RequestEventKind } from '@/lib/domain/requests/events';
import type { DenialGround, Letter, LetterKind, Withheld } from '@/lib/domain/requests/letters';
import type { Contest } from '@/lib/domain/requests/remedies';
import { type ReplyKind, type ResultRow, rowByReply } from '@/lib/domain/requests/results';

/** What the law makes of a kind of letter. */
export type LetterRule = {
  /** The articles that the letter quotes; none where the letter itself names what it rests on. */
  articles: readonly Article[];
  /** What can be contested about it. */
  contest: Contest;
  /** The one row of table three in which the request counts once it is sent; null on the way. */
  row: ResultRow | null;
  /** What is entered into the register with it; null where nothing is. */
  event: RequestEventKind | null;
  /** Which numbers it takes: 告知书 are numbered by series and year. */
  series: 'reply' | 'end' | 'correction' | 'consultation' | 'extension' | 'reasons' | 'fee';
};

const groundArticles: Record<DenialGround, Article> = {
  state_secret: 'gid_14',
  law_prohibited: 'gid_14',
  safety_stability: 'gid_14',
  third_party_rights: 'gid_15',
  internal_affairs: 'gid_16_1',
  process_info: 'gid_16_2',
  enforcement_file: 'gid_16_2',
};

const answer = (reply: ReplyKind, contest: Contest, ...articles: Article[]): LetterRule => ({
  ...{ articles, contest, row: rowByReply[reply], event: 'replied', series: 'reply' },
});
const refusal = (ground: DenialGround): LetterRule => answer(ground, 'refusal', 'gid_36_3', groundArticles[ground]);
const step = (event: RequestEventKind | null, series: LetterRule['series'], ...articles: Article[]): LetterRule => ({
  ...{ articles, contest: 'none', row: null, event, series },
});

export const letterRules: Record<LetterKind, LetterRule> = {
  already_public: answer('already_public', 'answer', 'gid_36_1'),
  granted: answer('granted', 'answer', 'gid_36_2'),
  partially_granted: answer('partially_granted', 'partial_refusal', 'gid_37'),
  state_secret: refusal('state_secret'),
  law_prohibited: refusal('law_prohibited'),
  safety_stability: refusal('safety_stability'),
  third_party_rights: answer('third_party_rights', 'refusal', 'gid_36_3', 'gid_15', 'gid_32'),
  internal_affairs: refusal('internal_affairs'),
  process_info: refusal('process_info'),
  enforcement_file: refusal('enforcement_file'),
  // Counted under 不予公开, but no refusal of Articles 14 to 16: other law gives the way to the information.
  admin_query: answer('admin_query', 'answer', 'gid_36_7'),
  not_existing: answer('not_existing', 'answer', 'gid_36_4'),
  not_responsible: answer('not_responsible', 'answer', 'gid_36_5'),
  needs_creation: answer('needs_creation', 'answer', 'gid_38'),
  still_unclear: answer('still_unclear', 'answer', 'gid_30'),
  petition_complaint: answer('petition_complaint', 'answer', 'gid_39_1'),
  repeat: answer('repeat', 'answer', 'gid_36_6'),
  publication: answer('publication', 'answer', 'gid_39_2'),
  excessive: answer('excessive', 'answer', 'gid_35'),
  reconfirm: answer('reconfirm', 'answer'),
  other: answer('other', 'answer'),
  correction_lapsed: {
    articles: ['gid_30'],
    contest: 'answer',
    row: 'other_no_correction',
    event: 'correction_lapsed',
    series: 'end',
  },
  fee_lapsed: {
    articles: ['gid_42', 'fee'],
    contest: 'answer',
    row: 'other_fee_unpaid',
    event: 'fee_lapsed',
    series: 'end',
  },
  withdrawn: { articles: [], contest: 'none', row: 'other_other', event: 'withdrawn', series: 'end' },
  correction_notice: step('correction_asked', 'correction', 'gid_30'),
  third_party_inquiry: step('third_party_consulted', 'consultation', 'gid_32'),
  joint_inquiry: step('other_body_consulted', 'consultation', 'gid_34'),
  consultation_notice: step(null, 'consultation', 'gid_33_3'),
  // The third party is bound by it and may contest it either way.
  third_party_disclosure: { articles: ['gid_32'], contest: 'answer', row: null, event: null, series: 'consultation' },
  extension_notice: step('extended', 'extension', 'gid_33_2'),
  reasons_notice: step(null, 'reasons', 'gid_35'),
  deferral_notice: step('deferred', 'extension', 'gid_35'),
  // The fee alone cannot be contested, only the later end for want of payment.
  fee_notice: step('fee_noticed', 'fee', 'gid_42', 'fee'),
};

/** The articles that a letter quotes, or a part of one that is withheld. */
export const articlesOfLetter = (said: Letter | Withheld): readonly Article[] =>
  'ground' in said ? [groundArticles[said.ground]] : letterRules[said.kind].articles;

/** Letters that hand information over: what they disclose is examined for secrets first (Article 17). */
export const isDisclosing = (kind: LetterKind) =>
  kind === 'granted' || kind === 'partially_granted' || kind === 'third_party_disclosure';

/** What is entered into the register when a letter goes out; null for a letter that changes nothing. */
export function eventOfLetter(letter: Letter, id: string): RequestEvent | null {
  const common = { id, on: letter.on };
  switch (letter.kind) {
    case 'correction_lapsed':
    case 'fee_lapsed':
      return { ...common, kind: letter.kind };
    case 'withdrawn':
      return { id, on: letter.withdrawnOn, kind: 'withdrawn' };
    case 'correction_notice':
      return { ...common, kind: 'correction_asked', respondBy: letter.respondBy };
    case 'third_party_inquiry':
      return { ...common, kind: 'third_party_consulted', party: '' };
    case 'joint_inquiry':
      return { ...common, kind: 'other_body_consulted', body: letter.addressee, joint: true };
    case 'extension_notice': {
      const { workingDays, consentedOn, consentBy } = letter;
      return { ...common, kind: 'extended', workingDays, consentedOn, consentBy };
    }
    case 'deferral_notice':
      return { ...common, kind: 'deferred', until: letter.until };
    case 'fee_notice': {
      const { method, amount, quantity } = letter;
      return { ...common, kind: 'fee_noticed', method, amount, ...(method === 'items' && { items: quantity }) };
    }
    case 'consultation_notice':
    case 'third_party_disclosure':
    case 'reasons_notice':
      return null;
    default:
      return { ...common, kind: 'replied', row: rowByReply[letter.kind], reply: letter.kind };
  }
}
