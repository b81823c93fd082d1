import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type BoardItem, writeBoardSheets } from '@/lib/documents/board-sheet';
import type { ItemContent } from '@/lib/domain/items/content';
import { getDocument } from '@/lib/files/pdf/pdfjs';

const paragraph = (id: string, text: string) => ({ id, kind: 'paragraph' as const, runs: [{ text }] });

const anItem = (differences: Partial<ItemContent> = {}): BoardItem => ({
  content: {
    kind: 'item',
    organisation: { name: '德亭镇人民政府', shortName: '德亭镇', level: 'township' },
    title: '关于2020年惠民惠农补贴发放情况的公示',
    issuingBody: '德亭镇人民政府',
    documentNumber: '德政〔2020〕12号',
    formedOn: '2020-07-01',
    node: { code: 'article-21-social-assistance', label: '社会救助', basis: '' },
    class: null,
    field: '民生保障',
    source: 'made',
    attribute: 'proactive',
    restriction: null,
    validity: 'valid',
    endedOn: null,
    normative: false,
    ways: ['notice_board'],
    body: [paragraph('b1', '现将补贴发放情况公示如下。')],
    attachments: [],
    relations: [],
    ...differences,
  },
  indexNumber: '410325DT/2020-00012',
  publishedOn: '2020-07-20',
  address: 'https://www.example.gov.cn/deting/items/12',
});

/** Width and height in points and the text of each page. */
async function pagesOf(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, at) => {
    const page = await document.getPage(at + 1);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    return { width, height, text: items.map((item) => ('str' in item ? item.str : '')).join('') };
  });
  return Promise.all(pages);
}

const sheets = (items: BoardItem[], paper: 'a4' | 'a3' = 'a4') => writeBoardSheets({ items, paper, images: new Map() });

test('a short item is one sheet with its title, index number and day, and no page number', async () => {
  const [page, ...others] = await pagesOf(await sheets([anItem()]));
  expect(others).toEqual([]);
  for (const words of ['关于2020年惠民惠农补贴发放情况的公示', '410325DT/2020-00012', '2020年7月20日', '扫码看原文']) {
    expect(page?.text).toContain(words);
  }
  expect(page?.text).not.toContain('第1页');
});

test('a long item has numbered pages, each item its own', async () => {
  const long = anItem({
    body: Array.from({ length: 40 }, (_, n) => paragraph(`b${n}`, '按照上级要求公开的内容。'.repeat(8))),
  });
  const pages = await pagesOf(await sheets([long, anItem()]));
  const own = pages.slice(0, -1);
  expect(own.length).toBeGreaterThan(2);
  expect(own.map(({ text }) => /第(\d+)页，共(\d+)页/.exec(text)?.slice(1))).toEqual(
    own.map((_, at) => [String(at + 1), String(own.length)]),
  );
  expect(pages.at(-1)?.text).not.toContain('页，共');
});

test('A3 is twice A4', async () => {
  const [a4] = await pagesOf(await sheets([anItem()]));
  const [a3] = await pagesOf(await sheets([anItem()], 'a3'));
  expect([Math.round(a3?.width ?? 0), Math.round(a3?.height ?? 0)]).toEqual([842, 1191]);
  expect([Math.round(a4?.width ?? 0), Math.round(a4?.height ?? 0)]).toEqual([595, 842]);
});

test('tables, lists and pictures of the body are on it', async () => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a3151b' } })
    .png()
    .toBuffer();
  const sha256 = 'a'.repeat(64);
  const item = anItem({
    body: [
      { id: 'h', kind: 'heading', level: 1, runs: [{ text: '一、发放标准' }] },
      { id: 'l', kind: 'list', ordered: true, entries: [[{ text: '低保户每户300元' }], [{ text: '五保户每户500元' }]] },
      {
        ...{ id: 't', kind: 'table', headerRows: 1 },
        rows: [
          [{ runs: [{ text: '村' }] }, { runs: [{ text: '户数' }] }],
          [{ runs: [{ text: '德亭村' }] }, { runs: [{ text: '31' }] }],
        ],
      },
      { id: 'i', kind: 'image', sha256, alt: '发放现场' },
    ],
  });
  const pdf = await writeBoardSheets({
    items: [item],
    paper: 'a4',
    images: new Map([[sha256, { type: 'png', bytes }]]),
  });
  const [page] = await pagesOf(pdf);
  for (const words of ['一、发放标准', '1. 低保户每户300元', '德亭村', '31']) expect(page?.text).toContain(words);
});

test('words that look like markup stay words, and the same sheets are the same bytes', async () => {
  const item = anItem({ title: '#image("/etc/passwd") *粗* $x$ <last-0> @ref' });
  const pdf = await sheets([item]);
  expect((await pagesOf(pdf))[0]?.text).toContain('#image("/etc/passwd") *粗* $x$');
  expect(await sheets([item])).toEqual(pdf);
});
