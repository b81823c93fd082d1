/** What a stretch of prose speaks of. `foreign` shields numbers of other matters: hotlines, petitions, benefits. */
export type Subject =
  | 'requests'
  | 'reconsideration'
  | 'litigation'
  | 'litigation_direct'
  | 'litigation_after'
  | 'documents'
  | 'items'
  | 'foreign';

export type Mention = { subject: Subject; start: number; end: number };

// Order matters: at one place the first that fits is taken, so 复议申请 is a reconsideration and 信访类申请 no request.
const patterns: readonly [Subject, string][] = [
  ['foreign', '(?:信访|投诉|举报|咨询|热线|工单|留言|建议|提案|议案|信箱)[^,、0-9]{0,6}'],
  ['foreign', '申请(?:人|书|表|渠道|方式|流程|条件|材料|途径|办理|工作)'],
  ['litigation_after', '(?:经)?复议后(?:再|又)?(?:提?起)(?:行政)?(?:诉讼|诉)?(?:案件)?'],
  ['litigation_direct', '(?:未经(?:行政)?复议)?直接(?:提?起)(?:行政)?(?:诉讼|诉)?(?:案件)?'],
  ['reconsideration', '(?:行政)?复议(?:申请|案件|事项|案)?'],
  ['litigation', '(?:行政)?(?:诉讼|应诉)(?:案件|案)?|被(?:提?起)诉'],
  ['documents', '(?:行政)?规范性文件'],
  ['requests', '依申请公开(?:的)?(?:政府)?(?:信息)?(?:公开)?(?:申请)?(?:事项|件(?!数))?'],
  [
    'requests',
    '(?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:各类|书面|有效|网上|线上|在线)?(?:依申请|申请)(?:事项|件(?!数))?',
  ],
  ['requests', '公开申请|申请公开(?:的)?(?:政府)?信息'],
  ['requests', '申请(?:件(?!数))?'],
  [
    'items',
    '主动公开(?:的)?(?:各类)?(?:政府|政务)?(?:信息)?(?!平台|工作|情况|范围|目录|内容|栏)|信息(?!公开|化|系统|平台|网|资源|处理费|管理|员|技术|服务|建设)',
  ],
];

const anySubject = new RegExp(patterns.map(([, pattern]) => `(${pattern})`).join('|'), 'g');

// 申请 alone is a request for information only after a word that makes it one; 低保申请 is not.
const bareMayFollow = /(?:^|[,:、()的到理收结复办类效件人共]|在线|网上|书面|当面|现场|提出|依|有)$/;

export function mentionsIn(plain: string): Mention[] {
  const found: Mention[] = [];
  for (const match of plain.matchAll(anySubject)) {
    const [all, ...groups] = match;
    const subject = patterns[groups.findIndex((group) => group !== undefined)]?.[0];
    if (!subject || all === '') continue;
    const bare = /^申请件?$/.test(all) && !bareMayFollow.test(plain.slice(Math.max(0, match.index - 2), match.index));
    found.push({ subject: bare ? 'foreign' : subject, start: match.index, end: match.index + all.length });
  }
  return found;
}
