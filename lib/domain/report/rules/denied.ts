import { z } from 'zod';
import { cellsOf, isZero } from '@/lib/domain/report/cells';
import type { DeniedMatter } from '@/lib/domain/report/rules/denials';
import { quoted } from '@/lib/domain/report/rules/narrative';
import { placeOf } from '@/lib/domain/report/rules/prose';
import { cellAddress, type Fault, rule } from '@/lib/domain/report/rules/rule';
import { cellPlace, type View } from '@/lib/domain/report/rules/view';

const cells = z.array(cellAddress).min(1);
const basis = '年度报告审核要求：正文与表格的数据一致';

export const noRequests = rule({
  basis,
  severity: 'warn',
  needs: ['prose'],
  id: 'T3-NARR-ZERO',
  wording: '正文写没有收到申请或者零报告的，表三各格都为0。',
  settings: z.strictObject({ table: z.string(), received: cellAddress }),
  examples: {
    passes: { format: '2019', text: { s1: ['2020年我镇收到政府信息公开申请，均已答复。'] } },
    fails: {
      format: '2019',
      text: { s1: ['2020年我镇未收到政府信息公开申请。'] },
      cells: { 't3/new_received/natural_person': 1 },
    },
  },
  find: (view, { table, received }) => {
    const all = cellsOf(view.format).flatMap((cell) =>
      cell.table.id === table && !cell.computed ? [cell.address] : [],
    );
    return denials(view, ['requests'], ({ besidesCarriedOver }) => (besidesCarriedOver ? [received] : all));
  },
});

export const noCases = rule({
  basis,
  severity: 'warn',
  needs: ['prose'],
  id: 'T4-NARR-ZERO',
  wording: '正文写没有行政复议、行政诉讼的，表四相应各格都为0。',
  settings: z.strictObject({ reconsideration: cells, litigation: cells }),
  examples: {
    passes: { format: '2019', text: { s1: ['依法办理行政复议、行政诉讼。'] } },
    fails: {
      format: '2019',
      text: { s1: ['2020年未发生行政复议、行政诉讼。'] },
      cells: { 't4/cases/litigation_direct_total': 1 },
    },
  },
  find: (view, told) =>
    denials(view, ['reconsideration', 'litigation'], ({ of }) =>
      of === 'reconsideration' ? told.reconsideration : told.litigation,
    ),
});

export const noDecisions = rule({
  basis,
  severity: 'warn',
  needs: ['prose'],
  id: 'T2-NARR-ZERO',
  wording: '正文写没有办理行政许可、行政处罚、行政强制的，表二相应处理决定数量为0。',
  settings: z.strictObject({ licensing: cells, penalties: cells, coercion: cells }),
  examples: {
    passes: {
      format: '2019',
      text: { s1: ['2020年未办理行政强制事项。'] },
      cells: { 't2_6/coercive_measures/decisions': 0 },
    },
    fails: {
      format: '2019',
      text: { s1: ['2020年未办理行政强制事项。'] },
      cells: { 't2_6/coercive_measures/decisions': 2 },
    },
  },
  find: (view, told) =>
    denials(view, ['licensing', 'penalties', 'coercion'], ({ of }) =>
      of === 'licensing' ? told.licensing : of === 'penalties' ? told.penalties : told.coercion,
    ),
});

function denials(
  view: View,
  matters: readonly DeniedMatter[],
  cellsFor: (denial: View['denials'][number]) => readonly `${string}/${string}/${string}`[],
): Fault[] {
  return view.denials.flatMap((denial): Fault[] => {
    if (!matters.includes(denial.of)) return [];
    const against = cellsFor(denial).filter((address) => {
      const value = view.value(address);
      return value !== null && !isZero(value);
    });
    const [first] = against;
    if (!first) return [];
    const place = placeOf(denial.passage, denial.start, denial.end);
    const facts = { matter: denial.of, cell: view.label(first), value: view.value(first) ?? '', count: against.length };
    return [{ at: `${denial.of}:${quoted(place)}`, places: [place, ...against.map(cellPlace)], facts }];
  });
}
