import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { aSnapshot } from '@/lib/documents/a-snapshot';
import { type Difference, reread } from '@/lib/documents/reading/compare';
import { expectEachChangeRead } from '@/lib/documents/reading/testing/changed-digits';
import { type ReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { Snapshot } from '@/lib/documents/snapshot';
import { aReport } from '@/lib/domain/report/a-report';
import { report } from '@/lib/domain/report/content';
import deting2020 from '@/lib/domain/report/fixtures/deting-2020.json';

// One digit of one file is changed, anywhere, and the reading must find it; with components/report/reread.test.tsx a
// thousand times in all. Readers and writers share no code, so that both would have to be wrong alike.
vi.setConfig({ testTimeout: 240_000 });

const corrected = { number: 2, note: '漏字，行政许可少计1件。' };
const snapshots = [
  aSnapshot(report.parse(deting2020)),
  aSnapshot(aReport('2021', { cells: { 't2_1/rules/issued': 11398889 } }), undefined, corrected),
];

type Change = (file: Uint8Array, choice: number, digit: number) => Uint8Array;

const changes: [extension: Exclude<ReportExtension, 'pdf'>, times: number, change: Change][] = [
  ['json', 180, (file, choice, digit) => strToU8(changed(strFromU8(file), /\d/g, choice, digit))],
  ['csv', 220, (file, choice, digit) => strToU8(changed(strFromU8(file), /\d/g, choice, digit))],
  ['docx', 150, (file, choice, digit) => changedZip(file, inWord, choice, digit)],
  ['xlsx', 200, (file, choice, digit) => changedZip(file, inWorkbook, choice, digit)],
];

describe.each(changes)('%s', (extension, numRuns, change) => {
  let files: { snapshot: Snapshot; file: Uint8Array }[];

  beforeAll(async () => {
    const write = reportFormats[extension].write;
    files = await Promise.all(snapshots.map(async (snapshot) => ({ snapshot, file: await write(snapshot) })));
  });

  test('an untouched file says what was signed', async () => {
    for (const { snapshot, file } of files) expect(await reread(extension, file, snapshot)).toEqual([]);
  });

  test(`each of ${numRuns} changed digits is found`, async () => {
    await expectEachChangeRead(
      files,
      ({ file }, choice, digit) => change(file, choice, digit),
      (wrong, { snapshot }) => reread(extension, wrong, snapshot),
      numRuns,
    );
  });
});

describe('pdf', () => {
  test('an untouched file says what was signed', async () => {
    for (const snapshot of snapshots) {
      expect(await reread('pdf', await reportFormats.pdf.write(snapshot), snapshot)).toEqual([]);
    }
  });

  // A PDF keeps its text compressed and in shapes, so the digit is changed in what the writer is fed.
  test('each of 100 changed digits is found', async () => {
    await expectEachChangeRead(
      snapshots,
      misprinted,
      async (wrong, snapshot) => reread('pdf', await reportFormats.pdf.write(wrong), snapshot),
      100,
    );
  });
});

test.each(['pdf', 'docx', 'xlsx', 'csv', 'json'] as const)(
  '%s: a difference names its place, what was signed and what was found',
  async (extension) => {
    const [snapshot] = snapshots;
    const wrong = structuredClone(snapshot ?? expect.fail('no snapshot'));
    const licensing = wrong.report.tables.t2_5?.licensing ?? expect.fail('no row');
    licensing.decisions = 39;
    const [paragraph] = wrong.report.text?.s6 ?? [];
    if (paragraph) paragraph.text = '无7';
    const file = await reportFormats[extension].write(wrong);
    const found = await reread(extension, file, snapshot ?? wrong);
    const [figure, words, ...more] = found as [Difference, Difference, ...Difference[]];
    expect(figure).toEqual({
      medium: extension,
      place: '表二（五），行政许可，处理决定数量',
      expected: '38',
      found: '39',
    });
    expect([words.expected, words.found]).toEqual([expect.stringMatching(/无(｜|$)/), expect.stringContaining('无7')]);
    expect(words.place).toBe(extension === 'json' ? 's6#b1' : '六、其他需要报告的事项第1段');
    expect(more).toEqual([]);
  },
);

test('a figure under another heading is found, though all figures are there', async () => {
  const [snapshot] = snapshots;
  const { write } = reportFormats.docx;
  const file = await write(snapshot ?? expect.fail('no snapshot'));
  const swapped = edited(file, 'word/document.xml', (xml) =>
    xml.replace('上一年项目数量', '※').replace('处理决定数量', '上一年项目数量').replace('※', '处理决定数量'),
  );
  const places = (await reread('docx', swapped, snapshot ?? expect.fail('no snapshot'))).map(({ place }) => place);
  expect(places).toEqual(['表二（五），行政许可，上一年项目数量', '表二（五），行政许可，处理决定数量']);
});

test('what is no file of a report at all is one difference', async () => {
  const [snapshot] = snapshots;
  for (const extension of ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const) {
    const found = await reread(extension, strToU8('"'), snapshot ?? expect.fail('no snapshot'));
    expect(found).toMatchObject([{ medium: extension, place: '整个文件' }]);
  }
});

/** The text with one of the places that a pattern matches, a digit each, made another digit. */
function changed(text: string, pattern: RegExp, choice: number, digit: number): string {
  const places = [...text.matchAll(pattern)].map(({ index }) => index);
  const at = places[choice % places.length] ?? expect.fail('no digit');
  return `${text.slice(0, at)}${(Number(text[at]) + digit) % 10}${text.slice(at + 1)}`;
}

type Values = { entry: RegExp; digits: RegExp }[];

const title = { entry: /core\.xml$/, digits: /(?<=<dc:title>[^<]*)\d/g };
const inWord: Values = [{ entry: /document\.xml$/, digits: /(?<=<w:t[^<>]*>[^<]*)\d/g }, title];
const inWorkbook: Values = [
  { entry: /sheet\d+\.xml$/, digits: /(?<=<[vf]>[^<]*)\d/g },
  { entry: /sharedStrings\.xml$/, digits: /(?<=<t[^<>]*>[^<]*)\d/g },
  title,
];

function changedZip(file: Uint8Array, values: Values, choice: number, digit: number): Uint8Array {
  const entries = Object.entries(unzipSync(file)).flatMap(([name, content]) => {
    const digits = values.find(({ entry }) => entry.test(name))?.digits;
    return digits ? [{ name, digits, count: [...strFromU8(content).matchAll(digits)].length }] : [];
  });
  let left = choice % entries.reduce((sum, { count }) => sum + count, 0);
  for (const { name, digits, count } of entries) {
    if (left < count) return edited(file, name, (xml) => changed(xml, digits, left, digit));
    left -= count;
  }
  return file;
}

function edited(file: Uint8Array, name: string, edit: (xml: string) => string): Uint8Array {
  const entries = unzipSync(file);
  return zipSync({ ...entries, [name]: strToU8(edit(strFromU8(entries[name] ?? new Uint8Array()))) }, { level: 0 });
}

/** A snapshot of which one digit that is printed is another. */
function misprinted(snapshot: Snapshot, choice: number, digit: number): Snapshot {
  const wrong = structuredClone(snapshot);
  const places = printedIn(wrong).flatMap(({ text, put }) =>
    [...text.matchAll(/\d/g)].map(({ index }) => () => {
      put(`${text.slice(0, index)}${(Number(text[index]) + digit) % 10}${text.slice(index + 1)}`);
    }),
  );
  places[choice % places.length]?.();
  return wrong;
}

type Printed = { text: string; put: (text: string) => void };

function printedIn({ report: signed, facts }: Snapshot): Printed[] {
  const { preamble = [], text = {}, tables } = signed;
  const rows = Object.values(tables).flatMap((table) => Object.values(table));
  return [
    ...[...preamble, ...Object.values(text).flat()].map((block) => ({
      text: block.text,
      put: (words: string) => Object.assign(block, { text: words }),
    })),
    ...rows.flatMap((row) =>
      Object.entries(row).map(([column, value]) => ({
        text: String(value),
        put: (words: string) => Object.assign(row, { [column]: typeof value === 'string' ? words : Number(words) }),
      })),
    ),
    { text: signed.title ?? '', put: (words) => Object.assign(signed, { title: words }) },
    { text: facts.sha256, put: (words) => Object.assign(facts, { sha256: words }) },
    { text: facts.address, put: (words) => Object.assign(facts, { address: words }) },
    { text: String(facts.number), put: (words) => Object.assign(facts, { number: Number(words) }) },
    // The day must stay one: of 2021-01-22 the last digit may be any.
    {
      text: facts.publishedOn.slice(-1),
      put: (words) => Object.assign(facts, { publishedOn: `${facts.publishedOn.slice(0, -1)}${words}` }),
    },
  ];
}
