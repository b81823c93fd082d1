/** A stretch of the body: a paragraph, a heading (一、), a list or a table with one row of headings. */
export type Part =
  | string
  | { heading: string }
  | { list: readonly string[] }
  | { table: readonly (readonly string[])[] };

/** What the town makes public in the demonstration. {year} stands for the year in which it is loaded. */
export type MadeUp = {
  class: 'key-tasks' | 'exemplary-cases' | 'policy-knowledge';
  node: string;
  title: string;
  documentNumber?: string;
  normative?: true;
  /** How many days ago it was formed. */
  formed: number;
  body: readonly Part[];
  /** How far it has come. */
  status: 'published' | 'in_review' | 'draft';
};

const office = '联系单位：德亭镇人民政府党建办公室。';

// The three classes of the 2020 report: key tasks, exemplary cases, policy knowledge. The matters are those that it names.
export const items: readonly MadeUp[] = [
  {
    class: 'key-tasks',
    node: 'article-21-social-assistance',
    title: '德亭镇{year}年第三季度惠民惠农补贴资金发放情况公示',
    formed: 12,
    status: 'published',
    body: [
      '按照惠民惠农财政补贴资金“一卡通”管理的有关要求，现将德亭镇{year}年第三季度补贴资金发放情况公示如下。',
      {
        table: [
          ['补贴项目', '户数（户）', '金额（元）'],
          ['耕地地力保护补贴', '4312', '1186540.20'],
          ['农村低保金', '683', '1024500.00'],
          ['特困人员救助供养金', '97', '214370.00'],
          ['残疾人两项补贴', '402', '96480.00'],
        ],
      },
      '公示期7天。对公示内容有异议的，可以在公示期内向镇财政所或者民政所书面反映。',
      office,
    ],
  },
  {
    class: 'key-tasks',
    node: 'article-20-11',
    title: '德亭镇{year}年农村危房改造对象审定结果公示',
    formed: 18,
    status: 'published',
    body: [
      '经本人申请、村级评议、镇级审核、县级审批，现将德亭镇{year}年农村危房改造对象审定结果公示如下。',
      { heading: '一、改造方式和补助标准' },
      { list: ['修缮加固的，每户补助不超过10000元。', '拆除重建的，按房屋建筑面积和家庭人口分档补助。'] },
      { heading: '二、分村情况' },
      {
        table: [
          ['行政村', '修缮加固（户）', '拆除重建（户）'],
          ['德亭村', '3', '1'],
          ['大王沟村', '2', '2'],
          ['黄水村', '1', '1'],
        ],
      },
      '公示期7天。公示无异议的，按审定结果组织实施，竣工后由县住房和城乡建设部门会同镇政府验收。',
    ],
  },
  {
    class: 'key-tasks',
    node: 'article-20-11',
    title: '德亭镇关于巩固拓展脱贫攻坚成果工作进展的通报',
    documentNumber: '德政〔{year}〕21号',
    formed: 25,
    status: 'published',
    body: [
      '今年以来，德亭镇坚持防止返贫监测帮扶常态化，逐户走访、动态管理，牢牢守住不发生规模性返贫的底线。',
      { heading: '一、监测帮扶情况' },
      '全镇开展集中排查两轮，对新识别的监测户逐户落实帮扶措施，风险稳定消除的按程序退出。',
      { heading: '二、产业和就业帮扶情况' },
      '帮扶车间全部正常运行，公益性岗位人员按月考核、按月发放补贴。',
    ],
  },
  {
    class: 'exemplary-cases',
    node: 'article-20-15',
    title: '德亭镇人居环境整治典型做法：大王沟村“一月一评比”',
    formed: 15,
    status: 'published',
    body: [
      '大王沟村把人居环境整治与文明家庭创建结合起来，每月由村民代表入户评比，评比结果在村务公开栏公布。',
      '一年来，村内主要道路、河道、公共场所保洁实现全覆盖，群众从“站着看”变成“跟着干”。',
      '镇政府要求各村结合实际学习借鉴，把评比纳入村规民约，形成长效机制。',
    ],
  },
  {
    class: 'exemplary-cases',
    node: 'article-20-10',
    title: '德亭镇柏沟至黄水通村道路改建工程竣工验收情况',
    formed: 20,
    status: 'published',
    body: [
      '德亭镇柏沟至黄水通村道路改建工程全长4.6公里，路面宽4.5米，已按合同约定完成全部施工内容。',
      '验收组现场查看了路基、路面、排水和安全防护设施，查阅了质量检测资料，认定工程质量合格，同意交付使用。',
      '该路惠及沿线三个行政村群众出行，日常养护由镇乡村道路管理所负责。',
    ],
  },
  {
    class: 'exemplary-cases',
    node: 'article-20-15',
    title: '德亭镇表扬{year}年度乡村振兴先进集体的决定',
    documentNumber: '德政〔{year}〕18号',
    formed: 27,
    status: 'published',
    body: [
      '为树立实干导向，激励全镇上下担当作为，经镇政府研究，决定对德亭村村民委员会等五个集体予以表扬。',
      { list: ['德亭村村民委员会', '大王沟村村民委员会', '黄水村村民委员会', '镇农业服务中心', '镇综合执法大队'] },
      '希望受到表扬的集体珍惜荣誉、再接再厉，各村各单位对标先进、比学赶超。',
    ],
  },
  {
    class: 'policy-knowledge',
    node: 'article-20-11',
    title: '城乡居民基本养老保险缴费政策问答',
    formed: 9,
    status: 'published',
    body: [
      { heading: '一、哪些人可以参加' },
      '年满16周岁（不含在校学生）、不属于职工基本养老保险覆盖范围的城乡居民，可以在户籍地参加城乡居民基本养老保险。',
      { heading: '二、怎么缴费' },
      '可以通过手机银行、税务部门的线上渠道，或者到村级代办点缴费，缴费档次由参保人自主选择，多缴多得。',
      { heading: '三、什么时候能领取' },
      '年满60周岁、累计缴费满15年的，可以按月领取养老金。',
    ],
  },
  {
    class: 'policy-knowledge',
    node: 'article-20-13',
    title: '德亭镇秋冬季大气污染防治告知书',
    formed: 14,
    status: 'published',
    body: [
      '为改善空气质量，保障群众身体健康，现将秋冬季大气污染防治有关要求告知如下。',
      {
        list: [
          '禁止露天焚烧秸秆、垃圾和落叶。',
          '施工工地落实围挡、覆盖、洒水、冲洗等防尘措施，不达标的不得施工。',
          '重污染天气预警期间，按照预案减少户外施工和机动车出行。',
        ],
      },
      '发现露天焚烧等行为的，可以向镇综合执法大队反映。',
    ],
  },
  {
    class: 'policy-knowledge',
    node: 'article-21-agriculture',
    title: '德亭镇耕地地力保护补贴管理办法',
    documentNumber: '德政〔{year}〕15号',
    normative: true,
    formed: 19,
    status: 'published',
    body: [
      { heading: '一、补贴对象' },
      '补贴对象为拥有耕地承包权的种地农民。耕地流转的，补贴归属由流转双方按照合同约定执行。',
      { heading: '二、不予补贴的情形' },
      { list: ['已作为畜牧养殖场使用的耕地。', '长年抛荒的耕地。', '占用基本农田的非农业建设用地。'] },
      { heading: '三、发放程序' },
      '农户申报，村级核实并公示，镇级审核，县级审定后由财政部门通过“一卡通”发放。',
      { heading: '四、施行' },
      '本办法自公布之日起施行。',
    ],
  },
  {
    class: 'key-tasks',
    node: 'article-20-7',
    title: '德亭镇{year}年度财政预算调整情况说明',
    formed: 6,
    status: 'in_review',
    body: [
      '根据年度预算执行情况，经镇人民代表大会审查批准，对{year}年度财政预算作如下调整。',
      {
        table: [
          ['科目', '调整前（万元）', '调整后（万元）'],
          ['一般公共服务支出', '612.40', '598.10'],
          ['农林水支出', '1035.70', '1102.30'],
          ['城乡社区支出', '214.00', '220.50'],
        ],
      },
    ],
  },
  {
    class: 'policy-knowledge',
    node: 'article-20-11',
    title: '德亭镇务工就业信息（第四季度）',
    formed: 3,
    status: 'draft',
    body: ['现将本季度县内企业用工需求汇总发布，有就业意愿的群众可以到镇人力资源社会保障所咨询登记。'],
  },
];
