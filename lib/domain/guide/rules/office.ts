import { channelNames, factNames, type ProseName } from '@/lib/domain/guide/content';
import { type Fault, guideRule, type KnownFact } from '@/lib/domain/guide/rules/rule';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';

const article12 = '《中华人民共和国政府信息公开条例》第十二条';

export const reached = guideRule({
  id: 'GD-OFFICE',
  wording: '指南要写明政府信息公开工作机构的名称、办公地址、办公时间和联系电话。',
  basis: article12,
  severity: 'block',
  examples: { passes: {}, fails: { draft: { phone: '' } } },
  find: ({ guide: { facts } }) => missing(facts, ['office', 'address', 'hours', 'phone']),
});

export const contacts = guideRule({
  id: 'GD-CONTACT',
  wording: '指南要写明传真号码和互联网联系方式；没有开通的，说明原因。',
  basis: article12,
  severity: 'warn',
  examples: { passes: { draft: { email: '' } }, fails: { draft: { fax: '' } } },
  find: ({ guide: { facts } }) => [
    ...missing(facts, ['fax']),
    ...(facts.email === '' && facts.website === '' ? missing(facts, ['email']) : []),
  ],
});

export const channels = guideRule({
  id: 'GD-CHANNELS',
  wording: '当面和邮寄是任何申请人都能用的渠道，要写明提交到哪里。',
  basis: '《中华人民共和国政府信息公开条例》第二十八条、第三十一条',
  severity: 'block',
  examples: { passes: { draft: { online: '', by_fax: '' } }, fails: { draft: { post: '' } } },
  find: ({ guide }) => missing(guide.channels, ['in_person', 'post']),
});

export const oral = guideRule({
  id: 'GD-ORAL',
  wording: '书面申请确有困难的可以口头提出，要写明到哪里口头提出、由谁代为填写。',
  basis: '《中华人民共和国政府信息公开条例》第二十九条第一款',
  severity: 'block',
  examples: { passes: {}, fails: { draft: { oral: '' } } },
  find: ({ guide }) => missing(guide.channels, ['oral']),
});

export const bodies = guideRule({
  id: 'GD-BODIES',
  wording: '要写明受理行政复议的机关和政府信息公开工作主管部门。',
  basis: '《中华人民共和国政府信息公开条例》第三条、第五十一条',
  severity: 'block',
  examples: { passes: {}, fails: { draft: { reviewer: '' } } },
  find: ({ guide: { facts } }) => missing(facts, ['reviewer', 'supervisor']),
});

const names: readonly ProseName[] = [
  'duties',
  'arrangement',
  'scope',
  'ways',
  'application',
  'handling',
  'periods',
  'fees',
  'remedies',
  'privacy',
];

export const complete = guideRule({
  id: 'GD-TEXT',
  wording: '指南的每一部分都要有内容。',
  basis: article12,
  severity: 'block',
  examples: { passes: {}, fails: { draft: { arrangement: '' } } },
  find: ({ guide: { texts, flow } }) => [
    ...names.filter((field) => texts[field].length === 0).map((field) => ({ field })),
    ...(flow.length < 2 ? [{ field: 'flow' as const }] : []),
  ],
});

const known = ['office', 'address', 'postcode', 'hours', 'phone', 'fax', 'email'] as const satisfies KnownFact[];

export const upToDate = guideRule({
  id: 'GD-CURRENT',
  wording: '指南里的机构名称和联系方式要和机关设置里的一致；各页页脚用的是机关设置。',
  basis: article12,
  severity: 'warn',
  examples: { passes: {}, fails: { known: { phone: '0379-66519999' } } },
  find: ({ guide: { facts }, known: settings }) =>
    known.flatMap((field): Fault[] =>
      settings[field] !== '' && facts[field] !== '' && settings[field] !== facts[field]
        ? [{ field, facts: { written: facts[field], known: settings[field] } }]
        : [],
    ),
});

export const personal = guideRule({
  id: 'GD-PERSONAL',
  wording: '指南里像是个人信息的，要删去，或者说明为什么保留。',
  basis: '《中华人民共和国个人信息保护法》第六条',
  severity: 'warn',
  examples: {
    passes: { draft: { hours: '工作日' } },
    fails: { draft: { in_person: '联系李某，手机13800138000' } },
  },
  find: ({ guide, allow }) => {
    const own = [...allow, ...factNames.map((name) => guide.facts[name])].filter((text) => text !== '');
    const said: [Fault['field'], string][] = [
      ...channelNames.map((field): [Fault['field'], string] => [field, guide.channels[field]]),
      ...names.map((field): [Fault['field'], string] => [field, guide.texts[field].join('\n')]),
    ];
    return said.flatMap(([field, text]) =>
      findPersonalData(text, { allow: own }).map((hit) => ({ field, facts: { quote: hit.text } })),
    );
  },
});

const missing = <Name extends Fault['field']>(
  values: Readonly<Record<Name, string>>,
  fields: readonly Name[],
): Fault[] => fields.filter((field) => values[field] === '').map((field) => ({ field }));
