// What a township publishes, as it reads: for tests and measurements that need many texts. Every place, person and figure
// is made up; the same number always gives the same text.

export type TownshipText = { title: string; body: string; documentNumber: string };

/** The text of one made-up item. `seed` is any whole number. */
export function townshipText(seed: number): TownshipText {
  const dice = diceOf(seed);
  const topic = dice.pick(topics);
  const fill = (pattern: string) => pattern.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]?.(dice) ?? '');
  const year = 2016 + dice.below(8);
  const title = fill(dice.pick(topic.titles)).replaceAll('〈year〉', String(year));
  // Most are short notices, some are long plans.
  const length = dice.below(12) === 0 ? 14 + dice.below(30) : 2 + dice.below(7);
  const sentences = Array.from({ length }, (_, at) =>
    fill(dice.pick(at % 3 === 2 ? everywhere : topic.sentences)).replaceAll('〈year〉', String(year)),
  );
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += 3) paragraphs.push(sentences.slice(at, at + 3).join(''));
  const documentNumber = dice.below(4) === 0 ? `${dice.pick(offices)}〔${year}〕${1 + dice.below(90)}号` : '';
  return { title, body: paragraphs.join('\n'), documentNumber };
}

type Dice = { below: (limit: number) => number; pick: <T>(list: readonly [T, ...T[]]) => T };

/** Mulberry32: small, and the same on every machine. */
export function diceOf(seed: number): Dice {
  let state = (seed + 1) * 0x9e3779b9;
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
  return { below, pick: (list) => list[below(list.length)] ?? list[0] };
}

type Words = readonly [string, ...string[]];
const split = (text: string) => text.split(' ') as unknown as Words; // no list below is empty

const offices = split('德政 柳政 德办 嵩政办 党建办 德脱贫办 德环办 德安委');
const villages = split(
  '德亭 王河 小王沟 南台 上蛮峪 下蛮峪 佛泉寺 老道沟 杨家岭 龙王庙 大章 黄水庵 左峪 段村 酒店 栗树街 孙元 马石沟 庙岭 三岔口 柏树湾 东沟门 西岗 石盘 刘家庄 窑上 枣园 竹园沟 高村 纸房',
);
const surnames = split('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧');
const given = split('某 某某');
const months = split('一 二 三 四 五 六 七 八 九 十 十一 十二');
const companies = split('宏达 鑫源 德润 嵩山 伊河 恒信 中泰 永安 豫西 金桥 众合 天成');
const trades = split('建筑工程 农业开发 环保科技 物业服务 食用菌 中药材种植 养殖 水利工程 电力安装 园林绿化');

const slots: Record<string, (dice: Dice) => string> = {
  village: (dice) => `${dice.pick(villages)}村`,
  group: (dice) => `${dice.pick(months)}组`,
  person: (dice) => `${dice.pick(surnames)}${dice.pick(given)}`,
  company: (dice) => `${dice.pick(companies)}${dice.pick(trades)}有限公司`,
  month: (dice) => `${1 + dice.below(12)}月`,
  day: (dice) => `${1 + dice.below(12)}月${1 + dice.below(28)}日`,
  quarter: (dice) => dice.pick(split('第一季度 第二季度 第三季度 第四季度')),
  few: (dice) => String(1 + dice.below(30)),
  some: (dice) => String(30 + dice.below(900)),
  money: (dice) => `${(1 + dice.below(90_000)) / 100}万元`,
  yuan: (dice) => `${(1 + dice.below(80)) * 50}元`,
  mu: (dice) => `${(10 + dice.below(9000)) / 10}亩`,
  percent: (dice) => `${(500 + dice.below(500)) / 10}%`,
  number: (dice) => `${dice.pick(offices)}〔〈year〉〕${1 + dice.below(90)}号`,
  batch: (dice) => `第${dice.pick(months)}批`,
  term: (dice) =>
    dice.pick(split('Wi-Fi APP PDF Excel 5G COVID-19 GPS LED ＰＭ2.5 QQ群 12345热线 ETC A级 Ｃ级 D级 PVC管')),
  phone: (dice) => `0379-66${100_000 + dice.below(899_999)}`,
};

type Topic = { titles: Words; sentences: Words };

const topics: readonly [Topic, ...Topic[]] = [
  {
    titles: [
      '德亭镇〈year〉年农村危房改造审定结果公示（{batch}）',
      '{village}〈year〉年危房改造对象公示',
      '关于〈year〉年{month}农村危房改造补助资金拨付情况的公示',
    ],
    sentences: [
      '经户主申请、村民代表大会评议、村委会审核、镇人民政府审定，{village}{group}{person}等{few}户符合农村危房改造条件。',
      '经鉴定，{person}户住房为{term}危险房屋，拟补助{money}。',
      '补助资金分两次拨付，开工后拨付50%，竣工验收合格后拨付余款。',
      '竣工验收由镇村镇建设中心会同村委会进行，验收合格的房屋应当达到“抗震安全、功能齐全”的要求。',
      '四类重点对象包括建档立卡贫困户、低保户、农村分散供养特困人员和贫困残疾人家庭。',
      '{village}本批共{few}户，其中新建{few}户，修缮加固{few}户，涉及资金{money}。',
    ],
  },
  {
    titles: [
      '德亭镇〈year〉年{quarter}惠民资金发放情况',
      '〈year〉年{month}耕地地力保护补贴发放明细公示',
      '{village}〈year〉年度退耕还林补助资金兑付公示',
    ],
    sentences: [
      '本季度发放耕地地力保护补贴{money}，涉及{some}户、{mu}，资金通过“一卡通”直接打入农户账户。',
      '发放城乡低保金{money}，农村分散供养特困人员供养金{money}，残疾人两项补贴{money}。',
      '{village}{some}户农户因账号错误未能到账，请携带身份证和社会保障卡到镇财政所更正。',
      '退耕还林补助标准为每亩{yuan}，按照林业部门验收面积兑付。',
      '惠民资金不得抵扣任何税费和村级债务，严禁截留、挪用、代领。',
      '领取补贴的农户可以用手机{term}查询到账情况。',
    ],
  },
  {
    titles: [
      '德亭镇脱贫攻坚工作进展情况（〈year〉年{month}）',
      '德亭镇〈year〉年度扶贫项目库入库项目公告',
      '{village}到户增收项目实施结果公示',
    ],
    sentences: [
      '全镇建档立卡贫困户{some}户，已脱贫{some}户，综合贫困发生率下降到0.{few}%。',
      '{village}光伏扶贫电站装机容量{some}千瓦，上月发电收益{money}，用于公益岗位工资和村内小型公益事业。',
      '安排公益性岗位{few}个，其中保洁员{few}名、护林员{few}名，每人每月{yuan}。',
      '依托{company}发展香菇种植，带动贫困户{few}户，户均增收{yuan}。',
      '小额信贷本月新增{money}，贴息资金由县扶贫办统一结算。',
      '驻村工作队坚持每周住村不少于五天四夜，帮扶责任人每月入户不少于一次。',
    ],
  },
  {
    titles: [
      '城乡居民养老保险缴费政策问答',
      '关于做好〈year〉年度城乡居民基本医疗保险参保缴费工作的通知',
      '〈year〉年{month}高龄津贴发放名单公示',
    ],
    sentences: [
      '年满16周岁（不含在校学生）、未参加职工基本养老保险的城乡居民，可以在户籍地参加城乡居民养老保险。',
      '缴费标准设为每年200元至5000元十五个档次，多缴多得，长缴多得。',
      '医疗保险个人缴费标准为每人每年{yuan}，集中缴费期到12月31日截止。',
      '80周岁以上老人每人每月发放高龄津贴{yuan}，由本人或者家属到村便民服务站办理生存认证。',
      '参保人员可以通过“河南税务”{term}、银行网点和村级代办点缴费。',
      '咨询电话：{phone}，联系人：{person}。',
    ],
  },
  {
    titles: [
      '德亭镇人居环境改善典型事例（第{few}期）',
      '德亭镇〈year〉年污染防治攻坚战实施方案',
      '关于禁止露天焚烧秸秆的通告',
    ],
    sentences: [
      '{village}组织党员群众{some}人次，清理生活垃圾{few}吨、残垣断壁{few}处，栽植花木{some}棵。',
      '全镇{few}家“散乱污”企业全部整治到位，{company}完成燃气锅炉改造。',
      '秋季秸秆禁烧期间实行24小时值班，在{village}设立卡点，发现火点三分钟内到达现场。',
      '{month}全镇{term}平均浓度同比下降{percent}，优良天数{few}天。',
      '户厕改造按照“愿改则改、能改尽改”的原则进行，每户补助{yuan}。',
      '河长每周巡河一次，{village}段发现问题{few}个，已经全部整改。',
    ],
  },
  {
    titles: [
      '德亭镇〈year〉年安全生产工作要点',
      '德亭镇防汛抗旱应急预案（〈year〉年修订）',
      '关于开展〈year〉年{month}安全生产大检查情况的通报',
    ],
    sentences: [
      '共检查企业{few}家，发现安全隐患{some}条，当场整改{few}条，责令限期整改{few}条。',
      '{company}因未按规定设置消防通道，被责令停产整改，并处罚款{yuan}。',
      '汛期实行领导带班和24小时值班制度，值班电话{phone}。',
      '预警信号分为蓝色、黄色、橙色、红色四级，达到红色预警时立即组织{village}{some}名群众转移。',
      '各村配备应急广播、铜锣、手电筒和{term}定位设备，每季度演练一次。',
      '森林防火期为每年11月1日至次年4月30日，严禁携带火种进山。',
    ],
  },
  {
    titles: [
      '德亭镇人民政府〈year〉年部门预算公开说明',
      '德亭镇人民政府〈year〉年度部门决算公开',
      '关于〈year〉年政府集中采购项目实施情况的公告',
    ],
    sentences: [
      '〈year〉年收入总计{money}，支出总计{money}，与上年相比增加{money}，增长{percent}。',
      '“三公”经费支出预算{money}，其中公务用车运行维护费{money}，公务接待费{money}，无因公出国（境）费用。',
      '采购办公设备一批，中标单位为{company}，成交金额{money}。',
      '政府性基金预算支出{money}，主要用于农村基础设施建设和征地拆迁补偿。',
      '机关运行经费{money}，较上年减少{percent}，主要原因是压减一般性支出。',
      '国有资产占用情况：期末共有车辆{few}辆，单价50万元以上的通用设备0台。',
    ],
  },
  {
    titles: [
      '{village}土地征收补偿安置方案公告',
      '关于{village}宅基地使用情况审核结果的公示',
      '{village}农村土地承包经营权流转情况公示',
    ],
    sentences: [
      '拟征收{village}{group}集体土地{mu}，其中耕地{mu}，补偿标准按照区片综合地价执行。',
      '青苗补偿费每亩{yuan}，地上附着物按照实际清点数量补偿，安置人口{few}人。',
      '{person}户申请宅基地134平方米，经四邻签字、村组公示、镇国土所现场勘验，符合规划要求。',
      '{company}流转{village}土地{mu}，期限{few}年，每亩每年租金{yuan}，用于发展连翘、丹参种植。',
      '对补偿标准有争议的，可以自公告之日起15个工作日内向镇人民政府书面提出听证申请。',
      '流转合同一式四份，双方各执一份，村委会和镇农经站各存一份。',
    ],
  },
  {
    titles: [
      '德亭镇政府信息公开签发责任制度',
      '德亭镇〈year〉年政务公开工作要点',
      '关于调整镇政府信息公开领导小组成员的通知',
    ],
    sentences: [
      '公开信息统一由镇党建办公室起草，由所涉及领域分管领导审批，经主要领导签发后方可公开。',
      '严格执行信息公开保密审查制度，做到先审查、后公开，谁公开谁负责。',
      '在镇政府大门内设置政府信息公开栏，各行政村设置村务公开栏，每季度更新不少于一次。',
      '公民、法人和其他组织可以向本机关申请公开政府信息，本机关自收到申请之日起20个工作日内答复。',
      '主动公开目录按照{number}的要求调整，新增事项{few}项。',
      '对依申请公开、行政复议、行政诉讼的情况建立台账，由{person}负责。',
    ],
  },
  {
    titles: [
      '德亭镇〈year〉年公开招聘公益性岗位人员公告',
      '关于{village}至{village}道路建设项目招标结果的公示',
      '{village}农田水利设施维修工程建设运营情况',
    ],
    sentences: [
      '本次招聘{few}名，报名时间为{day}至{day}，报名地点为镇社会事务办公室，需提交{term}格式简历一份。',
      '道路全长{few}.{few}公里，路面宽4.5米，混凝土厚18厘米，合同价{money}，由{company}承建。',
      '工程维修渠道{some}米，新打机井{few}眼，恢复灌溉面积{mu}。',
      '招标采取最低评标价法，第一中标候选人为{company}，公示期三天。',
      '应聘人员应当遵纪守法、身体健康，同等条件下优先录用建档立卡贫困劳动力。',
      '水费按照每方{few}分收取，由{village}用水者协会管理，账目每半年公布一次。',
    ],
  },
];

const everywhere: Words = [
  '公示时间为〈year〉年{day}至{day}，公示期间如有异议，请向镇人民政府反映，监督电话：{phone}。',
  '各村要提高认识，加强领导，明确责任，确保各项工作落到实处。',
  '现将有关情况公开如下，请广大群众监督。',
  '根据《中华人民共和国政府信息公开条例》和{number}文件精神，结合我镇实际，制定本方案。',
  '本通知自发布之日起施行，{number}同时废止。',
  '联系人：{person}　联系电话：{phone}　地址：德亭镇人民政府院内。',
  '镇纪委将对落实情况进行督查，对工作不力、造成不良影响的，严肃追究有关人员责任。',
  '截至{day}，全镇共完成{percent}，其中{village}、{village}进度较快，{village}进度滞后。',
];
