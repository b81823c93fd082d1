import { article26, type PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';

export type StatutoryNode = {
  kind: 'article_20' | 'article_21';
  code: string;
  /** Short name in lists. */
  label: string;
  /** The words of the law. */
  wording: string;
  basis: string;
  period: PublishingPeriod;
};

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];

// 豫政办〔2015〕101号: budgets and final accounts within 20 days after their approval, counted in calendar days.
const afterApproval: PublishingPeriod = { days: 20, unit: 'calendar_day' };

/** The fifteen heads of Article 20, label and wording; the seventh has a period of its own. */
const article20: readonly [label: string, wording: string, period?: PublishingPeriod][] = [
  ['规范性文件', '行政法规、规章和规范性文件'],
  ['机关职能与机构', '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名'],
  ['规划', '国民经济和社会发展规划、专项规划、区域规划及相关政策'],
  ['统计信息', '国民经济和社会发展统计信息'],
  ['行政许可和管理服务', '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果'],
  ['行政处罚和行政强制', '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定'],
  ['财政预算决算', '财政预算、决算信息', afterApproval],
  ['行政事业性收费', '行政事业性收费项目及其依据、标准'],
  ['政府集中采购', '政府集中采购项目的目录、标准及实施情况'],
  ['重大建设项目', '重大建设项目的批准和实施情况'],
  ['民生政策', '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况'],
  ['突发公共事件', '突发公共事件的应急预案、预警信息及应对情况'],
  ['监督检查', '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况'],
  ['公务员招考', '公务员招考的职位、名额、报考条件等事项以及录用结果'],
  ['其他法定公开信息', '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息'],
];

/** The township's own list of Article 21. */
const article21: readonly [code: string, label: string][] = [
  ['agriculture', '农业农村政策'],
  ['irrigation', '农田水利工程建设运营'],
  ['land-contracts', '农村土地承包经营权流转'],
  ['homesteads', '宅基地使用情况审核'],
  ['land-requisition', '土地征收'],
  ['house-requisition', '房屋征收'],
  ['levies', '筹资筹劳'],
  ['social-assistance', '社会救助'],
];

/** The nodes that the Regulations (decree 711) give every township. */
export const statutoryNodes: readonly StatutoryNode[] = [
  ...article20.map(
    ([label, wording, period = article26], position): StatutoryNode => ({
      kind: 'article_20',
      code: `article-20-${position + 1}`,
      label,
      wording,
      basis: `《中华人民共和国政府信息公开条例》第二十条第（${numerals[position]}）项`,
      period,
    }),
  ),
  ...article21.map(
    ([word, label]): StatutoryNode => ({
      kind: 'article_21',
      code: `article-21-${word}`,
      label,
      wording: label,
      basis: '《中华人民共和国政府信息公开条例》第二十一条',
      period: article26,
    }),
  ),
];
