import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { anItemSnapshot } from '@/lib/documents/an-item-snapshot';
import { type ItemExtension, itemFormats } from '@/lib/documents/item-formats';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import { expectEachChangeRead } from '@/lib/documents/reading/testing/changed-digits';
import type { ItemBlock } from '@/lib/domain/items/body';

// One digit of one file of an item is changed, anywhere, and the reading must find it: a thousand times in all.
vi.setConfig({ testTimeout: 240_000 });

const snapshots = [
  anItemSnapshot(),
  anItemSnapshot({ validity: 'repealed', endedOn: '2021-01-05' }, { number: 2, note: '第3户更正为1500元。' }),
];

type Change = (file: Uint8Array, choice: number, digit: number) => Uint8Array;

const changes: [extension: Exclude<ItemExtension, 'pdf'>, times: number, change: Change][] = [
  ['json', 350, (file, choice, digit) => strToU8(changed(strFromU8(file), choice, digit))],
  ['docx', 400, changedWord],
];

describe.each(changes)('%s', (extension, numRuns, change) => {
  let files: { snapshot: ItemSnapshot; file: Uint8Array }[];
  beforeAll(async () => {
    const { write } = itemFormats[extension];
    files = await Promise.all(snapshots.map(async (snapshot) => ({ snapshot, file: await write(snapshot) })));
  });

  test('an untouched file says what was signed', async () => {
    for (const { snapshot, file } of files) expect(await rereadItem(extension, file, snapshot)).toEqual([]);
  });

  test(`each of ${numRuns} changed digits is found`, async () => {
    await expectEachChangeRead(
      files,
      ({ file }, choice, digit) => change(file, choice, digit),
      (wrong, { snapshot }) => rereadItem(extension, wrong, snapshot),
      numRuns,
    );
  });
});

describe('pdf', () => {
  test('an untouched file says what was signed', async () => {
    for (const snapshot of snapshots) {
      expect(await rereadItem('pdf', await itemFormats.pdf.write(snapshot), snapshot)).toEqual([]);
    }
  });

  // A PDF keeps its text compressed and in shapes, so the digit is changed in what the writer is fed.
  test('each of 250 changed digits is found', async () => {
    await expectEachChangeRead(
      snapshots,
      misprinted,
      async (wrong, snapshot) => rereadItem('pdf', await itemFormats.pdf.write(wrong), snapshot),
      250,
    );
  });
});

test.each(['pdf', 'docx', 'json'] as const)(
  '%s: a difference names its place, what was signed and what was found',
  async (extension) => {
    const [snapshot = expect.fail('no snapshot')] = snapshots;
    const wrong = misprint(snapshot, (text) => text.replace('9300', '9800'));
    const differences = await rereadItem(extension, await itemFormats[extension].write(wrong), snapshot);
    const [difference] = differences;
    expect(differences).toHaveLength(1);
    expect(difference?.medium).toBe(extension);
    expect(difference?.place).toMatch(extension === 'json' ? /^body\/3\/rows\/2\/1/ : /^正文第4块（表格），.*第2列$/);
    expect([difference?.expected, difference?.found]).toEqual([
      expect.stringContaining('9300'),
      expect.stringContaining('9800'),
    ]);
  },
);

test('a figure in another cell is found, though all figures are there', async () => {
  const [snapshot = expect.fail('no snapshot')] = snapshots;
  const wrong = misprint(snapshot, (text) => text.replace('9300', '※').replace('3600', '9300').replace('※', '3600'));
  const places = async (extension: ItemExtension) =>
    (await rereadItem(extension, await itemFormats[extension].write(wrong), snapshot)).map(({ place }) => place);
  const swapped = ['正文第4块（表格），第3行第2列', '正文第4块（表格），第3行第3列'];
  for (const extension of ['docx', 'pdf'] as const) expect(await places(extension)).toEqual(swapped);
});

test('pdf: two figures of one column that have changed places are found among merged cells, pages apart', async () => {
  const cell = (text: string, spans = {}) => ({ runs: [{ text }], ...spans });
  const rows = Array.from({ length: 90 }, (_, at) => [
    ...(at % 3 === 0 ? [cell(`第${at / 3 + 1}组`, { rowspan: 3 })] : []),
    ...(at % 10 === 4 ? [cell(`合计${at}00元`, { colspan: 2 })] : [cell(`张${at}`), cell(`${at}50元`)]),
  ]);
  const head = [cell('组', { rowspan: 2 }), cell('补贴', { colspan: 2 })];
  const table: ItemBlock = {
    ...{ id: 't', kind: 'table', headerRows: 2 },
    rows: [head, [cell('姓名'), cell('金额')], ...rows],
  };
  const snapshot = anItemSnapshot({ body: [table] });
  const file = await itemFormats.pdf.write(snapshot);
  expect(await rereadItem('pdf', file, snapshot)).toEqual([]);
  const wrong = misprint(snapshot, (text) =>
    text.replace('3050元', '※').replace('7750元', '3050元').replace('※', '7750元'),
  );
  expect(await rereadItem('pdf', await itemFormats.pdf.write(wrong), snapshot)).toEqual([
    { medium: 'pdf', place: '正文第1块（表格），第33行第3列', expected: '3050元', found: '7750元' },
    { medium: 'pdf', place: '正文第1块（表格），第80行第3列', expected: '7750元', found: '3050元' },
  ]);
});

test('what is no file of an item at all is one difference', async () => {
  const [snapshot = expect.fail('no snapshot')] = snapshots;
  for (const extension of ['html', 'pdf', 'docx', 'json'] as const) {
    const found = await rereadItem(extension, strToU8('"'), snapshot);
    expect(found).toMatchObject([{ medium: extension, place: '整个文件' }]);
  }
});

/** The text with one of its digits made another digit. */
function changed(text: string, choice: number, digit: number, pattern = /\d/g): string {
  const places = [...text.matchAll(pattern)].map(({ index }) => index);
  const at = places[choice % places.length] ?? expect.fail('no digit');
  return `${text.slice(0, at)}${(Number(text[at]) + digit) % 10}${text.slice(at + 1)}`;
}

function changedWord(file: Uint8Array, choice: number, digit: number): Uint8Array {
  const entries = unzipSync(file);
  const [name, pattern] =
    choice % 12 === 0
      ? (['docProps/core.xml', /(?<=<dc:title>[^<]*)\d/g] as const)
      : (['word/document.xml', /(?<=<w:t[^<>]*>[^<]*)\d/g] as const);
  const xml = strFromU8(entries[name] ?? new Uint8Array());
  return zipSync({ ...entries, [name]: strToU8(changed(xml, choice, digit, pattern)) }, { level: 0 });
}

type Printed = Pick<ItemSnapshot, 'item' | 'indexNumber' | 'firstPublishedOn' | 'facts'>;

/** A snapshot whose printed parts are changed as text; hashes and addresses of files stay. */
function misprint({ pictures, ...snapshot }: ItemSnapshot, change: (text: string) => string): ItemSnapshot {
  return { ...(JSON.parse(change(JSON.stringify(snapshot))) as Printed), pictures }; // the same shape with other digits
}

/** One digit that is printed is another. A day must stay one, so that only its last digit changes, and never to another month. */
const misprinted = (snapshot: ItemSnapshot, choice: number, digit: number) =>
  misprint(snapshot, (text) => {
    const silent =
      /"(?:sha256|id|code|level|headerRows|colspan|rowspan|size)":("[^"]*"|\d+)|\d{4}-\d{2}-\d(?=\d")|"number":\d/g;
    const kept = [...text.matchAll(silent)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
    const places = [...text.matchAll(/\d/g)]
      .map(({ index }) => index)
      .filter((at) => !kept.some(({ from, to }) => at >= from && at < to));
    const at = places[choice % places.length] ?? expect.fail('no digit');
    // The last digit of a day goes round among 1 to 9.
    const isDay = /\d{4}-\d{2}-\d$/.test(text.slice(at - 9, at));
    const other = isDay ? ((Number(text[at]) + digit - 1) % 9) + 1 : (Number(text[at]) + digit) % 10;
    return `${text.slice(0, at)}${isDay && String(other) === text[at] ? (other % 9) + 1 : other}${text.slice(at + 1)}`;
  });
