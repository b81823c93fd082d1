import type { IndexEntry } from '@/lib/domain/open-data';
import { validityNames } from '@/lib/text/items';

// What the page of data, the index and the archives say.

export const dataName = '公开数据下载';

/** What each kind of document is called in a list of all of them. */
export const documentKindNames: Record<IndexEntry['kind'], string> = {
  annual_report: '年度报告',
  item: '主动公开信息',
  guide: '政府信息公开指南',
};

type Field = {
  /** Name in index.json. */
  name: string;
  /** Heading in index.csv; null where the table has no such column. */
  heading: string | null;
  meaning: string;
  /** The same in index.jsonld. */
  term: string;
};

/** Every field of the index, in the order of its columns. */
export const indexFields = [
  {
    name: 'kind',
    heading: '类型',
    meaning: 'annual_report是年度报告，item是主动公开信息，guide是政府信息公开指南。CSV里写中文。',
    term: 'dcterms:type',
  },
  { name: 'title', heading: '名称', meaning: '标题，与签发的一致。', term: 'dcterms:title' },
  {
    name: 'year',
    heading: '年度',
    meaning: '年度报告是所报告的年份；其他是第一次公开的年份。压缩包按它分。',
    term: 'dcterms:coverage',
  },
  {
    name: 'indexNumber',
    heading: '索引号',
    meaning: '第一次公开时给出，以后不变。年度报告和指南没有。',
    term: 'dcterms:identifier',
  },
  {
    name: 'documentNumber',
    heading: '发文字号',
    meaning: '没有的为空。',
    term: 'dcterms:bibliographicCitation',
  },
  { name: 'node', heading: '所属目录', meaning: '公开目录的代码和名称；CSV里只写名称。', term: 'dcterms:subject' },
  { name: 'class', heading: '类别', meaning: '另外归入的类别，没有的为空。', term: 'dcterms:subject' },
  { name: 'formedOn', heading: '成文日期', meaning: '年-月-日，北京时间，下同。', term: 'dcterms:created' },
  {
    name: 'publishedOn',
    heading: '发布日期',
    meaning: '第一次公开的日期，由系统在公开时记下。',
    term: 'dcterms:issued',
  },
  {
    name: 'correctedOn',
    heading: '更正日期',
    meaning: '现行的一版是更正的，这一版公开的日期。',
    term: 'dcterms:modified',
  },
  {
    name: 'validity',
    heading: '有效性',
    meaning: 'valid是有效，lapsed是失效，repealed是废止。CSV里写中文。',
    term: 'schema:creativeWorkStatus',
  },
  { name: 'endedOn', heading: '失效或者废止日期', meaning: '有效的为空。', term: 'dcterms:valid' },
  { name: 'edition', heading: '版本', meaning: '现行的是第几版；更正一次加一。', term: 'schema:version' },
  { name: 'address', heading: '网址', meaning: '网页的固定地址，总是显示现行的一版。', term: '@id' },
  {
    name: 'files',
    heading: null,
    meaning: '这一版各种格式的文件，按扩展名列出地址；json是签发内容。',
    term: 'dcterms:hasFormat',
  },
  {
    name: 'sha256',
    heading: '内容校验码',
    meaning: '签发内容的SHA-256。取得json那一个文件自己计算，应与它相同。',
    term: 'schema:sha256',
  },
] as const satisfies readonly Field[];

/** Headings of the table of fields. */
export const fieldHeadings = {
  field: '字段（JSON）',
  column: '列名（CSV）',
  meaning: '说明',
  term: '元数据（JSON-LD）',
};
export const noColumn = '无此列';

/** 有效 */
export const validityOf = (validity: IndexEntry['validity']) => validityNames[validity];

/** What the forms of the index are called, and what each is good for. */
export const indexForms = {
  json: { name: '索引 JSON', use: '供程序读取' },
  csv: { name: '索引 CSV', use: '可以用Excel、WPS表格打开' },
  jsonld: { name: '索引 JSON-LD', use: '都柏林核心元数据和schema.org词汇' },
} as const;

/** 2020年, or of a year in several parts: 2020年（第2部分） */
export const archiveName = (year: number, part: number, parts: number) =>
  `${year}年${parts > 1 ? `（第${part}部分）` : ''}`;

/** 德亭镇人民政府2020年公开信息.zip */
export const archiveFileName = (organisation: string, year: number, part: number, parts: number) =>
  `${safeName(organisation, 60)}${year}年公开信息${parts > 1 ? `（第${part}部分）` : ''}.zip`;

/** The names inside an archive. */
export const archiveNames = {
  folders: documentKindNames,
  earlier: '以前的版本',
  attachments: '附件',
  pictures: '图片',
  index: '目录.csv',
  manifest: '清单.json',
  readme: '说明.txt',
  form: '政府信息公开申请表',
} as const;

/** 0012_关于春季森林防火的通知: the number under which it stands on the web, and its title. */
export const itemFolder = (number: number, title: string) =>
  `${String(number).padStart(4, '0')}_${safeName(title, 50)}`;

/** A name that every system can keep: no sign that one of them forbids, no step up, not too long. */
export function safeName(name: string, most = 100): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.[a-z0-9]{1,8})?$/isu.exec(name.normalize('NFC')) ?? [];
  const plain = stem.replace(/[\\/:*?"<>|\p{C}]/gu, '_').trim();
  const short = [...plain]
    .slice(0, most - extension.length)
    .join('')
    .replace(/[. ]+$/, '');
  const kept = short.replace(/^\.+/, '');
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(kept);
  return `${reserved || kept === '' ? '_' : ''}${kept}${extension}`;
}

type ReadmeOf = { organisation: string; year: number; part: number; parts: number; address: string; terms: string };

/** What stands beside the files of an archive, for whoever opens it years later. */
export const archiveReadme = ({ organisation, year, part, parts, address, terms }: ReadmeOf) =>
  [
    `${organisation}${archiveName(year, part, parts)}公开信息`,
    '',
    `${archiveNames.index}：收入本压缩包的全部报告和信息，一份一行，可以用Excel、WPS表格打开。`,
    `${archiveNames.manifest}：每个文件的路径、字节数和SHA-256，以及签发内容的校验码和网上公开地址。`,
    `“${archiveNames.earlier}”里的版本已被更正替代，只供查考。撤下的信息不收入。`,
    `网上公开地址：${address}`,
    ...(terms ? [`${dataWords.terms}：${terms}`] : []),
    '',
  ].join('\r\n');

export const dataWords = {
  intro: '本机关公开的全部信息，都可以整批下载。数据与网页相同，有新的公开、更正或者撤下，随即更新。',
  archives: '按年度打包下载',
  archivesHint:
    '压缩包里有这一年度的年度报告、主动公开信息和附件的全部格式，附目录和每个文件的校验码。年度报告按所报告的年份，其他按第一次公开的年份。',
  index: '索引',
  indexHint: '索引列出现行的每一份报告和信息，一份一行。',
  fields: '字段说明',
  others: '其他',
  terms: '使用说明',
  empty: '还没有公开的信息。公开后，在这里提供下载。',
  busy: '下载的人多，请稍后再试。',
} as const;

/** 年度报告1份，主动公开信息23条 */
export const archiveContents = (counts: Readonly<Record<IndexEntry['kind'], number>>) =>
  [
    counts.annual_report > 0 && `年度报告${counts.annual_report}份`,
    counts.item > 0 && `主动公开信息${counts.item}条`,
    counts.guide > 0 && '政府信息公开指南1份',
  ]
    .filter(Boolean)
    .join('，');

/** What a search engine or a portal is told of addresses. */
export const siteMapNames = {
  pages: '网站地图：栏目（XML）',
  items: (part: number, parts: number) => `网站地图：信息${parts > 1 ? `，第${part}部分` : ''}（XML）`,
} as const;
