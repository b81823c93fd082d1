import type { AuditEvent } from '@/lib/domain/audit';
import { itemRules } from '@/lib/domain/items/rules/catalogue';
import { rules } from '@/lib/domain/report/rules/catalogue';
import { factNames, roleNames } from '@/lib/text/accounts';
import { nodeFactNames } from '@/lib/text/catalogue';
import { sizeWords } from '@/lib/text/item-review';
import { validityNames } from '@/lib/text/items';
import { ledgerFigures, ledgerNames } from '@/lib/text/ledger';
import { deedNames } from '@/lib/text/office';
import { requestFieldNamed, requestFileKindNames } from '@/lib/text/request-form';
import { requestEventNames } from '@/lib/text/requests';

/** Names for the ids that a line carries, as they are today. */
export type Names = {
  user: (id: string) => string;
  field: (id: string) => string;
  /** The cell at an address of the document that the line is about. */
  cell: (address: string) => string;
  section: (id: string) => string;
};

/** 事项 and 内容 of one line. */
export type Said = { deed: string; detail: string };

type Kind = AuditEvent['kind'];
type Speaker<K extends Kind> = (event: Extract<AuditEvent, { kind: K }>, names: Names) => Said;

export function trailWords(event: AuditEvent, names: Names): Said {
  const speak = speakers[event.kind] as (event: AuditEvent, names: Names) => Said;
  return speak(event, names);
}

const actNames = { publish: '公开', correct: '更正后公开', withdraw: '公布撤下' } as const;
const holdReasons = {
  rules: '检查规则没有全部通过',
  hash: '内容与签发时不一致',
  misprint: '文件与签发内容不一致',
} as const;

const say = (deed: string, detail = ''): Said => ({ deed, detail });
const listed = (items: readonly string[]) => items.join('、');
const named = (facts: readonly string[]) => listed(facts.map((fact) => factNames[fact] ?? fact));
// A finding's key begins with its rule; the key itself means nothing to a reader.
const ruleOf = (finding: string) =>
  [...rules, ...itemRules].find(({ id }) => finding.startsWith(`${id}:`))?.wording ?? '';
const quoted = (note: string) => (note === '' ? '' : `“${note}”`);

const speakers: { [K in Kind]: Speaker<K> } = {
  signed_in: () => say('登录'),
  sign_in_failed: ({ userId, failures }, { user }) => say('登录失败', `${user(userId)}，连续第${failures}次`),
  signed_out: () => say('退出'),
  sessions_ended: ({ userId, count }, { user }) => say('在所有设备退出', `${user(userId)}，${count}处`),
  password_confirmed: () => say('再次验证密码'),
  password_changed: () => say('修改密码'),
  password_reset: ({ userId }, { user }) => say('重置密码', user(userId)),
  user_created: ({ userId, roles }, { user }) =>
    say('增加人员', `${user(userId)}，${listed(roles.map((role) => roleNames[role]))}`),
  user_changed: ({ userId, fields }, { user }) => say('改动人员', `${user(userId)}：${named(fields)}`),
  user_disabled: ({ userId }, { user }) => say('停用人员', user(userId)),
  user_enabled: ({ userId }, { user }) => say('恢复人员', user(userId)),
  role_granted: ({ userId, role }, { user }) => say('给予角色', `${user(userId)}，${roleNames[role]}`),
  role_withdrawn: ({ userId, role }, { user }) => say('去掉角色', `${user(userId)}，${roleNames[role]}`),

  organisation_created: ({ slug }) => say('建立机关', slug),
  organisation_changed: ({ fields }) => say('改动机关设置', named(fields)),
  field_created: ({ name }) => say('增加领域', name),
  field_changed: ({ name }) => say('改动领域', name),
  field_closed: ({ fieldId }, { field }) => say('停用领域', field(fieldId)),
  field_reopened: ({ fieldId }, { field }) => say('恢复领域', field(fieldId)),
  leaders_set: ({ fieldId, userIds }, { field, user }) =>
    say('指定分管领导', `${field(fieldId)}：${listed(userIds.map(user)) || '没有'}`),

  items_imported: ({ fieldId, rows, fileName }, { field }) =>
    say('导入历史信息', `${field(fieldId)}，${rows}条，${fileName}`),

  batch_moved: ({ move, rows, sha256, note }) =>
    say(
      `批次${deedNames[move]}`,
      [`${rows}条，批次校验码${sha256.slice(0, 16)}…`, quoted(note)].filter(Boolean).join('　'),
    ),
  batch_published: ({ rows, firstIndexNumber, lastIndexNumber }) =>
    say('批次公开', rows === 0 ? '没有主动公开的信息' : `${rows}条，索引号${firstIndexNumber}至${lastIndexNumber}`),
  batch_row_taken_out: () => say('移出批次'),

  catalogue_installed: ({ nodes }) => say('设立法定公开目录', `${nodes}个`),
  node_created: ({ label }) => say('增加目录', label),
  node_changed: ({ label, facts }) =>
    say('改动目录', `${label}：${listed(facts.map((fact) => nodeFactNames[fact] ?? fact))}`),
  node_moved: ({ label, direction }) => say(direction === 'up' ? '上移目录' : '下移目录', label),
  node_closed: ({ label }) => say('停用目录', label),
  node_reopened: ({ label }) => say('恢复目录', label),
  node_deleted: ({ label }) => say('删除目录', label),

  posting_recorded: ({ place, postedOn, photo }) => say('登记张贴', `${place}，${postedOn}${photo ? '，附照片' : ''}`),
  posting_photographed: ({ instead }) => say(instead === null ? '补登张贴照片' : '更换张贴照片'),
  posting_ended: ({ takenDownOn }) => say('登记取下', takenDownOn),
  posting_revoked: () => say('撤销张贴登记'),
  ledger_entry_added: ({ ledger, month, count, amount, corrects }) =>
    say(
      corrects === null ? '登记台账' : '更正台账',
      `${ledgerNames[ledger]}，${month}，${ledgerFigures({ count, amount })}`,
    ),

  request_event: ({ number, entered, on, restated }) =>
    say(`申请登记：${requestEventNames[entered]}`, `${number}号，${on}${restatedWords(restated)}`),

  request_changed: ({ number, fields, reason, restated }) =>
    say(
      '更正申请登记内容',
      `${number}号：${listed(fields.map((field) => requestFieldNamed(field)))}${restatedWords(restated)}　${quoted(reason)}`,
    ),
  request_assigned: ({ number, userId }, { user }) => say('指定申请的经办人', `${number}号，${user(userId)}`),
  applicant_revealed: ({ number, reason }) => say('查看申请人信息', `${number}号　${quoted(reason)}`),
  request_file_added: ({ fileKind, type, size }) =>
    say('加入申请材料', `${requestFileKindNames[fileKind]}，${type.toUpperCase()}，${sizeWords(size)}`),
  request_file_opened: ({ fileKind }) => say('打开申请材料', requestFileKindNames[fileKind]),
  request_file_erased: () => say('删去申请材料'),
  requests_exported: ({ rows, format, withApplicants, reason }) =>
    say(
      '导出申请登记簿',
      `${rows}件，${format.toUpperCase()}${withApplicants ? `，含申请人信息　${quoted(reason ?? '')}` : ''}`,
    ),
  requests_imported: ({ rows, fileSha256 }) => say('导入申请登记簿', `${rows}件，校验码${fileSha256.slice(0, 8)}`),
  applicants_erased: ({ number, archivedOn }) => say('到期清除申请人信息', `${number}号，${archivedOn}归档`),
  applicants_resealed: ({ requests, files }) => say('更换申请人信息的密钥', `申请${requests}件，材料${files}份`),

  document_created: ({ title }) => say('建立', title),
  draft_saved: ({ cells, sections }, names) => say('改动', whatChanged(cells, sections, names)),
  zeros_declared: ({ count }) => say('确认空格都是0', `${count}格`),
  reason_written: ({ finding, withdrawn }) => say(withdrawn ? '删去提示的说明' : '说明提示', ruleOf(finding)),
  file_added: ({ sha256, type, size }) => say('加入文件', fileWords(sha256, type, size)),
  file_replaced: ({ sha256, type, size }) => say('用遮盖后的文件替换', fileWords(sha256, type, size)),
  remark_answered: () => say('答复意见'),
  document_moved: ({ move, revision, note }) =>
    say(revision === null ? deedNames[move] : `${deedNames[move]}第${revision}稿`, quoted(note)),
  document_published: ({ act, number }) => say(`${actNames[act]}第${number}版`),
  publication_held: ({ reason }) => say('到期没有公开', holdReasons[reason]),
  index_given: ({ indexNumber }) => say('给出索引号', indexNumber),
  validity_changed: ({ validity, day, by }) =>
    say(`有效性变为${validityNames[validity]}`, [day && `自${day}起`, by && `依据${by}`].filter(Boolean).join('，')),
  trail_verified: ({ lines, broken }) =>
    say('核验操作记录', broken === null ? `${lines}条前后相接` : `第${broken}条对不上`),
};

const restatedWords = (years: readonly number[]) =>
  years.length > 0 ? `，更正${listed(years.map(String))}年已公开的数字` : '';

const fileWords = (sha256: string, type: string, bytes: number) =>
  `${type.toUpperCase()}，${sizeWords(bytes)}，校验码${sha256.slice(0, 8)}`;

const most = 3;

function whatChanged(cells: readonly string[], sections: readonly string[], { cell, section }: Names) {
  const places = [...sections.map(section), ...cells.map(cell)];
  const shown = places.slice(0, most).join('；');
  return places.length > most ? `${shown}等${places.length}处` : shown;
}
