import { z } from 'zod';
import { sectionPlace, squeezed } from '@/lib/domain/report/rules/prose';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';

export const restated = rule({
  id: 'T3-RESTATED',
  wording:
    '以前年度的报告公开后，登记簿有补登、更正，表三、表四的数字因此变化的，在“存在的主要问题及改进情况”写明，或者说明原因。',
  basis: '年度报告格式表三第二项、第四项；《条例》第五十条第一款第（四）项',
  severity: 'warn',
  settings: z.strictObject({ section: z.string(), words: z.array(z.string()).min(1) }),
  examples: {
    passes: {
      format: '2021',
      year: 2024,
      text: { s5: ['2023年年度报告公开后补登申请1件，予以更正。登记还不够及时，下一步加强培训。'] },
      restated: [late()],
    },
    fails: { format: '2021', year: 2024, restated: [late()] },
  },
  find: (view, { section, words }) => {
    const own = (view.report.text?.[section] ?? []).map((block) => squeezed(block).plain).join('');
    return view.restated.flatMap(({ year, cells, requests, reasons }): Fault[] => {
      if (own.includes(`${year}年`) && words.some((word) => own.includes(word))) return [];
      // The total tells a movement best; where kinds of applicants changed places there is none.
      const first = cells.find(({ address }) => address.endsWith('total')) ?? cells[0];
      const facts = {
        ...{ year, cells: cells.length, requests: requests.length, reasons: reasons.map(unended).join('；') },
        ...{ cell: first?.label ?? '', before: first?.before ?? 0, after: first?.after ?? 0 },
      };
      return [{ at: String(year), places: [sectionPlace(section)], facts }];
    });
  },
});

// The sentence that it stands in ends by itself.
const unended = (reason: string) => reason.replace(/[。；\s]+$/, '');

function late() {
  return {
    year: 2023,
    cells: [{ address: 't3/new_received/total' as const, label: '表三，总计，本年新收', before: 0, after: 1 }],
    requests: [{ id: 'r', number: '2023-1' }],
    reasons: ['当时漏登。'],
  };
}
