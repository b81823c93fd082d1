import type { Attribute, Source, Validity, Way, WithholdingReason } from '@/lib/domain/items/content';

// The list of past items as a file format: what its columns are called, and the words that a cell can choose from.

export const columnKeys = [
  'title',
  'body',
  'node',
  'class',
  'issuingBody',
  'documentNumber',
  'formedOn',
  'publishedOn',
  'place',
  'source',
  'attribute',
  'withholding',
  'withholdingBasis',
  'reassessOn',
  'validity',
  'endedOn',
  'normative',
  'ways',
  'field',
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** `also`: what lists of other systems call the same. */
type Column = { head: string; also: readonly string[]; needed: boolean };

const needed = (head: string, ...also: string[]): Column => ({ head, also, needed: true });
const optional = (head: string, ...also: string[]): Column => ({ head, also, needed: false });

export const importColumns: Record<ColumnKey, Column> = {
  title: needed('标题', '名称', '信息名称', '信息标题', '文件名称', '公开事项'),
  body: needed('正文', '内容', '信息内容', '公开内容'),
  node: needed('所属目录', '公开目录', '目录', '栏目'),
  class: optional('类别', '信息类别'),
  issuingBody: optional('发布机构', '发文机关', '制发机关', '发布单位', '公开主体'),
  documentNumber: optional('发文字号', '文号', '文件编号'),
  formedOn: needed('成文日期', '生成日期', '产生日期', '形成日期'),
  publishedOn: optional('原公开日期', '公开日期', '发布日期', '公开时间', '发布时间'),
  place: optional('原公开位置', '公开位置', '公开地点', '公开载体', '公开渠道'),
  source: optional('信息来源', '来源'),
  attribute: optional('公开属性'),
  withholding: optional('不予公开的理由', '不予公开理由'),
  withholdingBasis: optional('理由的依据和说明', '不予公开依据'),
  reassessOn: optional('定期评估日期', '复核日期'),
  validity: optional('有效性', '时效', '时效性'),
  endedOn: optional('失效或者废止日期', '失效日期', '废止日期'),
  normative: optional('行政规范性文件', '规范性文件', '是否规范性文件'),
  ways: optional('公开方式', '公开形式'),
  field: optional('责任领域', '责任部门', '责任科室', '领域'),
};

/** What each choice may be called in a cell; the first is the product's own word. */
type Words<Value extends string> = Record<Value, readonly [string, ...string[]]>;

export const sourceWords: Words<Source> = {
  made: ['自制', '制作', '本机关制作'],
  obtained_citizen: ['从公民、法人获取', '获取'],
  obtained_organ: ['从其他行政机关获取', '转发'],
};

export const attributeWords: Words<Attribute> = {
  proactive: ['主动公开', '主动'],
  on_request: ['依申请公开', '依申请'],
  withheld: ['不予公开', '不公开'],
};

export const withholdingWords: Words<WithholdingReason> = {
  state_secret: ['属于国家秘密', '国家秘密'],
  forbidden_by_law: ['法律、行政法规禁止公开'],
  endangers_security: ['危及“三安全一稳定”', '三安全一稳定'],
  commercial_secret: ['商业秘密，公开会损害第三方合法权益', '商业秘密'],
  personal_privacy: ['个人隐私，公开会损害第三方合法权益', '个人隐私'],
  internal_affairs: ['内部事务信息'],
  in_process: ['过程性信息'],
  enforcement_file: ['行政执法案卷信息', '行政执法案卷'],
};

export const validityWords: Words<Validity> = {
  valid: ['有效', '现行有效'],
  lapsed: ['失效', '已失效'],
  repealed: ['废止', '已废止'],
};

export const wayWords: Words<Way> = {
  website: ['政府网站', '网站', '门户网站'],
  notice_board: ['信息公告栏', '公告栏', '公开栏', '公示栏', '政务公开栏', '村务公开栏'],
  gazette: ['政府公报', '公报'],
  press: ['报刊、广播、电视', '报刊', '广播', '电视', '新闻发布会'],
  reading_place: ['公共查阅点', '查阅点', '档案馆', '图书馆'],
  screen: ['电子信息屏', '电子屏', '显示屏'],
};

export const yesWords = ['是', '有', '√', 'Y', 'YES', '1'];
export const noWords = ['否', '不是', '无', '×', 'N', 'NO', '0'];

/** What the example of the template begins with; whoever leaves it in is told so. */
export const exampleMark = '（示例）';
