import type { Role } from '@/lib/domain/access';
import { requestFactNames } from '@/lib/text/request-settings';

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

/** What was changed of a person or an organisation, as the trail and the forms call it. */
export const factNames: Record<string, string> = {
  'user.name': '姓名',
  'user.post': '职务',
  name: '机关全称',
  shortName: '地名',
  officeName: '政府信息公开工作机构',
  'contact.address': '办公地址',
  'contact.postcode': '邮政编码',
  'contact.phone': '联系电话',
  'contact.fax': '传真',
  'contact.email': '电子邮箱',
  'contact.hours': '办公时间',
  'site.name': '网站名称',
  'site.domain': '网站域名',
  'site.idCode': '网站标识码',
  'site.icp': 'ICP备案号',
  'site.publicSecurity': '公安机关备案号',
  'site.host': '主办单位',
  'site.hostPhone': '主办单位电话',
  'site.emblemUrl': '“党政机关”标识网址',
  'site.faultsUrl': '“我为政府网站找错”网址',
  'site.portalUrl': '上级门户网址',
  'site.siteMapUrl': '网站地图网址',
  'site.reportColumn': '年报栏目名称',
  'site.dataTerms': '公开数据使用说明',
  'index.prefix': '索引号前段码',
  'index.period': '索引号编号周期',
  'index.width': '索引号序号位数',
  'gate.allow': '不算个人信息的电话和邮箱',
  'gate.maskFirst': '号码遮盖后保留前几位',
  'gate.maskLast': '号码遮盖后保留后几位',
  ...requestFactNames,
  reportDeadline: '年报公开截止日',
  internalDeadline: '机关内部完成日',
};
