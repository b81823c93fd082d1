/** The files that come with a request, by their fields. */
export const fileFieldNames = {
  application: '申请书（可以不附）',
  identity: '身份证明（可以不附）',
  other: '其他材料（可以不附）',
} as const;

export const fileTooLarge = '文件超过20MB，请压缩或者拆分以后再附。';
export const filesTooLarge = '附的文件一共超过20MB。请先附一份，其余的登记以后在“材料”里逐份加入。';

/** What the form of a new request explains. */
export const newRequestHints = {
  arrival: '谁先收到的，当天转给信息公开工作机构登记。',
  arrivedOn: '申请到达本机关的日期。当面、口头、挂号信的，当天就是收到之日。',
  place: '如镇政府一楼大厅、镇长信箱。',
  applicant: '姓名或者名称、身份证明、联系方式（条例第二十九条）。证件号码和联系方式加密保存。',
  applicantKind: '决定计入表三的哪一列。律师受某人委托的，按委托人。',
  organisationOnly: '自然人不填。',
  agent: '有代理人的，附委托书。',
  identityNumber: '没有提供身份证明的不填，用告知补正请申请人提供。',
  reached: '电话、地址、邮箱、传真至少填一项。',
  asked: '不问用途（条例第二十九条）。',
  askedField: '信息的名称、文号，或者便于查询的其他特征。照申请人的原话。',
  files: '扫描件或者照片，一共不超过20MB，加密保存；更多的登记以后在“材料”里逐份加入，每份不超过20MB。',
  oral: '申请人书面申请确有困难，由本机关代为填写（条例第二十九条）。已经向申请人宣读，申请人确认无误。',
  oralMissing: '口头提出的，请先向申请人宣读以上内容，经其确认后勾选。',
} as const;
