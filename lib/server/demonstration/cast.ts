import 'server-only';
import type { Role } from '@/lib/domain/access';
import type { NewOrganisation } from '@/lib/server/organisation/found-organisation';

/** One password for all: nothing in the demonstration is worth guarding, and it says so at every start. */
export const demonstrationPassword = 'gongkai-demo-2020';

export const county = {
  organisation: {
    slug: 'songxian',
    name: '嵩县人民政府',
    shortName: '嵩县',
    level: 'county',
    officeName: '嵩县人民政府办公室',
  } satisfies NewOrganisation,
  // Tells the demonstration from an installation that is in earnest.
  administrator: { signInName: 'songxian-demo', name: '赵某', post: '管理员' },
};

export const town = {
  organisation: {
    slug: 'deting',
    name: '德亭镇人民政府',
    shortName: '德亭镇',
    level: 'township',
    officeName: '德亭镇人民政府党建办公室',
    parent: county.organisation.slug,
  } satisfies NewOrganisation,
  administrator: { signInName: 'admin', name: '王某', post: '管理员' },
};

export const field = '政府信息公开';

/** The three classes by which the report of 2020 counts what was made public, as nodes of the township's own. */
export const classes = [
  { code: 'key-tasks', label: '重点任务公开' },
  { code: 'exemplary-cases', label: '典型事例公开' },
  { code: 'policy-knowledge', label: '政策知识公开' },
] as const;

type Member = { signInName: string; name: string; post: string; role: Role };

export const drafter: Member = { signInName: 'liqc', name: '李某', post: '党建办公室', role: 'drafter' };
export const sectionLeader: Member = { signInName: 'zhang', name: '张某', post: '分管领导', role: 'section_leader' };
export const principalLeader: Member = { signInName: 'chen', name: '陈某', post: '主要领导', role: 'principal_leader' };
const auditor: Member = { signInName: 'audit', name: '孙某', post: '监督员', role: 'auditor' };

export const members: readonly Member[] = [drafter, sectionLeader, principalLeader, auditor];
