import { atField, itemRule } from '@/lib/domain/items/rules/rule';

const regulations = '《中华人民共和国政府信息公开条例》';

const restricted = {
  attribute: 'withheld',
  restriction: { reason: 'in_process', basis: '尚在讨论，属过程性信息。', reassessOn: '2025-03-05' },
} as const;

export const reasoned = itemRule({
  id: 'I-REASON',
  wording: '不予公开的要选择法定理由，依申请公开和不予公开的都要写明依据。',
  basis: `${regulations}第十三条至第十六条`,
  severity: 'block',
  examples: {
    passes: { item: restricted },
    fails: { item: { ...restricted, restriction: { ...restricted.restriction, reason: null } } },
  },
  find: ({ item: { attribute, restriction } }) => [
    ...(attribute === 'withheld' && restriction?.reason === null ? [atField('withholding')] : []),
    ...(restriction && restriction.basis === '' ? [atField('withholdingBasis')] : []),
  ],
});

export const reassessed = itemRule({
  id: 'I-REASSESS',
  wording: '不主动公开的要定下重新评估的日期，而且在今天以后。',
  basis: `${regulations}第十八条`,
  severity: 'block',
  examples: {
    passes: { item: restricted },
    fails: { item: { ...restricted, restriction: { ...restricted.restriction, reassessOn: '2024-03-05' } } },
  },
  find: ({ item: { restriction }, today }) =>
    restriction && (restriction.reassessOn === null || restriction.reassessOn <= today)
      ? [atField('reassessOn', { day: restriction.reassessOn ?? '' })]
      : [],
});

export const stillPublic = itemRule({
  id: 'I-PUBLIC',
  wording: '已经公开的信息，先撤下才能改为不公开。',
  basis: `${regulations}第十三条`,
  severity: 'block',
  examples: { passes: { item: restricted }, fails: { item: restricted, isPublic: true } },
  find: ({ item: { attribute }, isPublic }) =>
    isPublic && attribute !== 'proactive' ? [atField('attribute', { attribute })] : [],
});

export const mustBePublic = itemRule({
  id: 'I-DUTY',
  wording: '归入法定主动公开目录的信息，一般应当主动公开。',
  basis: `${regulations}第二十条、第二十一条`,
  severity: 'warn',
  examples: {
    passes: { item: { ...restricted, node: { code: 'own', label: '其他', basis: '' } } },
    fails: { item: restricted },
  },
  find: ({ item: { attribute, node } }) =>
    attribute !== 'proactive' && /^article-2[01]-/.test(node.code) ? [atField('attribute', { node: node.label })] : [],
});

export const published = itemRule({
  id: 'I-WAYS',
  wording: '主动公开的要选择公开方式。',
  basis: `${regulations}第二十三条、第二十五条`,
  severity: 'block',
  examples: { passes: { item: { ...restricted, ways: [] } }, fails: { item: { ways: [] } } },
  find: ({ item: { attribute, ways } }) => (attribute === 'proactive' && ways.length === 0 ? [atField('ways')] : []),
});

export const ended = itemRule({
  id: 'I-ENDED',
  wording: '失效、废止的要写明日期，不早于成文日期，不晚于今天。',
  basis: `${regulations}第六条`,
  severity: 'block',
  examples: {
    passes: { item: { validity: 'repealed', endedOn: '2024-03-04' } },
    fails: { item: { validity: 'lapsed', endedOn: null } },
  },
  find: ({ item: { validity, endedOn, formedOn }, today }) => {
    if (validity === 'valid') return [];
    const within = endedOn !== null && endedOn <= today && (formedOn === null || endedOn >= formedOn);
    return within ? [] : [atField('endedOn', { day: endedOn ?? '' })];
  },
});

const older = { title: '柳河镇森林防火管理办法', validity: 'valid' } as const;
const repeals = [{ kind: 'repeals', path: 'items/1', title: older.title }] as const;

export const related = itemRule({
  id: 'I-RELATED',
  wording: '相关信息应当是本机关已经公开的另一件信息。',
  basis: `${regulations}第六条`,
  severity: 'block',
  examples: {
    passes: { item: { relations: [...repeals] }, related: new Map([['items/1', older]]) },
    fails: { item: { relations: [...repeals] } },
  },
  find: ({ item: { relations }, related, path }) =>
    relations
      .filter((relation) => relation.path === path || !related.has(relation.path))
      .map((relation) => ({ ...atField('relations', { title: relation.title }), at: `relations#${relation.path}` })),
});

export const repealing = itemRule({
  id: 'I-REPEAL',
  wording: '规范性文件写明废止其他文件的，应当建立废止关联。',
  basis: '《国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕37号）',
  severity: 'warn',
  examples: {
    passes: { item: { normative: true, title: '关于废止《柳河镇集市管理办法》的通知', relations: [...repeals] } },
    fails: { item: { normative: true, title: '关于废止《柳河镇集市管理办法》的通知' } },
  },
  find: ({ item: { normative, title, body, relations } }) => {
    const said = [
      title,
      ...body.flatMap((block) => (block.kind === 'paragraph' ? block.runs.map((run) => run.text) : [])),
    ];
    const ends = said.some((text) => /废止《|《[^》]+》[^。；]{0,20}(?:同时|予以)?废止/.test(text));
    return normative && ends && !relations.some(({ kind }) => kind === 'repeals') ? [atField('relations')] : [];
  },
});

// Words that tell party affairs and village affairs from what an organ does in performing its functions.
const elsewhere = [
  { kind: 'party', words: /党支部|党总支|党委(?:会议|书记|委员)|发展党员|预备党员|党员大会|党费|主题党日|党务公开/ },
  { kind: 'village', words: /村民代表会议|村务公开|村集体(?:收支|资产|经济)|村规民约|村民委员会选举|四议两公开/ },
] as const;

export const governmental = itemRule({
  id: 'I-GOVERNMENTAL',
  wording: '党务、村务信息不属于政府信息，按各自的规定公开，不计入统计。',
  basis: `${regulations}第二条`,
  severity: 'warn',
  examples: { passes: {}, fails: { item: { title: '关于召开党员大会的通知' } } },
  find: ({ item: { title } }) =>
    elsewhere.flatMap(({ kind, words }) => {
      const quote = words.exec(title)?.[0];
      return quote ? [{ ...atField('title', { kind, quote }), at: `title ${kind}` }] : [];
    }),
});
