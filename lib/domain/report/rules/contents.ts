import { z } from 'zod';
import type { Passage } from '@/lib/domain/report/rules/prose';
import { placeOf, sectionPlace, squeezed } from '@/lib/domain/report/rules/prose';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';
import type { View } from '@/lib/domain/report/rules/view';

const labelled = z.array(z.strictObject({ label: z.string(), words: z.array(z.string()).min(1) })).min(1);

export const contact = rule({
  id: 'G-CONTACT',
  wording: '导言写明查阅或者下载年度报告的途径和联系方式。',
  basis: '《条例》第二十四条（查阅、下载）；年度报告编制惯例',
  severity: 'warn',
  needs: ['preamble'],
  settings: z.strictObject({ items: labelled }),
  examples: {
    passes: {
      format: '2021',
      preamble: ['本报告可在县政府网站下载，如有疑问请与党建办公室联系，联系电话见政府信息公开指南。'],
    },
    fails: { format: '2021', preamble: ['本报告由德亭镇人民政府党建办公室编制。'] },
  },
  find: ({ passages }, { items }) => {
    const missing = absent(
      passages.filter(({ section }) => section === 'preamble'),
      items,
    );
    return missing ? [{ at: 'preamble', places: [sectionPlace('preamble')], facts: { missing } }] : [];
  },
});

const toldTopics = z.strictObject({ section: z.string(), topics: z.array(z.string()).min(1) });

export const topics = rule({
  id: 'G-TOPICS',
  wording: '总体情况写全格式规定的各个方面。',
  basis: '国办公开办函〔2021〕30号',
  severity: 'warn',
  needs: ['text'],
  settings: toldTopics,
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', text: { s1: ['2021年，我镇认真做好主动公开和依申请公开工作。'] } },
  },
  find: (view, told) => missingTopics(view, told),
});

export const supervision = rule({
  id: 'G-SUPERVISION',
  wording: '各级人民政府的年度报告写明工作考核、社会评议和责任追究结果情况，没有发生的也要写明。',
  basis: '《条例》第五十条第一款第（四）项',
  severity: 'warn',
  needs: ['text'],
  settings: toldTopics,
  examples: {
    passes: { format: '2021', text: { s1: ['本年度工作考核结果为良好，开展社会评议一次，未发生责任追究。'] } },
    fails: { format: '2021', text: { s1: ['本年度工作考核结果为良好。'] } },
  },
  find: (view, told) => missingTopics(view, told),
});

export const processingFee = rule({
  id: 'G-S6-FEE',
  wording: '“其他需要报告的事项”写明收取信息处理费情况：收取的金额，或者没有收取。',
  basis: '国办公开办函〔2021〕30号；《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  severity: 'warn',
  needs: ['text'],
  settings: toldTopics,
  examples: {
    passes: { format: '2021', text: { s6: ['2021年我镇没有收取政府信息公开信息处理费。'] } },
    fails: { format: '2021', text: { s6: ['无'] } },
  },
  find: (view, told) => missingTopics(view, told),
});

// The format says what its sections must treat. Whether it stands in that section or in another, the citizen can read it.
function missingTopics(
  { report, format, passages }: View,
  { section: id, topics: due }: z.infer<typeof toldTopics>,
): Fault[] {
  const plain = proseOf(passages.filter(({ section }) => section !== 'preamble'));
  const section = format.sections.find((candidate) => candidate.id === id);
  const missing = (section?.topics ?? []).flatMap(({ id: topic, label, words, mentions = [], levels }): string[] => {
    if (!due.includes(topic) || (levels && !levels.includes(report.organisation.level))) return [];
    if (!words.some((word) => plain.includes(word))) return [label];
    return mentions
      .filter((mention) => !mention.split('|').some((word) => plain.includes(word)))
      .map((mention) => mention.split('|')[0] ?? '');
  });
  return missing.length > 0 ? [{ at: id, places: [sectionPlace(id)], facts: { missing: missing.join('、') } }] : [];
}

export const problems = rule({
  id: 'G-S5-NONEMPTY',
  wording: '“存在的主要问题及改进情况”写出具体内容，不空着、不写“无”，不少于10个字，不照抄上年。',
  basis: '《条例》第五十条第一款第（四）项',
  severity: 'block',
  needs: ['text'],
  settings: z.strictObject({ section: z.string(), least: z.int() }),
  examples: {
    passes: { format: '2021', text: { s5: ['公开内容不够全面，下一步加强培训、补齐短板。'] } },
    fails: { format: '2021', text: { s5: ['无。'] } },
  },
  find: (view, { section, least }) => {
    const own = proseOf(view.passages, section);
    const length = [...own.replace(/[\p{P}\p{S}]/gu, '')].length;
    const last = (view.previous?.text?.[section] ?? []).map((block) => squeezed(block).plain).join('');
    const kind = length === 0 ? 'empty' : length < least ? 'short' : own === last ? 'copied' : null;
    return kind
      ? [
          {
            at: section,
            places: [sectionPlace(section)],
            facts: { kind, length, least, lastYear: view.report.year - 1 },
          },
        ]
      : [];
  },
});

export const rectification = rule({
  id: 'G-S5-LAST-YEAR',
  wording: '“存在的主要问题及改进情况”写明上年报告所列问题的整改情况。',
  basis: '年度报告审核实践',
  severity: 'warn',
  needs: ['text', 'previous'],
  settings: z.strictObject({ section: z.string(), words: z.array(z.string()).min(1) }),
  examples: {
    passes: {
      format: '2021',
      year: 2022,
      text: { s5: ['针对上年报告所列问题，已经完成整改；公开内容仍不够全面。'] },
      previous: {},
    },
    fails: { format: '2021', year: 2022, text: { s5: ['公开内容不够全面，下一步加强培训、补齐短板。'] }, previous: {} },
  },
  find: ({ report, passages }, { section, words }) => {
    const own = proseOf(passages, section);
    if (own === '' || [...words, `${report.year - 1}年`].some((word) => own.includes(word))) return [];
    return [{ at: section, places: [sectionPlace(section)], facts: { lastYear: report.year - 1 } }];
  },
});

/** The plain text of a section, or of all. */
export const proseOf = (passages: readonly Passage[], section?: string) =>
  passages
    .filter((passage) => section === undefined || passage.section === section)
    .map(({ plain }) => plain)
    .join('');

export const isNothing = (plain: string) =>
  /^(?:本年度?|我镇|本机关)?(?:暂|均)?(?:无|没有)(?:其他)?(?:需要)?(?:报告)?(?:的)?(?:事项|内容)?[。.]?$/.test(plain);

/** Where a section's words stand, or the section itself where there are none. */
export function placeOfSection(view: View, section: string): Fault['places'][number] {
  const first = view.passages.find((passage) => passage.section === section && passage.plain !== '');
  return first ? placeOf(first, 0, Math.min(first.plain.length, 40)) : sectionPlace(section);
}

function absent(passages: readonly Passage[], items: z.infer<typeof labelled>): string {
  const plain = proseOf(passages);
  return items
    .filter(({ words }) => !words.some((word) => plain.includes(word)))
    .map(({ label }) => label)
    .join('、');
}
