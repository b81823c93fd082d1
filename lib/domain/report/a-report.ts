import { type Cell, cellsOf, completeTables, putValue, sumOf, valueAt } from '@/lib/domain/report/cells';
import type { Block, CellAddress, CellValue, Report, Tables } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { formatById } from '@/lib/domain/report/formats';
import { titleOf } from '@/lib/domain/report/report-of';

// For tests: a filled report that keeps every rule, to be spoiled in one place at a time.

/** How a report differs from the valid one. Cells stand as given, totals too; paragraphs replace their section. */
export type Differences = {
  year?: number;
  name?: string;
  level?: string;
  title?: string;
  cells?: Readonly<Record<string, CellValue>>;
  /** A paragraph each; one that begins with （一） or 1. is a heading. */
  preamble?: readonly string[];
  text?: Readonly<Record<string, readonly string[]>>;
};

/** A valid report of a township, every cell filled, none zero but those of the rules that a township cannot make. */
export function aReport(formatOrId: ReportFormat | string = '2021', differences: Differences = {}): Report {
  const format = typeof formatOrId === 'string' ? known(formatOrId) : formatOrId;
  const { name = '德亭镇人民政府', level = 'township', year = format.years.to ?? format.years.from } = differences;
  const organisation = { name, shortName: name.replace(/人民政府$/, ''), level } as Report['organisation']; // tests may name any level
  const tables = withCells(completeTables(format, figuresOf(format)), differences.cells ?? {});
  const prose = proseOf(format, year, organisation.shortName ?? name, completeTables(format, figuresOf(format)));
  const narratives = format.sections.filter(({ kind }) => kind === 'narrative');
  const texts = { ...prose.text, ...differences.text };
  return {
    organisation,
    year,
    format: format.id,
    title: differences.title ?? titleOf({ name }, year),
    preamble: blocksOf(differences.preamble ?? prose.preamble),
    text: Object.fromEntries(narratives.map(({ id }) => [id, blocksOf(texts[id] ?? ['无。'])])),
    tables,
  };
}

/** The tables with some cells as given and nothing worked out anew. */
export function withCells(tables: Tables, cells: Readonly<Record<string, CellValue>>): Tables {
  const changed = structuredClone(tables);
  for (const [address, value] of Object.entries(cells)) putValue(changed, address as CellAddress, value); // tests name cells
  return changed;
}

/** Paragraphs as blocks, numbered from b1; those that begin with （一） or 1. are headings. */
export const blocksOf = (paragraphs: readonly string[]): Block[] =>
  paragraphs.map((text, position) => ({ id: `b${position + 1}`, kind: kindOf(text), text }));

function kindOf(text: string): Block['kind'] {
  if (/^（[一二三四五六七八九十]+）/.test(text)) return 'heading2';
  return /^\d+\./.test(text) ? 'heading3' : 'paragraph';
}

function figuresOf(format: ReportFormat): Tables {
  const tables: Tables = {};
  for (const cell of cellsOf(format)) {
    if (cell.computed) continue;
    putValue(tables, cell.address, figureOf(cell));
  }
  return balanced(format, tables);
}

function figureOf({ table, row, column, place }: Cell): CellValue {
  if (row.label === '规章') return 0;
  if (column.type === 'decimal') return `${place.row}.25`;
  if (column.signed) return place.row;
  // The third column of a small table counts at least what the first two do: 现行有效件数, 对外公开总数量.
  if (table.labelColumns === 1 && place.column === 3) return 6 + place.row;
  return 1 + ((place.row * 3 + place.column * 2) % 5);
}

// What came in is what was settled and what is left: 一 + 二 = 三 + 四 in each column.
function balanced(format: ReportFormat, tables: Tables): Tables {
  const complete = completeTables(format, tables);
  const requests = format.tables.find(({ rows }) => rows.some(({ id }) => id === 'carried_over'));
  const cells = (requests?.columns ?? [])
    .filter(({ sumOf: parts }) => !parts)
    .map(({ id }): [CellAddress, CellValue] => {
      const at = (row: string) => Number(valueAt(complete, `${requests?.id}/${row}/${id}`));
      return [`${requests?.id}/new_received/${id}`, at('results_total') + at('carried_forward') - at('carried_over')];
    });
  return withCells(tables, Object.fromEntries(cells));
}

function proseOf(format: ReportFormat, year: number, place: string, tables: Tables) {
  const total = (...addresses: string[]) => sumOf(addresses.map((address) => valueAt(tables, address))) ?? 0;
  const names = format.sections.map(({ heading }) => heading.replace(/^[一二三四五六七八九十]+、/, ''));
  const count = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const preamble = [
    `根据《中华人民共和国政府信息公开条例》和${format.notice.number}文件要求，由${place}人民政府党建办公室编制本报告。报告由${names.join('、')}${count[names.length - 1]}个部分组成。本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。本报告电子版可以在县政府网站下载。联系地址：${place}人民政府，电话：0379-66000000。`,
  ];
  const received = total('t3/new_received/total');
  const says: Record<string, string> = {
    proactive: `${year}年，${place}围绕群众关心的民生事项主动公开，内容准确，更新及时。`,
    on_request: `${year}年新收政府信息公开申请${received}件，上年结转${total('t3/carried_over/total')}件，答复申请${total('t3/results_total/total')}件，结转下年度继续办理${total('t3/carried_forward/total')}件。`,
    management: '落实信息公开起草、审批、签发责任制度，公开前逐条进行保密审查，定期清理过时信息。',
    platform: '依托县政府网站公开栏目发布信息，同步更新镇政府大门内的信息公开栏。',
    supervision: `收到行政复议${total('t4/cases/reconsideration_total')}件，行政诉讼${total('t4/cases/litigation_direct_total', 't4/cases/litigation_after_reconsideration_total')}件，已逐件分析原因。`,
    supervision_results: `${year}年，上级工作考核结果为良好，社会评议满意，没有发生责任追究情形。`,
    processing_fee: `${year}年发出收费通知，收取信息处理费情况：依据《政府信息公开信息处理费管理办法》收取2500元。`,
  };
  const narratives = format.sections.filter(({ kind }) => kind === 'narrative');
  const texts = narratives.map(({ id, topics = [] }, position): [string, string[]] => {
    if (position === 0) return [id, openingOf(topics, says)];
    if (position === 1) return [id, closing(year, place)];
    return [id, topics.length > 0 ? spoken(topics, says) : ['本年度没有其他需要报告的事项。']];
  });
  return { preamble, text: Object.fromEntries(texts) as Record<string, string[]> };
}

type Topics = NonNullable<ReportFormat['sections'][number]['topics']>;

// Topics that bind every level are headings of their own; what binds some stands at the end.
function openingOf(topics: Topics, says: Record<string, string>): string[] {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八'];
  const headed = topics.filter(({ levels }) => !levels);
  const opening = headed.length > 0 ? [] : [says.proactive ?? '', says.on_request ?? '', says.supervision ?? ''];
  const paragraphs = headed.flatMap((topic, position) => [
    `（${numerals[position]}）${topic.label}`,
    ...spoken([topic], says),
  ]);
  return [
    ...opening,
    ...paragraphs,
    ...spoken(
      topics.filter(({ levels }) => levels),
      says,
    ),
  ];
}

const spoken = (topics: Topics, says: Record<string, string>) =>
  topics.map(
    ({ id, label, words, mentions = [] }) => says[id] ?? `${label}：${[...words, ...mentions].join('、')}均已落实。`,
  );

const closing = (year: number, place: string) => [
  `${year}年${place}信息公开工作还存在一些不足：一是政策解读的形式比较单一；二是个别村公开不够及时。`,
  `${year + 1}年将逐项改进：一是每季度组织一次政策讲解，二是对各村公开情况按月检查，结果在镇政府公开栏通报。`,
];

function known(id: string): ReportFormat {
  const format = formatById(id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
}
