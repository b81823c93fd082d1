import { z } from 'zod';
import { sumOf } from '@/lib/domain/report/cells';
import type { Notion } from '@/lib/domain/report/rules/notions';
import { placeOf } from '@/lib/domain/report/rules/prose';
import { cellAddress, type Fault, rule } from '@/lib/domain/report/rules/rule';
import type { Statement } from '@/lib/domain/report/rules/statements';
import { cellPlace, type View } from '@/lib/domain/report/rules/view';

const cells = z.array(cellAddress).min(1);
/** The cells whose sum a stated number must be, and what people call that sum. */
const target = z.strictObject({ cells, name: z.string() });
type Target = z.infer<typeof target>;

const againstTable = { severity: 'warn', needs: ['prose'], settings: target } as const;
const basis = '年度报告审核要求：正文与表格的数据一致';

export const statedNew = rule({
  ...againstTable,
  basis,
  id: 'T3-NARR-NEW',
  wording: '正文写的新收、收到申请数，等于表三本年新收总计；包含上年结转的，等于本年新收加上年结转。',
  settings: z.strictObject({ cells, name: z.string(), carriedOver: cells }),
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['（二）依申请公开', '全年共收到政府信息公开申请6件（含上年结转1件）。'] },
      cells: { 't3/new_received/total': 5, 't3/carried_over/total': 1 },
    },
    fails: {
      format: '2021',
      text: { s1: ['（二）依申请公开', '全年共收到政府信息公开申请8件。'] },
      cells: { 't3/new_received/total': 5, 't3/carried_over/total': 1 },
    },
  },
  find: (view, { cells: own, name, carriedOver }) =>
    of(view, 'newly_received', 'received').flatMap((statement) => {
      const figure = numberOf(view, own);
      const over = numberOf(view, carriedOver);
      if (figure === null || over === null) return [];
      const { value, notion } = statement;
      const inclusive = notion === 'received' && statement.withCarriedOver;
      if (value === (inclusive ? figure + over : figure)) return [];
      return [
        mismatch(
          statement,
          { cells: inclusive ? [...own, ...carriedOver] : own, name },
          inclusive ? figure + over : figure,
          { withCarried: value === figure + over ? 1 : 0 },
        ),
      ];
    }),
});

export const statedCarriedOver = rule({
  ...againstTable,
  basis,
  id: 'T3-NARR-CARRIED',
  wording: '正文写的上年结转数，等于表三上年结转总计。',
  examples: {
    passes: { format: '2021', text: { s1: ['上年结转政府信息公开申请1件。'] }, cells: { 't3/carried_over/total': 1 } },
    fails: { format: '2021', text: { s1: ['上年结转政府信息公开申请2件。'] }, cells: { 't3/carried_over/total': 1 } },
  },
  find: (view, settings) => compare(view, settings, 'carried_over'),
});

export const statedCarriedForward = rule({
  ...againstTable,
  basis,
  id: 'T3-NARR-FORWARD',
  wording: '正文写的结转下年度数，等于表三结转下年度继续办理总计。',
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['结转下年度继续办理的政府信息公开申请1件。'] },
      cells: { 't3/carried_forward/total': 1 },
    },
    fails: {
      format: '2021',
      text: { s1: ['结转下年度继续办理的政府信息公开申请3件。'] },
      cells: { 't3/carried_forward/total': 1 },
    },
  },
  find: (view, settings) => compare(view, settings, 'carried_forward'),
});

export const statedHandled = rule({
  ...againstTable,
  basis,
  id: 'T3-NARR-HANDLED',
  wording: '正文写的办结、答复申请数，等于表三办理结果总计。',
  examples: {
    passes: { format: '2021', text: { s1: ['按期答复政府信息公开申请4件。'] }, cells: { 't3/results_total/total': 4 } },
    fails: { format: '2021', text: { s1: ['按期答复政府信息公开申请5件。'] }, cells: { 't3/results_total/total': 4 } },
  },
  find: (view, settings) => compare(view, settings, 'handled'),
});

export const statedRate = rule({
  basis,
  severity: 'warn',
  needs: ['prose'],
  id: 'T3-NARR-RATE',
  wording:
    '正文写的办结率、答复率，等于答复数除以本年应当办结的申请数（本年新收加上年结转减结转下年度），或者除以全部申请数。',
  settings: z.strictObject({ answered: cells, received: cells, forward: cells }),
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['按期答复政府信息公开申请4件，答复率100%。'] },
      cells: { 't3/new_received/total': 4, 't3/carried_over/total': 0, 't3/carried_forward/total': 0 },
    },
    fails: {
      format: '2021',
      text: { s1: ['按期答复政府信息公开申请4件，答复率98%。'] },
      cells: { 't3/new_received/total': 4, 't3/carried_over/total': 0, 't3/carried_forward/total': 0 },
    },
  },
  find: (view, { answered, received, forward }) =>
    view.reading.rates.flatMap(({ value, answered: stated, passage, start, end }): Fault[] => {
      const [all, left] = [numberOf(view, received), numberOf(view, forward)];
      if (all === null || left === null) return [];
      const count = stated ?? (value === 100 ? all - left : null);
      const possible = count === null ? [] : [all - left, all].map((due) => (due > 0 ? (count / due) * 100 : null));
      const fits =
        count === null ? value <= 100 : possible.some((rate) => rate !== null && Math.abs(rate - value) <= 0.5);
      if (fits) return [];
      const place = placeOf(passage, start, end);
      const facts = { stated: value, answered: count ?? '', due: all - left, rate: rounded(possible[0] ?? null) };
      return [{ at: quoted(place), places: [place, ...answered.map(cellPlace)], facts }];
    }),
});

export const statedCases = rule({
  basis,
  severity: 'warn',
  needs: ['prose'],
  id: 'T4-NARR',
  wording: '正文写的行政复议、行政诉讼件数，等于表四相应总计；行政诉讼为未经复议直接起诉与复议后起诉之和。',
  settings: z.strictObject({
    reconsideration: target,
    litigation: target,
    litigation_direct: target,
    litigation_after: target,
  }),
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['因政府信息公开被申请行政复议2件，行政诉讼1件。'] },
      cells: {
        't4/cases/reconsideration_total': 2,
        't4/cases/litigation_direct_total': 1,
        't4/cases/litigation_after_reconsideration_total': 0,
      },
    },
    fails: {
      format: '2021',
      text: { s1: ['因政府信息公开被申请行政复议134件，行政诉讼57件。'] },
      cells: {
        't4/cases/reconsideration_total': 134,
        't4/cases/litigation_direct_total': 50,
        't4/cases/litigation_after_reconsideration_total': 6,
      },
    },
  },
  find: (view, targets) =>
    (['reconsideration', 'litigation', 'litigation_direct', 'litigation_after'] as const).flatMap((notion) =>
      of(view, notion).flatMap((statement): Fault[] => {
        const also =
          statement.alsoOf === 'reconsideration' || statement.alsoOf === 'litigation'
            ? targets[statement.alsoOf]
            : null;
        const own = targets[notion];
        const both = also ? { cells: [...also.cells, ...own.cells], name: `${also.name}与${own.name}之和` } : own;
        const figure = numberOf(view, both.cells);
        if (figure === null || figure === statement.value) return [];
        // 均为2件 says it of each.
        if (also && [also, own].every((one) => numberOf(view, one.cells) === statement.value)) return [];
        return [mismatch(statement, both, figure)];
      }),
    ),
});

export const statedDocuments = rule({
  basis,
  severity: 'warn',
  needs: ['prose'],
  id: 'T2-NARR-DOCUMENTS',
  wording: '正文写的制发、公开、废止、现行有效规范性文件数，等于表二第二十条第（一）项的相应数。',
  settings: z.strictObject({
    documents_issued: target.optional(),
    documents_disclosed: target.optional(),
    documents_repealed: target.optional(),
    documents_in_force: target.optional(),
  }),
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['全年制发行政规范性文件3件。'] },
      cells: { 't2_1/normative_documents/issued': 3 },
    },
    fails: {
      format: '2021',
      text: { s1: ['全年主动公开行政规范性文件6件。'] },
      cells: { 't2_1/normative_documents/issued': 3 },
    },
  },
  find: (view, targets) =>
    Object.entries(targets).flatMap(([notion, told]) => (told ? compare(view, told, notion as Notion) : [])),
});

export const statedItems = rule({
  basis: '年度报告审核要求：正文与表格的数据一致；第二十条第（一）项填报口径为规章、规范性文件',
  severity: 'warn',
  needs: ['prose'],
  id: 'T2-NARR-DISCLOSED',
  wording: '正文写了主动公开信息条数，表二本年新公开数量为0，或者大于正文条数的，核对后说明口径。',
  settings: target,
  examples: {
    passes: {
      format: '2019',
      text: { s1: ['全年主动公开政府信息30条。'] },
      cells: { 't2_1/normative_documents/newly_disclosed': 2 },
    },
    fails: {
      format: '2019',
      text: { s1: ['全年公开此类信息345条。', '全年公开此类信息120条。'] },
      cells: { 't2_1/normative_documents/newly_disclosed': 0, 't2_1/rules/newly_disclosed': 0 },
    },
  },
  find: (view, { cells: own, name }) => {
    const figure = numberOf(view, own);
    const stated = of(view, 'items_disclosed');
    const all = stated.filter(({ extent }) => extent === 'all');
    const counted = all.length > 0 ? [...all].sort((a, b) => b.value - a.value).slice(0, 1) : stated;
    const sum = counted.reduce((total, { value }) => total + value, 0);
    if (figure === null || sum === 0 || (figure > 0 && figure <= sum)) return [];
    const parts = counted.map(({ value }) => value).join('＋');
    const places = counted.map(({ passage, start, end }) => placeOf(passage, start, end));
    return [
      {
        at: 'items',
        places: [...places, ...own.map(cellPlace)],
        facts: { parts, groups: counted.length, sum, figure, name },
      },
    ];
  },
});

export const statedParts = rule({
  basis: '年度报告审核要求：正文前后数据一致',
  severity: 'warn',
  needs: ['prose'],
  id: 'T2-NARR-PARTS',
  wording: '正文分类写的主动公开信息条数之和，等于正文写的总条数。',
  settings: z.strictObject({}),
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['全年共公开信息465条。', '全年公开此类信息345条。', '全年公开此类信息120条。'] },
    },
    fails: {
      format: '2021',
      text: { s1: ['全年共公开信息545条。', '全年公开此类信息345条。', '全年公开此类信息120条。'] },
    },
  },
  find: (view) => {
    const stated = of(view, 'items_disclosed');
    const totals = stated.filter(({ extent }) => extent === 'all');
    const groups = stated.filter(({ extent }) => extent === 'group');
    const sum = groups.reduce((total, { value }) => total + value, 0);
    if (groups.length < 2 || totals.length === 0 || totals.some(({ value }) => value === sum)) return [];
    const places = [...totals, ...groups].map(({ passage, start, end }) => placeOf(passage, start, end));
    const facts = { total: totals[0]?.value ?? 0, parts: groups.map(({ value }) => value).join('＋'), sum };
    return [{ at: 'items', places, facts }];
  },
});

const of = (view: View, ...notions: readonly Notion[]) =>
  view.reading.statements.filter(({ notion }) => notions.includes(notion));

function compare(view: View, told: Target, notion: Notion): Fault[] {
  const figure = numberOf(view, told.cells);
  if (figure === null) return [];
  return of(view, notion).flatMap((statement) =>
    statement.value === figure ? [] : [mismatch(statement, told, figure)],
  );
}

function mismatch(statement: Statement, told: Target, figure: number, more: Fault['facts'] = {}): Fault {
  const place = placeOf(statement.passage, statement.start, statement.end);
  const facts = {
    stated: statement.value,
    figure,
    name: told.name,
    difference: Math.abs(statement.value - figure),
    ...more,
  };
  return { at: quoted(place), places: [place, ...told.cells.map(cellPlace)], facts };
}

export const quoted = (place: ReturnType<typeof placeOf>) =>
  place.kind === 'text' ? `${place.section}#${place.block}:${place.quote}` : '';

function numberOf(view: View, addresses: readonly string[]): number | null {
  const sum = sumOf(addresses.map(view.value));
  return sum === null ? null : Number(sum);
}

const rounded = (rate: number | null) => (rate === null ? '' : Math.round(rate * 100) / 100);
