import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { aSnapshot } from '@/lib/documents/a-snapshot';
import { reread } from '@/lib/documents/reading/compare';
import { type ReportExtension, reportFormats } from '@/lib/documents/report-formats';
import { aReport } from '@/lib/domain/report/a-report';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import type { Block, Tables } from '@/lib/domain/report/content';
import { report } from '@/lib/domain/report/content';
import city2025 from '@/lib/domain/report/fixtures/city-2025.json';
import jinhu2023 from '@/lib/domain/report/fixtures/jinhu-2023.json';

// A difference stops a publication, so that none may be made up: whatever an office writes comes back as it was.
vi.setConfig({ testTimeout: 120_000 });
const extensions = Object.keys(reportFormats) as ReportExtension[]; // the registry names nothing else

// What people paste: marks that look alike, radicals in place of characters, spaces of all kinds, code, formulas.
const pieces =
  '的 一 年 第 共 公开 政府 见 ⻅ 门 ⻔ ⼀ 㐀 〇 龘 · ・ • ‧ — ― – - − ‑ … ⋯ “ ” " ‘ ’ \' （ ） ( ) 《 》 〔 〕 ， , 。 . 、 ； ： % ‰ ℃ ㎡ ① ➀ Ⅳ № × ￥ = + @ * _ # $ \\ / | < > & 0 1 9 １ Ａ a fi ffl https://a.gov.cn/x?y=1&z=2 ～ 〜 ︵ é Ω'
    .split(' ')
    .concat([' ', '  ', '\u3000', '\u00a0', '\u200b', '\u2060', '\u00ad', '&amp;', "'="]);

const words = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 150 })
  .map((list) => list.join('').trim())
  .filter((text) => text !== '');
const blocks = fc.array(fc.tuple(fc.constantFrom('paragraph', 'heading2', 'heading3'), words), {
  minLength: 1,
  maxLength: 12,
});

test.each(extensions)('%s keeps any words', async (extension) => {
  const anyWords = fc.asyncProperty(blocks, async (list) => {
    const s1 = list.map(([kind, text], at): Block => ({ id: `b${at + 1}`, kind, text }));
    const snapshot = aSnapshot({ ...aReport('2021'), text: { s1 } });
    expect(await reread(extension, await reportFormats[extension].write(snapshot), snapshot)).toEqual([]);
  });
  await fc.assert(anyWords, { numRuns: 25, endOnFailure: true });
});

const figure = fc.oneof(fc.integer({ min: -999, max: 99_999_999 }), fc.constant(null), fc.integer({ min: 0, max: 9 }));

test.each(extensions)('%s keeps any figures, blank ones and totals that do not add up', async (extension) => {
  const model = aReport('2019');
  const anyFigures = fc.asyncProperty(fc.array(figure, { minLength: 300, maxLength: 300 }), async (figures) => {
    let at = 0;
    const next = () => {
      at += 1;
      return figures[at % figures.length] ?? null;
    };
    const tables = mapValues(model.tables, (rows) => mapValues(rows, (cells) => mapValues(cells, next)));
    const snapshot = aSnapshot({ ...model, tables: { ...tables, t2_9: amounts(next()) } });
    expect(await reread(extension, await reportFormats[extension].write(snapshot), snapshot)).toEqual([]);
  });
  await fc.assert(anyFigures, { numRuns: 10, endOnFailure: true });
});

test.each(extensions)(
  '%s keeps reports of other places, without prose, and a format that nobody has seen before',
  async (extension) => {
    const format = inventedFormat();
    const snapshots = [
      aSnapshot(report.parse(city2025)),
      aSnapshot(report.parse(jinhu2023)),
      aSnapshot(aReport(format), format, { number: 12, note: '一处数据有误。' }),
    ];
    for (const snapshot of snapshots) {
      expect(await reread(extension, await reportFormats[extension].write(snapshot), snapshot)).toEqual([]);
    }
  },
);

test.each(['pdf', 'docx'] as const)('%s keeps a table that is longer than a page', async (extension) => {
  const format = inventedFormat();
  const long = format.tables.find(({ id }) => id === 't3') ?? expect.fail('no table');
  const denied = long.rows.filter(({ parent }) => parent === 'denied');
  const more = Array.from({ length: 40 }, (_, at) => {
    const label = `${at + 9}.其他不予公开的情形之${at + 1}`;
    return {
      ...(denied[0] ?? expect.fail('no row')),
      id: `more_${at}`,
      label,
      path: [...(denied[0]?.path.slice(0, 2) ?? []), label],
    };
  });
  long.rows.splice(long.rows.findLastIndex(({ parent }) => parent === 'denied') + 1, 0, ...more);
  long.labelSpans = { ...long.labelSpans, results: { rowspan: 61, colspan: 1 }, denied: { rowspan: 48 } };
  const snapshot = aSnapshot(aReport(format), format);
  expect(await reread(extension, await reportFormats[extension].write(snapshot), snapshot)).toEqual([]);
});

const amounts = (value: number | null): Tables[string] => ({
  government_procurement: {
    project_count: value,
    total_amount: value === null ? null : `${value}.0${Math.abs(value % 9) + 1}`,
  },
});

const mapValues = <From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
