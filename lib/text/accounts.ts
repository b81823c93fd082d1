import type { Role } from '@/lib/domain/access';

export const roleNames: Record<Role, string> = {
  drafter: '起草人',
  section_leader: '分管领导',
  principal_leader: '主要领导',
  administrator: '管理员',
  auditor: '监督员',
};

export const roleNotes: Record<Role, string> = {
  drafter: '起草、送审、更正',
  section_leader: '审批自己分管的领域',
  principal_leader: '签发、撤下',
  administrator: '管人员、领域和机关信息，不参加文件的办理',
  auditor: '查看全部文件和操作记录',
};

/** Why the sign-in page has appeared; by the word in its address. */
export const lapseNotices: Record<string, { title: string; more: string }> = {
  idle: { title: '30分钟没有操作，已自动退出', more: '填写的内容已经保存，登录后接着写。' },
  expired: { title: '登录已满12小时，已自动退出', more: '填写的内容已经保存，登录后接着写。' },
  ended: { title: '您的登录已经结束', more: '可能在别处退出了全部登录，或者账号、角色有变动。请重新登录。' },
  out: { title: '已退出登录', more: '公用的电脑请关闭浏览器。' },
};

export const passwordHint = '至少10个字符，可以用一句自己记得住的话。不要用账号、姓名、机关名称和常见的密码。';
