import { createHash } from 'node:crypto';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { anItemSnapshot } from '@/lib/documents/an-item-snapshot';
import { type ItemExtension, itemFormats } from '@/lib/documents/item-formats';
import type { ItemSnapshot, Picture } from '@/lib/documents/item-snapshot';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import type { ItemBlock, TableCell } from '@/lib/domain/items/body';

// A difference stops a publication, so that none may be made up: whatever people paste comes back as it was.
vi.setConfig({ testTimeout: 120_000 });
const extensions = Object.keys(itemFormats) as ItemExtension[]; // the registry names nothing else

const faults = async (extension: ItemExtension, snapshot: ItemSnapshot) =>
  rereadItem(extension, await itemFormats[extension].write(snapshot), snapshot);

const pieces =
  '的 一 年 第 共 公开 政府 见 ⻅ ⻔ ⼀ 㐀 〇 龘 · • ‧ — – - … “ ” " ‘ \' （ ） ( ) 《 》 〔 〕 ， , 。 . ； ： % ℃ ㎡ ① Ⅳ № × ￥ = + @ * _ # $ \\ / | < > & 0 1 9 １ Ａ a fi https://a.gov.cn/x?y=1&z=2 ～ é Ω'
    .split(' ')
    .concat([
      ' ',
      '  ',
      '\u3000',
      '\u00a0',
      '\u200b',
      '\u2060',
      '\u00ad',
      '\n',
      '\n\n',
      '\t',
      '&amp;',
      '· ',
      '1. ',
      '— 1 —',
    ]);

const some = (maxLength: number) =>
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength }).map((list) => list.join(''));
const href = fc.constantFrom(undefined, undefined, 'https://www.example.gov.cn/办法?x=1&y=2#三', 'tel:0379-66350001');
const runsOf = (maxLength: number) =>
  fc.array(
    fc.tuple(some(maxLength), href).map(([text, address]) => (address ? { text, href: address } : { text })),
    { maxLength: 3 },
  );
const runs = runsOf(30);
const span = fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 2, 3);
const cell = fc
  .tuple(runsOf(4), span, span)
  .map(
    ([text, colspan, rowspan]): TableCell => ({ runs: text, ...(colspan && { colspan }), ...(rowspan && { rowspan }) }),
  );
const rows = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 8 });

const block = fc.oneof(
  fc.tuple(fc.constantFrom(1, 2, 3), runs).map(([level, text]) => ({ kind: 'heading', level, runs: text }) as const),
  runs.map((text) => ({ kind: 'paragraph', runs: text }) as const),
  fc
    .tuple(fc.boolean(), fc.array(runs, { minLength: 1, maxLength: 5 }))
    .map(([ordered, entries]) => ({ kind: 'list', ordered, entries }) as const),
  fc
    .tuple(fc.nat({ max: 3 }), rows)
    .map(([headerRows, table]) => ({ kind: 'table', headerRows, rows: table }) as const),
);
const body = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((each, at) => ({ ...each, id: `b${at}` }) as ItemBlock)); // a level is one of three

test.each(extensions)('%s keeps any words, lists and tables', async (extension) => {
  const anyBody = fc.asyncProperty(body, async (list) => {
    expect(await faults(extension, anItemSnapshot({ body: list }))).toEqual([]);
  });
  await fc.assert(anyBody, { numRuns: 60, endOnFailure: true });
});

const plain = (text: string): TableCell => ({ runs: [{ text }] });

test.each(extensions)('%s keeps tables that go over pages, with rows that are torn', async (extension) => {
  const long = (count: number, words: string): ItemBlock => ({
    ...{ id: `t${count}`, kind: 'table', headerRows: 1 },
    rows: [
      [plain('序号'), plain('姓名'), plain('事由')],
      ...Array.from({ length: count }, (_, at): TableCell[] => [
        plain(String(at + 1)),
        at % 5 === 0 ? { ...plain(`第${at}组`), rowspan: 2 } : plain(`张${at}`),
        ...(at % 5 === 1 ? [] : [plain(words.repeat(1 + (at % 7 === 3 ? 90 : 0)))]),
      ]),
    ],
  });
  const between: ItemBlock = { id: 'p', kind: 'paragraph', runs: [{ text: '又' }] };
  for (const list of [
    [long(200, '补贴')],
    [long(60, '因病致贫，家庭人均年收入低于标准'), long(45, '低保'), between, long(3, '特困')],
  ]) {
    expect(await faults(extension, anItemSnapshot({ body: list }))).toEqual([]);
  }
});

test.each(extensions)('%s keeps pictures, corrections, a long issuing body and a short item', async (extension) => {
  const draw = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#a3151b' } });
  const stored: [Buffer, Picture['type']][] = [
    [await draw(1200, 800).png().toBuffer(), 'png'],
    [await draw(31, 170).jpeg().toBuffer(), 'jpeg'],
    [await draw(60, 40).ensureAlpha(0.5).png().toBuffer(), 'png'],
  ];
  const pictures = new Map(
    stored.map(([bytes, type]) => [createHash('sha256').update(bytes).digest('hex'), { bytes, type }]),
  );
  const images = [...pictures.keys()].map(
    (hash, at): ItemBlock => ({ id: `i${at}`, kind: 'image', sha256: hash, alt: `发放现场“${at}” & <其他>` }),
  );
  const issuingBody = '中共嵩县德亭镇委员会办公室、嵩县德亭镇人民政府办公室、嵩县德亭镇社会事务服务中心';
  const snapshots = [
    anItemSnapshot({ body: [] }),
    anItemSnapshot({ body: images.concat(images.slice(0, 1)), issuingBody }, {}, pictures),
    anItemSnapshot({ validity: 'repealed', endedOn: '2021-01-05' }, { number: 2, note: '更正金额。', address: '' }),
  ];
  for (const snapshot of snapshots) expect(await faults(extension, snapshot)).toEqual([]);
});
