import type { Denial } from '@/lib/domain/access';
import type { InputProblem, Issue, Weakness } from '@/lib/domain/issue';
import type { MoveName } from '@/lib/domain/workflow/moves';
import { faultSentences, placeWords } from '@/lib/text/attachments';
import { noticeFaultSentence } from '@/lib/text/calendar';
import { timeOf } from '@/lib/text/days';
import { misprintSentence, unreadSentence } from '@/lib/text/documents';
import { sheetSentences } from '@/lib/text/import';
import { articleShort } from '@/lib/text/request-articles';
import { letterFaultSentences, obstacleSentences } from '@/lib/text/requests';
import { statusNames } from '@/lib/text/statuses';

/** What an issue says to the person. `label` names the field as the form does. */
export function sentence(issue: Issue, label = '此项'): string {
  switch (issue.code) {
    case 'not_allowed':
      return denialSentence(issue.denial);
    case 'not_found':
      return '没有找到这个事项。可能已经删除，或者不属于本机关。';
    case 'not_signed_in':
      return '您已经退出登录，这次没有办成。请在新窗口登录，再回到这里重新提交，填写的内容还在。';
    case 'password_needed':
      return '办理此事项要再输入一次登录密码。';
    case 'password_wrong':
      return '密码不对。请重新输入。';
    case 'stale_copy':
      return staleSentence(issue);
    case 'move_not_open':
      return `这份文件现在是“${statusNames[issue.status]}”，不能办理此事项。请刷新后再看。`;
    case 'note_missing':
      return noteSentences[issue.move] ?? '请填写意见。';
    case 'rules_block':
      return `还有${issue.count}处必须改正，改好后才能继续。`;
    case 'reason_missing':
      return `还有${issue.count}处请核实的没有处理。请改正，或者说明原因。`;
    case 'answer_missing':
      return `还有${issue.count}条退回意见没有答复。请逐条答复后再送审。`;
    case 'remarks_left':
      return `您提了${issue.count}条意见，不能通过。请退回修改，或者删去意见再通过。`;
    case 'secrecy_missing':
      return '请填写保密审查：审查人、审查日期和审查结论。';
    case 'declaration_missing':
      return `保密审查还有${issue.count}项没有确认。请逐项核对并勾选，再继续。`;
    case 'day_passed':
      return '公开日期已经过去。请改为今天或者以后的日期，不填就在签发后立即公开。';
    case 'misprinted':
      return misprintSentence(issue);
    case 'batch_unread':
      return unreadSentence(issue);
    case 'counted_cell':
      return '这一格由登记簿计数。要改填，请在表格下面写明理由。';
    case 'report_exists':
      return `${issue.year}年的年度报告已经建立，每年只有一份。`;
    case 'no_format':
      return `系统里没有${issue.year}年适用的报告格式。`;
    case 'sign_in_failed':
      return '账号或者密码不对。请检查后重新输入。';
    case 'locked':
      return `连续输错次数太多。请在${timeOf(new Date(issue.until))}以后再试，或者找系统管理员重置密码。`;
    case 'password_weak':
      return weaknessSentences[issue.weakness];
    case 'password_differs':
      return '两次输入的新密码不一样。请重新输入。';
    case 'password_change_due':
      return '请先修改密码，再办理其他事项。';
    case 'name_taken':
      return takenSentences[issue.field];
    case 'sheet_refused':
      return sheetSentences[issue.fault];
    case 'in_batch':
      return '这条信息在导入批次里，和批次一起送审、审批和签发。要单独办的，先移出批次。';
    case 'batch_empty':
      return '批次里没有信息，不能办理。';
    case 'batch_rows_open':
      return `还有${issue.count}条信息不能送审：${issue.rows.map(({ title }) => `“${title}”`).join('、')}${issue.count > issue.rows.length ? '等' : ''}。请逐条改好，或者移出批次。`;
    case 'nothing_to_import':
      return '没有可以导入的行。请改好文件再上传。';
    case 'node_in_use':
      return `这个目录下还有${issue.items}条信息，不能删除。可以停用，停用后不能再选。`;
    case 'node_of_law':
      return '这是条例规定的目录，名称和依据不能改，也不能删除。可以停用，可以调整时限、方式、领域和顺序。';
    case 'last_administrator':
      return '这是最后一位管理员，不能停用或者去掉管理员角色。请先指定另一位管理员。';
    case 'administrator_apart':
      return '管理员不参加文件的办理，不能同时有其他角色。需要的请另设账号。';
    case 'leader_without_role':
      return `${issue.name}没有“分管领导”角色，不能分管领域。请先在人员里加上角色。`;
    case 'still_there':
      return stillThereSentence(issue);
    case 'attachment_refused':
      return `“${issue.name}”${faultSentences[issue.why]}`;
    case 'bad_input':
      return `${label}${problemSentences[issue.problem]}`;
    case 'holiday_notice':
      return noticeFaultSentence(issue.fault, issue.detail);
    case 'letter_numbered':
      return `这份文书送审过，已经有文号（${issue.number}），不能换成另一种。请退回后按原来的种类修改，或者另拟一份。`;
    case 'letter_contradicts':
      return `${letterFaultSentences[issue.because].slice(0, -1)}（${articleShort(issue.article)}）。`;
    case 'restatement_missing':
      return `${issue.years.join('、')}年的年度报告已经公开，表三、表四的数字会因此变化。请写明理由，下一份年度报告会列出。`;
    case 'restatement_since':
      return `${issue.years.join('、')}年的年度报告在送审以后公开了，表三、表四的数字会因此变化。请退回，由起草人写明更正的理由后再送审。`;
    case 'request_year_fixed':
      return `这件申请编在${issue.year}年，到达日期不能改到别的年份。请作废这件，在那一年重新登记。`;
    case 'request_moved':
      return `${issue.by}${timeOf(new Date(issue.at))}在这件申请上登记了新的事项。请刷新，看过再登记。`;
    case 'request_unchanged':
      return '内容和原来的一样，没有需要更正的。';
    case 'key_missing':
      return '这件申请的加密密钥不在，打不开。请管理员恢复密钥（bin/gongkai keys list）。';
    case 'request_event_refused':
      return `${obstacleSentences[issue.because].slice(0, -1)}（${articleShort(issue.article)}）。`;
  }
}

export function denialSentence(denial: Denial): string {
  switch (denial) {
    case 'other_organisation':
      return '这是其他机关的文件，您不能查看和办理。';
    case 'role_missing':
      return '您的角色不能办理此事项。需要办理的，请找系统管理员调整角色。';
    case 'other_field':
      return '这份文件不在您分管的领域。请由分管这个领域的领导办理。';
    case 'second_stage':
      return '您已经办过这份文件的另一个环节。起草、审批、签发必须是三个不同的人，请由其他人办理。';
  }
}

function stillThereSentence({ name, found }: Extract<Issue, { code: 'still_there' }>): string {
  const places = found.slice(0, 3).map(({ text, where }) => `${placeWords(where)}的“${text}”`);
  const more = found.length > places.length ? `等${found.length}处` : '';
  return `《${name}》里还有没遮盖的内容：${places.join('，')}${more}。请遮盖干净，再上传。`;
}

const noteSentences: Partial<Record<MoveName, string>> = {
  send_back: '请填写退回意见，写明要改什么。',
  correct: '请填写更正说明。它会和更正后的报告一起公开。',
  withdraw: '请填写撤下原因。它会对外公布。',
};

const weaknessSentences: Record<Weakness, string> = {
  short: '新密码太短。至少10个字符，可以用一句自己记得住的话。',
  common: '这个密码太常见，容易被猜到。请换一个。',
  pattern: '新密码是连续或者重复的字符，容易被猜到。请换一个。',
  personal: '新密码里有账号、姓名或者机关名称，容易被猜到。请换一个。',
  unchanged: '新密码和原密码一样。请换一个。',
};

const takenSentences = {
  signInName: '这个账号已经有人用了。请换一个。',
  name: '这个名称已经有了。请换一个。',
  slug: '这个网址名已经有机关用了。请换一个。',
  code: '这个网址名已经有目录用了。请换一个。',
  label: '已经有叫这个名称的目录。请换一个。',
} as const;

const problemSentences: Record<InputProblem, string> = {
  required: '没有填写。',
  too_long: '太长，请删减。',
  not_a_number: '不是数字。请填写数字。',
  negative: '不能是负数。',
  fraction: '不能是小数。',
  too_many_places: '小数位数太多。',
  too_large: '太大，请核对是不是多写了几位。',
  doubtful_number: '看不出是哪个数。请只用数字重新填写。',
  control_characters: '含有不能显示的字符，可能是粘贴带来的。请删去后重新填写。',
  not_a_day: '不是有效的日期。请按2021-01-29的样子填写。',
  day_to_come: '这一天还没有到。请填今天或者以前的日期。',
  before_publication: '早于公开日期。公开以后才能张贴。',
  before_posting: '早于张贴日期。',
  unknown_choice: '不在可选的范围里。请重新选择。',
  unknown_placeholder: '里有大括号，里面的词不能代入。请照提示填写，或者删去大括号。',
  malformed: '填写得不对，请检查。',
  personal_data: '里有姓名、号码一类的个人信息。它会留在操作记录里，请改写。',
};

function staleSentence({ by, at, move }: Extract<Issue, { code: 'stale_copy' }>): string {
  const when = timeOf(new Date(at));
  const what = move === 'edit' ? '改动了这份文件' : `已经${moveVerbs[move]}`;
  return `${by}${when}${what}。请刷新，看过新的内容再办理。`;
}

const moveVerbs: Record<MoveName, string> = {
  submit: '送审',
  take_back: '撤回',
  approve: '审批通过',
  send_back: '退回修改',
  sign_off: '签发',
  publish: '公开',
  correct: '开始更正',
  withdraw: '撤下',
};
