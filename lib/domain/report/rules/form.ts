import { z } from 'zod';
import type { ReportFormat } from '@/lib/domain/report/format';
import { type Passage, placeOf, sectionPlace, squeeze } from '@/lib/domain/report/rules/prose';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';

export const formatInForce = rule({
  id: 'G-FORMAT',
  wording: '年度报告使用报告年度适用的格式。',
  basis: '《条例》第五十条第二款',
  severity: 'block',
  settings: z.strictObject({}),
  examples: { passes: { format: '2021', year: 2022 }, fails: { format: '2019', year: 2022 } },
  find: ({ report, format }) => {
    const { from, to } = format.years;
    if (report.format === format.id && from <= report.year && (to === null || report.year <= to)) return [];
    const facts = { year: report.year, format: report.format, notice: format.notice.number, from, to: to ?? '' };
    return [{ at: 'report', places: [], facts }];
  },
});

export const title = rule({
  id: 'G-TITLE',
  wording: '标题为“机关全称＋年度＋政府信息公开工作年度报告”。',
  basis: '年度报告格式',
  severity: 'block',
  settings: z.strictObject({ title: z.string() }),
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', title: '德亭镇人民政府2021年政府信息公开工作告年度报' },
  },
  find: ({ report }, { title: pattern }) => {
    if (report.title === undefined) return [];
    const expected = pattern.replace('{organisation}', report.organisation.name).replace('{year}', String(report.year));
    const written = squeeze(report.title.replace(/^《|》$/g, '')).plain;
    if (written === squeeze(expected).plain) return [];
    return [{ at: 'title', places: [], facts: { written: report.title, expected } }];
  },
});

const range = /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?(?:起)?(?:至|到|[-—–―~]+)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/g;

export const period = rule({
  id: 'G-PERIOD',
  wording: '数据统计期限为报告年度1月1日至12月31日。',
  basis: '《条例》第四十九条：公布上一年度的年度报告',
  severity: 'block',
  needs: ['preamble'],
  settings: z.strictObject({}),
  examples: {
    passes: { format: '2021', preamble: ['本报告所列数据的统计期限为2021年1月1日至2021年12月31日。'] },
    fails: { format: '2021', preamble: ['本报告所列数据的统计期限为2021年1月1日至2021年12月30日。'] },
  },
  find: ({ passages, report: { year } }) =>
    periodsIn(passages).flatMap(({ passage, match }): Fault[] => {
      const [written, from, month, day, to = from, lastMonth, lastDay] = match;
      const begins = Number(from) === year && Number(month) === 1 && Number(day ?? 1) === 1;
      const ends = Number(to) === year && Number(lastMonth) === 12 && Number(lastDay ?? 31) === 31;
      if (begins && ends) return [];
      const place = placeOf(passage, match.index, match.index + written.length);
      return [{ at: `${passage.block}:${written}`, places: [place], facts: { written, year } }];
    }),
});

export const periodMissing = rule({
  id: 'G-PERIOD-MISSING',
  wording: '导言写明数据的统计期限。',
  basis: '年度报告编制惯例',
  severity: 'warn',
  needs: ['preamble'],
  settings: z.strictObject({}),
  examples: {
    passes: { format: '2021', preamble: ['本报告所列数据的统计期限为2021年1月1日至12月31日。'] },
    fails: { format: '2021', preamble: ['本报告由德亭镇人民政府党建办公室编制。'] },
  },
  find: ({ passages, report: { year } }) => {
    const stated =
      periodsIn(passages).length > 0 ||
      passages.some(({ section, plain }) => section === 'preamble' && /统计(?:期限|时限|时间)|截至\d{4}年/.test(plain));
    return stated ? [] : [{ at: 'preamble', places: [sectionPlace('preamble')], facts: { year } }];
  },
});

const periodsIn = (passages: readonly Passage[]) =>
  passages.flatMap((passage) =>
    passage.section === 'preamble' ? [...passage.plain.matchAll(range)].map((match) => ({ passage, match })) : [],
  );

export const sections = rule({
  id: 'G-SECTIONS',
  wording: '六个部分齐全，顺序、标题与格式一致；标题由系统排印，正文里不重复。',
  basis: '《条例》第五十条第二款',
  severity: 'block',
  needs: ['text'],
  settings: z.strictObject({
    /** Sections about whose emptiness another rule speaks. */
    elsewhere: z.array(z.string()),
  }),
  examples: {
    passes: { format: '2021' },
    fails: { format: '2021', text: { s1: ['一、总体情况', '2021年，我镇认真做好政府信息公开工作。'] } },
  },
  find: ({ report, format, passages }, { elsewhere }) => {
    const narratives = format.sections.filter(({ kind }) => kind === 'narrative');
    const empty = narratives.filter(
      ({ id }) => !elsewhere.includes(id) && !passages.some(({ section, plain }) => section === id && plain !== ''),
    );
    const unknown = Object.keys(report.text ?? {}).filter((id) => !narratives.some((section) => section.id === id));
    const printed = headingsOf(format);
    const ownTitle = squeeze(report.title ?? '').plain;
    const repeated = passages.filter(
      ({ plain }) => plain !== '' && (plain === ownTitle || printed.has(plain.replace(/[。:]$/, ''))),
    );
    return [
      ...empty.map(({ id, heading }) => ({ at: id, places: [sectionPlace(id)], facts: { kind: 'empty', heading } })),
      ...unknown.map((id) => ({ at: id, places: [], facts: { kind: 'unknown', heading: id } })),
      ...repeated.map((passage) => ({
        at: `${passage.section}#${passage.block}`,
        places: [placeOf(passage, 0, passage.plain.length)],
        facts: { kind: 'repeated', heading: passage.text.trim() },
      })),
    ];
  },
});

const headingsByFormat = new WeakMap<ReportFormat, ReadonlySet<string>>();

function headingsOf(format: ReportFormat): ReadonlySet<string> {
  const known = headingsByFormat.get(format);
  if (known) return known;
  const headings = format.sections.flatMap(({ heading, headingVariantsSeen: seen = [] }) => [heading, ...seen]);
  const printed = new Set([...headings, ...headings.map(bare)].map((text) => squeeze(text).plain));
  headingsByFormat.set(format, printed);
  return printed;
}

export const bare = (heading: string) => heading.replace(/^[一二三四五六七八九十]+、/, '');
