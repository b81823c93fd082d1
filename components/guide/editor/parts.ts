import { channelNames, type GuideField } from '@/lib/domain/guide/content';

/** The form part by part, in the order of the guide. */
export const guideParts: readonly {
  id: string;
  heading: string;
  note?: string;
  names: readonly GuideField[];
  pairs?: true;
}[] = [
  {
    ...{ id: 'part-office', heading: '工作机构', pairs: true as const },
    names: ['office', 'address', 'postcode', 'hours', 'phone', 'fax', 'email', 'website'],
  },
  { id: 'part-duties', heading: '职能、分类和编排', names: ['duties', 'arrangement'] },
  { id: 'part-proactive', heading: '主动公开', names: ['scope', 'ways'] },
  {
    ...{ id: 'part-channels', heading: '申请渠道', pairs: true as const, names: channelNames },
    note: '填写了的就是开通了的渠道，公开时逐条列出。',
  },
  { id: 'part-request', heading: '依申请公开', names: ['application', 'handling', 'periods', 'flow', 'fees'] },
  {
    ...{ id: 'part-bodies', heading: '上级机关', pairs: true as const },
    names: ['reviewer', 'supervisor', 'supervisorPhone'],
  },
  { id: 'part-remedies', heading: '监督救济和申请表', names: ['remedies', 'privacy'] },
];
