import pg from 'pg';
import { article26 } from '@/lib/domain/catalogue/publishing-period';
import { statutoryNodes } from '@/lib/domain/catalogue/statutory-nodes';

// Only for a database that is thrown away afterwards: guards and references are taken off, so that a million rows come in
// within minutes. Who signed what is not filled; nothing that is measured on it reads that.

type Size = { items: number; organisations: number; largest: number };

/** The organisations whose pages are measured, with a drafter each. */
export type Filled = { largest: Town; ordinary: Town };
export type Town = { organisationId: string; userId: string; slug: string };

const million: Size = { items: 1_000_000, organisations: 200, largest: 100_000 };

/** Fills a migrated, empty database with items: a tenth in one organisation, the rest alike in the others. */
export async function aMillionItems(ownerUrl: string, size: Size = million): Promise<Filled> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await takeOffGuards(client, ['document', 'disclosure_item', 'public_entry']);
    await fillOrganisations(client, size.organisations);
    await fillWords(client);
    await fillDocuments(client, size);
    await fillItems(client);
    await fillPublicEntries(client);
    for (const table of filled) await client.query(`VACUUM (ANALYZE) ${table}`);
    return { largest: await townOf(client, 1), ordinary: await townOf(client, 2) };
  } finally {
    await client.end();
  }
}

const filled = [
  'organisation',
  'user_account',
  'field',
  'catalogue_node',
  'document',
  'disclosure_item',
  'public_entry',
];

/** Takes guards and references off some tables, and lays out the dice of this connection. */
export async function takeOffGuards(client: pg.Client, tables: readonly string[]) {
  for (const table of tables) {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    const { rows } = await client.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = '${table}'::regclass AND contype IN ('f', 'c')`,
    );
    for (const { name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  }
  // The same items at every run; a number of an item and a salt give a number that looks thrown.
  await client.query(`
    CREATE FUNCTION pg_temp.pick (n bigint, salt int, among int) RETURNS int LANGUAGE sql IMMUTABLE
      RETURN (hashint8extended(n, salt) & 1073741823) % among;
    CREATE FUNCTION pg_temp.id (kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
      RETURN md5(kind || '-' || n)::uuid;
    -- Ids of documents grow with time, as those of the application do.
    CREATE FUNCTION pg_temp.document_id (n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
      RETURN (lpad(to_hex(1199145600000 + n * 570000), 12, '0') || '7' || left(md5(n::text), 3) || '8'
        || substr(md5(n::text), 4, 15))::uuid`);
}

const fields = ['政府信息公开', '民生保障', '乡村建设', '财政', '安全生产', '农业农村'];
const own = ['重点任务公开', '典型事例公开', '政策知识公开'];
const roles = ['drafter', 'drafter', 'drafter', 'section_leader', 'principal_leader', 'auditor'];

/** Organisations with their fields, people and nodes. */
export async function fillOrganisations(client: pg.Client, count: number) {
  await client.query(
    `INSERT INTO organisation (id, slug, name, short_name, level, office_name)
     SELECT pg_temp.id('organisation', n), 'town-' || n, name || '人民政府', name, 'township', name || '党政办公室'
     FROM generate_series(1, $1::int) n, LATERAL (SELECT
       substr('德柳白石青龙凤大河清水平山南北东西新马', 1 + n % 20, 1) || substr('亭河桥岭泉沟湾坪峪店', 1 + n / 20 % 10, 1) || '镇' AS name)`,
    [count],
  );
  await client.query(
    `INSERT INTO field (id, organisation_id, name)
     SELECT pg_temp.id('field' || at, n), pg_temp.id('organisation', n), name
     FROM generate_series(1, $1::int) n, unnest($2::text[]) WITH ORDINALITY AS f (name, at)`,
    [count, fields],
  );
  await client.query(
    `INSERT INTO user_account (id, organisation_id, sign_in_name, name, post, password_hash, must_change_password)
     SELECT pg_temp.id('user' || at, n), pg_temp.id('organisation', n), 'town-' || n || '.' || at,
       substr('李张王陈刘赵', at::int, 1) || '某', '', '-', false
     FROM generate_series(1, $1::int) n, generate_series(1, $2::int) at`,
    [count, roles.length],
  );
  await client.query(
    `INSERT INTO user_role (organisation_id, user_id, role)
     SELECT pg_temp.id('organisation', n), pg_temp.id('user' || at, n), role::"Role"
     FROM generate_series(1, $1::int) n, unnest($2::text[]) WITH ORDINALITY AS r (role, at)`,
    [count, roles],
  );
  await client.query(
    `INSERT INTO field_leader (organisation_id, field_id, user_id)
     SELECT pg_temp.id('organisation', n), pg_temp.id('field' || at, n), pg_temp.id('user' || $2::int, n)
     FROM generate_series(1, $1::int) n, generate_series(1, $3::int) at`,
    [count, roles.indexOf('section_leader') + 1, fields.length],
  );
  const nodes = [
    ...statutoryNodes.map(({ kind, code, label }) => ({ kind, code, label })),
    ...own.map((label, at) => ({ kind: 'own', code: `own-${at + 1}`, label })),
  ];
  await client.query(
    `INSERT INTO catalogue_node (id, organisation_id, kind, code, label, period, ways, position)
     SELECT pg_temp.id('node' || at, n), pg_temp.id('organisation', n), kind::"NodeKind", code, label, $2, '{website}', at
     FROM generate_series(1, $1::int) n,
       unnest($3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS c (kind, code, label, at)`,
    [
      count,
      JSON.stringify(article26),
      nodes.map(({ kind }) => kind),
      nodes.map(({ code }) => code),
      nodes.map(({ label }) => label),
    ],
  );
}

// What townships publish, in words that combine to some hundred thousand titles and many more bodies.
const words = {
  matter: [
    '农村最低生活保障',
    '特困人员救助供养',
    '农村危房改造',
    '耕地地力保护补贴',
    '防汛抗旱应急预案',
    '森林防火',
    '秸秆禁烧',
    '土地承包经营权流转',
    '宅基地审批',
    '乡村振兴衔接资金',
    '城乡居民基本医疗保险',
    '高龄津贴发放',
    '残疾人两项补贴',
    '临时救助',
    '饮水安全巩固提升工程',
    '高标准农田建设',
    '村级公益事业财政奖补',
    '安全生产专项检查',
    '食品摊点备案',
    '扫黑除恶',
    '人居环境整治',
    '厕所改造',
    '春季义务植树',
    '招商引资项目',
    '义务教育学区划分',
    '公益性岗位招聘',
    '退役军人优抚',
    '水库移民后期扶持',
    '地质灾害隐患点',
    '年度财政预算',
  ],
  form: ['公示', '通知', '实施方案', '公告', '情况通报', '工作总结', '政策解读', '名单', '管理办法', '任务分解表'],
  part: ['第一批', '第二批', '第三批', '上半年', '下半年', '第一季度', '第二季度', '第三季度', '第四季度', '全年'],
  subject: [
    '镇党政办公室',
    '民政所',
    '财政所',
    '农业服务中心',
    '村镇建设发展中心',
    '各行政村',
    '镇纪委',
    '派出所',
    '中心学校',
    '卫生院',
  ],
  deed: [
    '按照上级部署，逐户核对了申报材料',
    '会同村民委员会对公示名单进行了复核',
    '组织人员到现场进行了检查，发现的问题已经责令整改',
    '将补助资金通过一折通发放到户',
    '召开专题会议，对下一步工作作了安排',
    '明确了责任人和完成时限，并纳入年度考核',
    '公布了监督电话，接受群众监督',
    '对不符合条件的对象及时予以清退',
    '建立了工作台账，做到底数清、情况明',
    '开展了集中宣传，发放宣传资料若干份',
  ],
  end: [
    '公示期为七天，有异议的可以向镇政府反映。',
    '请各村认真组织实施，确保按期完成。',
    '本办法自发布之日起施行。',
    '有关情况及时报送镇政府。',
    '特此公告。',
    '联系地址为镇政府院内便民服务大厅。',
  ],
};

async function fillWords(client: pg.Client) {
  const lists = Object.entries(words);
  await client.query(
    `CREATE TEMP TABLE words AS SELECT ${lists.map(([name], at) => `$${at + 1}::text[] AS ${name}`).join(', ')}`,
    lists.map(([, list]) => list),
  );
}

async function fillDocuments(client: pg.Client, { items, organisations, largest }: Size) {
  // Every so many-th item is the largest organisation's, so that its rows lie scattered among the others, as in earnest.
  const every = Math.round(items / largest);
  await client.query(
    `CREATE TEMP TABLE plan AS
     SELECT n, pg_temp.document_id(n) AS id, town, pg_temp.id('organisation', town) AS organisation_id,
       current_date - 6600 + (n * 6600 / $1)::int - pg_temp.pick(n, 1, 60) AS formed_on,
       (ARRAY['draft','draft','in_review','in_sign_off','signed','withdrawn']::"DocumentStatus"[])[1 + pg_temp.pick(n, 2, 100)] AS unfinished
     FROM generate_series(1::bigint, $1::bigint) n,
       LATERAL (SELECT CASE WHEN n % $2 = 0 THEN 1 ELSE 2 + (n / $2 * ($2 - 1) + n % $2) % ($3 - 1) END AS town)`,
    [items, every, organisations],
  );
  await client.query(
    `INSERT INTO document (id, organisation_id, kind, title, path, field_id, drafter_id, status, draft, created_at, status_since)
     SELECT plan.id, organisation_id, 'item',
       concat(extract(year FROM formed_on), '年', matter[1 + pg_temp.pick(n, 3, array_length(matter, 1))],
         part[1 + pg_temp.pick(n, 4, 10)], form[1 + pg_temp.pick(n, 5, 10)], '（', n % 97 + 1, '号）'),
       'items/' || n, pg_temp.id('field' || 1 + pg_temp.pick(n, 6, ${fields.length}), town),
       pg_temp.id('user' || 1 + pg_temp.pick(n, 7, 3), town), coalesce(unfinished, 'published'), '{}', formed_on, formed_on
     FROM plan, words`,
  );
}

async function fillItems(client: pg.Client) {
  await client.query(
    `INSERT INTO disclosure_item (document_id, organisation_id, index_number, node_id, class_id, attribute, document_number,
       normative, formed_on, due_on, reassess_on, first_published_on, status, field_id, drafter_id)
     SELECT plan.id, plan.organisation_id,
       CASE WHEN out THEN concat('00', town, '/', extract(year FROM formed_on), '-', lpad(n::text, 7, '0')) END,
       pg_temp.id('node' || 1 + pg_temp.pick(n, 8, ${statutoryNodes.length}), town),
       CASE WHEN pg_temp.pick(n, 9, 4) > 0 THEN pg_temp.id('node' || ${statutoryNodes.length} + pg_temp.pick(n, 9, 4), town) END,
       CASE WHEN restricted THEN 'on_request' ELSE 'proactive' END::"Attribute", '',
       pg_temp.pick(n, 8, ${statutoryNodes.length}) = 0, formed_on, formed_on + 28,
       CASE WHEN restricted THEN formed_on + 365 END,
       CASE WHEN out THEN formed_on + pg_temp.pick(n, 10, 35) END, document.status, document.field_id, document.drafter_id
     FROM plan JOIN document USING (id),
       LATERAL (SELECT document.status IN ('published', 'withdrawn') AS out, pg_temp.pick(n, 11, 100) = 0 AS restricted)`,
  );
}

async function fillPublicEntries(client: pg.Client) {
  const sentence = (salt: number) =>
    `subject[1 + pg_temp.pick(n, ${salt}, 10)] || deed[1 + pg_temp.pick(n, ${salt + 1}, 10)] || '，涉及'
       || pg_temp.pick(n, ${salt + 2}, 900) || '户' || pg_temp.pick(n, ${salt + 3}, 3000) || '人。'`;
  await client.query(
    `INSERT INTO public_entry (document_id, organisation_id, kind, path, publication_id, number, index_number, title, text,
       node_id, class_id, formed_on, first_published_at, published_at, year, withdrawn)
     SELECT plan.id, plan.organisation_id, 'item', path, plan.id, 1, index_number, title,
       concat_ws(E'\\n', title, ${[20, 30, 40].map(sentence).join(', ')}, "end"[1 + pg_temp.pick(n, 50, 6)]),
       node_id, class_id, item.formed_on, first_published_on, first_published_on, extract(year FROM first_published_on),
       document.status = 'withdrawn'
     FROM plan JOIN document USING (id) JOIN disclosure_item item ON item.document_id = plan.id, words
     WHERE first_published_on IS NOT NULL`,
  );
}

/** One of the organisations, with its first drafter. */
export async function townOf(client: pg.Client, n: number): Promise<Town> {
  const { rows } = await client.query<Town>(
    `SELECT id AS "organisationId", slug, pg_temp.id('user1', $1) AS "userId" FROM organisation WHERE slug = 'town-' || $1::int`,
    [n],
  );
  const [town] = rows;
  if (!town) throw new Error(`town ${n} is missing`);
  return town;
}
