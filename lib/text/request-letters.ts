import type { LetterPart } from '@/lib/domain/requests/letter-content';
import { filledIn, type LetterManner, type Placeholder } from '@/lib/domain/requests/letter-manner';
import { letterRules } from '@/lib/domain/requests/letter-rules';
import type { Letter, LetterKind } from '@/lib/domain/requests/letters';
import { remedyOf, remedyPeriods } from '@/lib/domain/requests/remedies';
import { dayInProse } from '@/lib/text/days';
import { articleName } from '@/lib/text/request-articles';
import { bodyOf } from '@/lib/text/request-letter-bodies';

/** Whose letter it is, and where one may contest it. */
export type LetterOffice = {
  /** 德亭镇人民政府 */
  name: string;
  officeName: string;
  address: string;
  phone: string;
  /** For a township the county government (行政复议法 Article 24). */
  reconsiderationOrgan: string;
  /** The court of first instance; empty: 有管辖权的人民法院. */
  court: string;
};

/** What a letter is called. */
export const letterTitles: Record<LetterKind, string> = {
  already_public: '政府信息公开告知书',
  granted: '政府信息公开告知书',
  partially_granted: '政府信息部分公开告知书',
  state_secret: '政府信息不予公开告知书',
  law_prohibited: '政府信息不予公开告知书',
  safety_stability: '政府信息不予公开告知书',
  third_party_rights: '政府信息不予公开告知书',
  internal_affairs: '政府信息不予公开告知书',
  process_info: '政府信息不予公开告知书',
  enforcement_file: '政府信息不予公开告知书',
  admin_query: '行政查询事项告知书',
  not_existing: '政府信息不存在告知书',
  not_responsible: '非本机关负责公开政府信息告知书',
  needs_creation: '政府信息无法提供告知书',
  still_unclear: '政府信息无法提供告知书',
  petition_complaint: '政府信息公开申请不予处理告知书',
  repeat: '政府信息公开申请不予重复处理告知书',
  publication: '政府信息公开申请不予处理告知书',
  excessive: '政府信息公开申请不予处理告知书',
  reconfirm: '政府信息公开申请不予处理告知书',
  other: '政府信息公开申请处理告知书',
  correction_lapsed: '政府信息公开申请不再处理告知书',
  fee_lapsed: '政府信息公开申请不再处理告知书',
  withdrawn: '撤回政府信息公开申请确认书',
  correction_notice: '政府信息公开申请补正告知书',
  third_party_inquiry: '政府信息公开征求第三方意见书',
  joint_inquiry: '政府信息公开征求意见书',
  consultation_notice: '征求意见告知书',
  third_party_disclosure: '政府信息公开告知书（致第三方）',
  extension_notice: '政府信息公开延期答复告知书',
  reasons_notice: '说明理由告知书',
  deferral_notice: '政府信息公开延迟答复告知书',
  fee_notice: '政府信息公开信息处理费收费通知书',
};

/**
 * The paragraphs of a letter between its addressee and its signature, in order. Of the office's own words each line is a
 * paragraph; where it has none the usual ones stand, and no explanation.
 */
export function replyWording(letter: Letter, office: LetterOffice, manner: Partial<LetterManner> = {}): LetterPart[] {
  const { finding, ...more } = bodyOf(letter);
  const remedy = remedyWords(letter, office);
  const own = (id: 'opening' | 'explanation' | 'closing', usual: string): LetterPart[] =>
    filledIn(manner[id] || usual, fillers(letter, office)).map((text) => ({ id, text, mandatory: false }));
  const said = (id: LetterPart['id'], text: string | undefined): LetterPart[] =>
    (text ?? '')
      .split('\n')
      .flatMap((line) => (line.trim() === '' ? [] : [{ id, text: line.trim(), mandatory: true }]));
  return [
    ...own('opening', openingOf(letter)),
    ...said('finding', finding),
    ...(more.details ?? []).flatMap((text) => said('detail', text)),
    ...said('handing', more.handing),
    ...(more.withheld ?? []).flatMap((text) => said('withheld', text)),
    ...own('explanation', ''),
    ...said('remedy', remedy),
    { id: 'contact', text: contactOf(office), mandatory: true },
    ...own('closing', usualClosing),
  ];
}

const fillers = ({ asked, receivedOn }: Letter, office: LetterOffice): Record<Placeholder, string> => {
  const { officeName, address, phone } = office;
  return { asked, receivedOn: dayInProse(receivedOn), officeName, address, phone, office: office.name };
};

/** The remedy paragraph of a letter of its day; empty where it is only a step on the way. */
export function remedyWords(letter: Letter, { reconsiderationOrgan, court }: LetterOffice): string {
  const { reconsiderationDays, suitMonths, suitAfterReconsiderationDays } = remedyPeriods;
  const at = court === '' ? '有管辖权的人民法院' : court;
  const first = `先自收到本告知书之日起${reconsiderationDays}日内向${reconsiderationOrgan}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起${suitAfterReconsiderationDays}日内向${at}提起行政诉讼`;
  const either = `可以自收到本告知书之日起${reconsiderationDays}日内向${reconsiderationOrgan}申请行政复议，或者自收到本告知书之日起${suitMonths}个月内向${at}提起行政诉讼`;
  switch (remedyOf(letterRules[letter.kind].contest, letter.on)) {
    case 'none':
      return '';
    case 'either':
      return `如对本告知书不服，${either}。`;
    case 'reconsideration_first':
      return `如对本告知书不服，应当依照${articleName('reconsideration_23')}的规定，${first}。`;
    case 'partial':
      return `如对不予公开的部分不服，应当依照${articleName('reconsideration_23')}的规定，${first}。如认为提供的信息与申请的内容不符，${either}。`;
  }
}

/** With what a letter begins and ends where the office has no words of its own. */
export const usualOpening = (kind: LetterKind): string =>
  kind === 'third_party_inquiry' || kind === 'third_party_disclosure' || kind === 'joint_inquiry'
    ? '{机关}于{收到日期}收到一件政府信息公开申请，申请公开“{申请内容}”。'
    : '{机关}于{收到日期}收到您提出的政府信息公开申请，申请公开“{申请内容}”。';
export const usualClosing = '特此告知。';

const openingOf = ({ kind }: Letter) => usualOpening(kind);

const contactOf = ({ officeName, address, phone }: LetterOffice) =>
  `${[`联系单位：${officeName}`, address && `地址：${address}`, phone && `电话：${phone}`].filter(Boolean).join('，')}。`;
