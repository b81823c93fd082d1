import { blankGuide, type GuideDraft } from '@/lib/domain/guide/content';
import type { Level, OrganisationSettings } from '@/lib/domain/organisation';

type Circumstances = {
  organisation: { name: string; level: Level; officeName: string };
  /** The government above it; null where the system knows none. */
  parent: { name: string } | null;
  settings: OrganisationSettings;
};

/**
 * What a guide begins with: what the settings know, and a text that is true to 《中华人民共和国政府信息公开条例》 (2019). A text of
 * the office's own from then on, as the labels of a report's format are those of the notice that laid it down.
 */
export function defaultGuide({ organisation, parent, settings }: Circumstances): GuideDraft {
  const { name, officeName, level } = organisation;
  const { contact, site, requests } = settings;
  const above = parent?.name ?? '';
  const fill = (lines: readonly string[]) =>
    lines
      .map((line) =>
        line
          .replaceAll('{name}', name)
          .replaceAll('{office}', officeName)
          .replaceAll('{reviewer}', above || '上一级人民政府')
          .replaceAll('{supervisor}', above ? `${above}办公室` : '政府信息公开工作主管部门')
          .replaceAll('{years}', String(requests.retentionYears)),
      )
      .join('\n');
  const letter = [contact.address, officeName].filter(Boolean).join('，');
  return {
    ...blankGuide(),
    office: officeName,
    address: contact.address,
    postcode: contact.postcode,
    hours: contact.hours,
    phone: contact.phone,
    fax: contact.fax,
    email: contact.email,
    website: site.domain,
    reviewer: above,
    supervisor: above && `${above}办公室`,
    in_person: letter,
    post: [letter, contact.postcode && `邮编${contact.postcode}`].filter(Boolean).join('，'),
    online: contact.email && `电子邮箱${contact.email}`,
    by_fax: contact.fax,
    oral: letter && `${letter}，由工作人员代为填写申请表`,
    duties: fill(duties),
    arrangement: fill(arrangement),
    scope: fill(level === 'township' ? [...scope, township, withheld] : [...scope, withheld]),
    ways: fill(ways),
    application: fill(application),
    handling: fill(handling),
    periods: fill(periods),
    flow: fill(flow),
    fees: fill([...fees, feePeriod[requests.readings.fee_period]]),
    remedies: fill(remedies),
    privacy: fill([...privacy, requests.afterRetention === 'erase' ? erased : kept]),
  };
}

const duties = [
  '{office}是{name}的政府信息公开工作机构，负责政府信息公开的日常工作，具体职能是：',
  '（一）办理本机关的政府信息公开事宜；',
  '（二）维护和更新本机关公开的政府信息；',
  '（三）组织编制本机关的政府信息公开指南、政府信息公开目录和政府信息公开工作年度报告；',
  '（四）组织开展对拟公开政府信息的审查；',
  '（五）本机关规定的与政府信息公开有关的其他职能。',
];

const arrangement = [
  '本机关主动公开的政府信息编入政府信息公开目录。目录包括政府信息的索引、名称、内容概述、生成日期等内容，每条信息的索引号不变。',
  '目录按照《中华人民共和国政府信息公开条例》规定的主动公开事项分类，本机关可以另设类别。可以按目录、年份查阅，也可以检索。',
];

const scope = [
  '本机关主动公开涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的政府信息，主要是《中华人民共和国政府信息公开条例》第二十条规定的、属于本机关职责范围的事项。',
];
const township =
  '本机关还根据本地方的具体情况，主动公开贯彻落实农业农村政策、农田水利工程建设运营、农村土地承包经营权流转、宅基地使用情况审核、土地征收、房屋征收、筹资筹劳、社会救助等方面的政府信息。';
const withheld = '依照《中华人民共和国政府信息公开条例》第十四条至第十六条不予公开的政府信息除外。';

const ways = [
  '主动公开的政府信息在本平台公开，可以检索、查阅、下载；需要公众及时知晓的，同时在信息公告栏张贴。',
  '主动公开的政府信息，自形成或者变更之日起20个工作日内公开。法律、法规对公开的期限另有规定的，从其规定。',
  '不方便上网的，可以在办公时间到{office}查阅。',
];

const application = [
  '除主动公开的政府信息外，公民、法人或者其他组织可以向本机关申请获取相关政府信息，不需要说明用途。',
  '申请采用书面形式，包括信件、数据电文形式。可以使用《政府信息公开申请表》，也可以自己书写。申请应当包括下列内容：',
  '（一）申请人的姓名或者名称、身份证明、联系方式；',
  '（二）申请公开的政府信息的名称、文号或者便于查询的其他特征性描述；',
  '（三）申请公开的政府信息的形式要求，包括获取信息的方式、途径。',
  '采用书面形式确有困难的，可以口头提出，由{office}代为填写。',
  '公民申请的，带身份证件或者附复印件；法人或者其他组织申请的，附登记证书复印件；委托他人办理的，附授权委托书和受托人的身份证明。',
  '阅读有困难或者视听有障碍的，工作人员提供必要的帮助。',
];

const handling = [
  '收到申请的时间：当面提交的，为提交之日；邮寄的，为签收之日，平常信函等不用签收的，为收到当日与申请人确认之日；通过互联网渠道或者传真提交的，为双方确认之日。',
  '申请内容不明确的，自收到申请之日起7个工作日内一次性告知需要补正的事项和合理的补正期限，答复期限自收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，不再处理。',
  '公开会损害第三方合法权益的，书面征求第三方的意见。第三方自收到征求意见书之日起15个工作日内提出意见；逾期未提出的，由本机关依照《中华人民共和国政府信息公开条例》的规定决定是否公开。',
  '本机关根据《中华人民共和国政府信息公开条例》第三十六条的规定分别答复。信息中有不应当公开的内容、但是能够作区分处理的，提供可以公开的内容，并对不予公开的内容说明理由。',
];

const periods = [
  '能够当场答复的，当场予以答复；不能当场答复的，自收到申请之日起20个工作日内予以答复。',
  '需要延长答复期限的，经{office}负责人同意并告知申请人，延长的期限最长不得超过20个工作日。',
  '征求第三方和其他机关意见所需时间，不计算在答复期限内。',
];

const flow = [
  '提出申请：填写申请表，当面、邮寄、网络、传真或者口头提出。',
  '登记：登记申请，确定收到申请的日期。',
  '－补正：内容不明确的，7个工作日内一次性告知补正；收到补正后重新计算答复期限。',
  '审核办理：查找信息，审查能不能公开。',
  '－征求意见：涉及第三方合法权益的，书面征求意见，所需时间不计入答复期限。',
  '－收费：申请的数量、频次明显超过合理范围的，告知收取信息处理费。',
  '－延长期限：经负责人同意并告知申请人，最长延长20个工作日。',
  '答复：自收到申请之日起20个工作日内书面答复。',
  '送达：按申请人要求的方式送达并归档。',
  '－不服答复：依法申请行政复议或者提起行政诉讼。',
];

const fees = [
  '本机关依申请提供政府信息，不收取费用。',
  '申请的数量、频次明显超过合理范围的，按照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）收取信息处理费，按件或者按量计收，同一申请不同时按两种标准收取。',
];
const feePeriod = {
  working_days_20: '自收到收费通知之日起20个工作日内缴费；逾期未缴费的，视为放弃申请，不再处理。',
  calendar_days_30: '自收到收费通知之日起30日内缴费；逾期未缴费的，视为放弃申请，不再处理。',
};

const remedies = [
  '对本机关不予公开政府信息的决定不服的，应当先自知道或者应当知道该决定之日起60日内向{reviewer}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向人民法院提起行政诉讼。',
  '对本机关其他政府信息公开行为不服的，可以自知道或者应当知道该行为之日起60日内向{reviewer}申请行政复议，也可以自知道或者应当知道之日起6个月内直接向人民法院提起行政诉讼。',
  '认为本机关没有按照要求主动公开政府信息，或者没有依法答复申请的，可以向{supervisor}提出；认为本机关在政府信息公开工作中侵犯合法权益的，可以向{reviewer}或者{supervisor}投诉、举报。',
];

const privacy = [
  '收集本表中的个人信息，是为了依法办理您的政府信息公开申请（《中华人民共和国政府信息公开条例》第二十九条）。处理者是{name}，由{office}办理。',
  '姓名、身份证明用于核对申请人，联系方式用于联系和送达。表中的信息加密保存，只供办理人员使用，不对外公开；法律、行政法规另有规定的除外。',
  '您可以向{office}查阅、复制、更正自己的个人信息。',
];
const kept = '办结后按照档案管理规定保存{years}年，期满鉴定后依法处理。';
const erased = '办结后保存{years}年，期满删除。';
