import { articlesOfLetter } from '@/lib/domain/requests/letter-rules';
import type { Handing, Letter, LetterOf } from '@/lib/domain/requests/letters';
import { dayInProse } from '@/lib/text/days';
import { articleName } from '@/lib/text/request-articles';
import { groundWords, sentence, withheldWords } from '@/lib/text/request-letter-grounds';

/** What a letter says: its finding, what explains it, how the information is handed over, what is withheld. */
export type Body = { finding: string; details?: string[]; handing?: string; withheld?: string[] };

/** 根据《……条例》第三十六条第（三）项、《……条例》第十四条的规定， */
const under = (letter: Letter) => {
  const articles = articlesOfLetter(letter).map(articleName);
  return `根据${articles.length === 0 && 'basis' in letter ? letter.basis : articles.join('、')}的规定，`;
};

/** What a letter of its kind has to say. One case a kind: longer than a function ought to be. */
export function bodyOf(letter: Letter): Body {
  const law = under(letter);
  switch (letter.kind) {
    case 'already_public':
      return {
        finding: `经查，您申请的“${letter.information}”已经主动公开。${law}现告知获取的方式、途径：${sentence(letter.where)}`,
      };
    case 'granted':
      return {
        finding: `经审查，${law}对您申请的“${letter.information}”予以公开。`,
        ...interest(letter),
        handing: handingWords(letter.handing),
      };
    case 'partially_granted':
      return {
        finding: `经审查，您申请的信息中含有不应当公开的内容，但是能够作区分处理。${law}对“${letter.information}”予以公开，其余部分不予公开。`,
        ...interest(letter),
        handing: handingWords(letter.handing),
        withheld: letter.withheld.map(withheldWords),
      };
    case 'state_secret':
      return refused(letter, groundWords.state_secret());
    case 'law_prohibited':
      return refused(letter, groundWords.law_prohibited(letter));
    case 'safety_stability':
      return refused(letter, groundWords.safety_stability(letter));
    case 'third_party_rights':
      return refused(letter, groundWords.third_party_rights(letter));
    case 'internal_affairs':
      return refused(letter, groundWords.internal_affairs(letter));
    case 'process_info':
      return refused(letter, groundWords.process_info(letter));
    case 'enforcement_file':
      return refused(letter, groundWords.enforcement_file(letter));
    case 'admin_query':
      return {
        finding: `您申请的信息属于${letter.records}，${letter.law}对信息的获取有特别规定。${law}请依照该规定办理。`,
        details: [`办理的方式、途径：${sentence(letter.where)}`],
      };
    case 'not_existing':
      return {
        finding: `经检索，没有找到您申请的政府信息。${law}现告知您该政府信息不存在。`,
        details: [searchWords(letter)],
      };
    case 'not_responsible':
      return {
        finding: `经审查，您申请的政府信息不属于本机关负责公开。理由：${sentence(letter.reason)}${law}现予告知。`,
        details: [organWords(letter)],
      };
    case 'needs_creation':
      return {
        finding: `经审查，本机关没有您申请的现成信息，提供该信息需要另行制作或者对现有信息加工、分析。${law}无法提供。`,
        details: [`理由：${sentence(letter.reason)}`],
      };
    case 'still_unclear':
      return {
        finding: `本机关于${dayInProse(letter.askedOn)}告知您补正申请，${dayInProse(letter.correctedOn)}收到您的补正。经审查，补正后申请内容仍不明确。${law}无法提供。`,
        details: [`仍不明确之处：${sentence(letter.unclear)}`],
      };
    case 'petition_complaint':
      return {
        finding: `经审查，您以政府信息公开申请的形式进行${complaints[letter.what]}。${law}不作为政府信息公开申请处理。`,
        details: letter.channel === '' ? [] : [`您可以通过以下渠道提出：${sentence(letter.channel)}`],
      };
    case 'repeat':
      return {
        finding: `经查，您曾就相同内容提出申请，本机关已于${dayInProse(letter.earlierOn)}以${letter.earlierNumber}答复。${law}不予重复处理。`,
      };
    case 'publication':
      return {
        finding: `您要求提供的“${letter.publication}”属于政府公报、报刊、书籍等公开出版物。${law}不予提供，现告知获取的途径：${sentence(letter.where)}`,
      };
    case 'excessive':
      return {
        finding: `自${dayInProse(letter.since)}以来，您共提出政府信息公开申请${letter.requests}件，数量、频次明显超过合理范围。本机关于${dayInProse(letter.reasonsAskedOn)}要求您说明理由，${letter.reasonsGiven === '' ? '您没有说明理由' : `您说明的理由是：${letter.reasonsGiven.replace(/。$/, '')}`}。经审查，申请理由不合理。${law}不予处理。`,
        details: [`认定的理由：${sentence(letter.reason)}`],
      };
    case 'reconfirm':
      return {
        finding: `经查，您已于${dayInProse(letter.obtainedOn)}取得“${letter.obtained}”，现要求本机关确认或者重新出具。${law}不予处理。`,
      };
    case 'other':
      return { finding: `经审查，${law}您的申请作如下处理：${sentence(letter.reason)}` };
    case 'correction_lapsed':
      return {
        finding: `本机关于${dayInProse(letter.askedOn)}告知您在${dayInProse(letter.respondBy)}前（含当日）补正申请。您无正当理由逾期没有补正，视为放弃申请。${law}不再处理该申请。`,
      };
    case 'fee_lapsed':
      return {
        finding: `本机关于${dayInProse(letter.noticedOn)}通知您在${dayInProse(letter.dueOn)}前（含当日）缴纳信息处理费${letter.amount}元。您逾期没有缴纳，视为放弃申请。${law}不再处理该申请。`,
      };
    case 'withdrawn':
      return { finding: `您于${dayInProse(letter.withdrawnOn)}撤回该申请，本机关予以确认，不再处理。` };
    case 'correction_notice':
      return {
        finding: `经审查，您的申请内容不明确。${law}请您在${dayInProse(letter.respondBy)}前（含当日）一次性补正以下内容。答复期限自收到补正的申请之日起计算；无正当理由逾期不补正的，视为放弃申请，本机关不再处理。`,
        details: letter.points.map((point, at) => `${at + 1}.${sentence(point)}`),
      };
    case 'third_party_inquiry':
      return {
        finding: `经审查，其中的“${letter.information}”涉及您的合法权益，公开可能造成损害。${law}现征求您的意见。请自收到本意见书之日起15个工作日内书面答复是否同意公开，不同意的请说明理由。逾期没有答复的，由本机关依照条例的规定决定是否公开。`,
      };
    case 'joint_inquiry':
      return {
        finding: `申请的信息涉及贵机关与本机关共同制作的“${letter.document}”。${law}现征求贵机关意见。请自收到本意见书之日起15个工作日内提出意见，逾期没有提出意见的视为同意公开。`,
      };
    case 'consultation_notice':
      return {
        finding: `您申请的信息需要征求${letter.whom === 'third_party' ? '第三方' : '其他机关'}意见，本机关已于${dayInProse(letter.sentOn)}发出征求意见书。${law}征求意见所需时间不计算在答复期限内。`,
      };
    case 'third_party_disclosure':
      return {
        finding: `经审查，本机关认为不公开“${letter.information}”可能对公共利益造成重大影响。${law}决定予以公开，现将决定公开的内容和理由告知您。`,
        details: [`理由：${sentence(letter.publicInterest)}`],
      };
    case 'extension_notice':
      return {
        finding: `因${letter.reason.replace(/。$/, '')}，不能在原期限内答复。${law}经政府信息公开工作机构负责人同意，答复期限延长${letter.workingDays}个工作日，最晚于${dayInProse(letter.dueOn)}答复。`,
      };
    case 'reasons_notice':
      return {
        finding: `自${dayInProse(letter.since)}以来，您共提出政府信息公开申请${letter.requests}件，数量、频次明显超过合理范围。${law}请您在${dayInProse(letter.respondBy)}前（含当日）说明理由。理由不合理的，本机关不予处理。`,
      };
    case 'deferral_notice':
      return {
        finding: `您提出申请的数量、频次明显超过合理范围，申请理由合理，但是不能在规定的期限内答复。${law}延迟至${dayInProse(letter.until)}前（含当日）答复。`,
        details: [`理由：${sentence(letter.reason)}`],
      };
    case 'fee_notice':
      return { finding: feeWords(letter, law), details: [`缴纳方式：${sentence(letter.payment)}`] };
  }
}

const refused = (letter: Letter & { reason: string }, ground: string): Body => ({
  finding: `经审查，${ground}。${under(letter)}决定不予公开。`,
  details: [`理由：${sentence(letter.reason)}`],
});

const interest = ({ publicInterest }: LetterOf<'granted' | 'partially_granted'>): Pick<Body, 'details'> =>
  publicInterest === ''
    ? {}
    : { details: [`第三方不同意公开，本机关认为不公开会对公共利益造成重大影响：${sentence(publicInterest)}`] };

const forms = { paper: '纸质', electronic: '电子', disc: '光盘' } as const;

const handingWords = (handing: Handing) =>
  handing.how === 'enclosed'
    ? `上述信息以${forms[handing.form]}形式提供，随本告知书附送。`
    : `请自${dayInProse(handing.from)}起到${handing.where}查阅、抄录或者领取。`;

const searchWords = ({ search }: LetterOf<'not_existing'>) =>
  `检索情况：${dayInProse(search.on)}，由${search.by}在${search.places.join('、')}检索，检索方法为：${sentence(search.means)}`;

const organWords = ({ organ }: LetterOf<'not_responsible'>) =>
  organ.known
    ? `负责公开该信息的行政机关为${organ.name}，联系方式：${sentence(organ.contact)}`
    : '负责公开该信息的行政机关，本机关不能确定。';

function feeWords({ method, quantity, before, amount, dueOn }: LetterOf<'fee_notice'>, law: string): string {
  const what =
    method === 'pages' ? `按量计收，共${quantity}页` : `按件计收，本件${quantity}件，当月此前已有${before}件`;
  return `您申请公开政府信息的数量、频次明显超过合理范围。${law}决定收取信息处理费，${what}，应缴${amount}元。请在${dayInProse(dueOn)}前（含当日）缴纳，答复期限自缴费的次日起重新计算；逾期没有缴纳的，视为放弃申请，本机关不再处理。`;
}

const complaints = { petition: '信访', complaint: '投诉', report: '举报' } as const;
