import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeItemDocx } from '@/lib/documents/item-docx';
import { writeItemPdf } from '@/lib/documents/item-pdf';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';
import { pictureSize } from '@/lib/documents/picture-size';
import { getDocument } from '@/lib/files/pdf/pdfjs';

const sha256 = 'a'.repeat(64);
let snapshot: ItemSnapshot;

beforeAll(async () => {
  const bytes = await sharp({ create: { width: 120, height: 80, channels: 3, background: '#a3151b' } })
    .png()
    .toBuffer();
  snapshot = {
    ...{ indexNumber: '410325DT/2020-00012', firstPublishedOn: '2020-07-06' },
    pictures: new Map([[sha256, { type: 'png', bytes }]]),
    facts: {
      ...{ number: 2, publishedOn: '2020-07-20', signedBy: '主要领导', sha256: 'b'.repeat(64) },
      ...{ note: '更正金额。', address: 'https://www.example.gov.cn/deting/items/12/2' },
    },
    item: {
      kind: 'item',
      organisation: { name: '德亭镇人民政府', shortName: '德亭镇', level: 'township' },
      ...{ title: '关于补贴发放情况的公示', issuingBody: '德亭镇人民政府', documentNumber: '', formedOn: '2020-07-01' },
      node: { code: 'x', label: '社会救助', basis: '' },
      class: { code: 'key-tasks', label: '重点任务公开' },
      ...{ field: '民生保障', source: 'made', attribute: 'proactive', restriction: null },
      ...{ validity: 'repealed', endedOn: '2021-01-05', normative: false, ways: ['website', 'notice_board'] },
      body: [
        { id: 'h', kind: 'heading', level: 1, runs: [{ text: '一、标准' }] },
        {
          ...{ id: 'p', kind: 'paragraph' },
          runs: [{ text: '详见' }, { text: '办法', href: 'https://www.example.gov.cn/a' }, { text: '。' }],
        },
        { id: 'l', kind: 'list', ordered: false, entries: [[{ text: '低保户300元' }]] },
        {
          ...{ id: 't', kind: 'table', headerRows: 1 },
          rows: [
            [
              { runs: [{ text: '村' }], rowspan: 2 },
              { runs: [{ text: '金额' }], colspan: 2 },
            ],
            [{ runs: [{ text: '9300' }] }, { runs: [{ text: '3600' }] }],
          ],
        },
        { id: 'i', kind: 'image', sha256, alt: '发放现场' },
      ],
      attachments: [{ sha256, name: '明细.xlsx', type: 'xlsx', size: 10 }],
      relations: [],
    },
  };
});

const texts = [
  ...['关于补贴发放情况的公示', '一、标准', '详见办法。', '低保户300元', '9300', '附件：1. 明细.xlsx'],
  ...['410325DT/2020-00012', '废止（2021年1月5日）', '重点任务公开', '政府网站、信息公告栏', '更正金额。'],
];

describe('PDF', () => {
  test('holds every word, and its title and day', async () => {
    const document = await getDocument({ data: new Uint8Array(writeItemPdf(snapshot)), verbosity: 0 }).promise;
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, at) => (await document.getPage(at + 1)).getTextContent()),
    );
    const read = pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join('');
    for (const text of texts) expect(read).toContain(text);
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: snapshot.item.title, Author: '德亭镇人民政府' });
  });

  test('is the same bytes twice', () => {
    expect(writeItemPdf(snapshot)).toEqual(writeItemPdf(snapshot));
  });
});

describe('DOCX', () => {
  test('holds every word, the link, the picture with its text and the merged cells', async () => {
    const docx = Buffer.from(await writeItemDocx(snapshot));
    const { value: read } = await mammoth.extractRawText({ buffer: docx });
    for (const text of texts) expect(read).toContain(text);
    const { value: html } = await mammoth.convertToHtml({ buffer: docx });
    expect(html).toContain('<a href="https://www.example.gov.cn/a">办法</a>');
    expect(html).toMatch(/<img[^>]* alt="发放现场"/);
    expect(html).toMatch(/<td rowspan="2"[\s\S]*<td colspan="2"|<th rowspan="2"[\s\S]*<th colspan="2"/);
    expect(strFromU8(unzipSync(docx)['docProps/core.xml'] ?? new Uint8Array())).toContain('2020-07-20T00:00:00Z');
  });

  test('is the same bytes twice', async () => {
    expect(await writeItemDocx(snapshot)).toEqual(await writeItemDocx(snapshot));
  });
});

test('the size of a picture is read from its head', async () => {
  const made = sharp({ create: { width: 31, height: 17, channels: 3, background: '#fff' } });
  expect(pictureSize('png', await made.clone().png().toBuffer())).toEqual({ width: 31, height: 17 });
  expect(pictureSize('jpeg', await made.clone().jpeg().toBuffer())).toEqual({ width: 31, height: 17 });
});
