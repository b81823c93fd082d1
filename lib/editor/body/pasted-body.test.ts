import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemBody, type Run } from '@/lib/domain/items/body';
import { itemOpIssues } from '@/lib/domain/items/merge';
import { type PastedBlock, pastedBody, pastedText } from '@/lib/editor/body/pasted-body';
import { readHtml } from '@/lib/editor/testing/read-html';

const paste = (html: string) => pastedBody(readHtml(html));
const clipboard = (name: string) => paste(readFileSync(join(import.meta.dirname, 'testing', name), 'utf8'));
const words = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

/** A block as one line, for reading: what it is and what it says. */
function told(block: PastedBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${words(block.runs)}`;
    case 'paragraph':
      return words(block.runs);
    case 'list':
      return block.entries.map((entry) => `${block.ordered ? '1.' : '-'} ${words(entry)}`).join(' ');
    case 'table':
      return `${block.headerRows}: ${block.rows.map((row) => row.map(({ runs }) => words(runs)).join('|')).join(' / ')}`;
    case 'picture':
      return `${block.type} ${block.alt}`;
  }
}

describe('Word', () => {
  const { blocks, lostPictures } = clipboard('word.txt');

  test('keeps headings, lists, tables and links; drops tracking, comments and what is hidden', () => {
    expect(blocks.map(told)).toEqual([
      '# 一、适用范围',
      '涉及镇政府的所有公开信息，实行签发责任制度。详见《条例》和原制度。',
      '## （一）起草',
      '公开信息由党建办起草。',
      '1. 拟订信息； 1. 分管领导审核。',
      '- 务工就业 - 养老保险',
      '# 二、发放情况',
      '2: 村|补贴 / 户数|金额（元） / 龙王庙村|12|3600\n（已发） / 佛泉寺村|无',
    ]);
    expect(lostPictures).toBe(1);
  });

  test('keeps the address of a page, not of a file on somebody’s disk', () => {
    const [, paragraph] = blocks;
    expect(paragraph?.kind === 'paragraph' && paragraph.runs.filter(({ href }) => href)).toEqual([
      { text: '《条例》', href: 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm' },
    ]);
  });

  test('keeps merged cells', () => {
    const table = blocks.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && table.rows).toMatchObject([
      [{ rowspan: 2 }, { colspan: 2 }],
      [{}, {}],
      [{}, {}, {}],
      [{}, { colspan: 2 }],
    ]);
  });
});

test('WPS: numbers that a list of ours would change stay as they were written', () => {
  const { blocks, lostPictures } = clipboard('wps.txt');
  expect(blocks.map(told)).toEqual([
    '关于公布2020年惠农补贴的公告',
    '# 二、资金来源',
    '县财政下达12.6万元，专款专用。',
    '（1）耕地地力保护补贴；',
    '（2）农机购置补贴。',
    '3.接着上一页的第三条；',
    '4.第四条。',
    '0: 村名|亩数 / 南台村|1 024.5',
  ]);
  expect(lostPictures).toBe(1);
});

test('WeChat: nested sections are paragraphs and headings, pictures elsewhere are counted, trackers and players are not', () => {
  const { blocks, lostPictures } = clipboard('wechat.txt');
  expect(blocks.map(told)).toEqual([
    '# 一、污染防治攻坚',
    '今年以来，德亭镇扎实开展秸秆禁烧工作。',
    '- 巡查12次 - 劝返8人\n（其中老年人3人）',
    '字号在里面恢复的一段。',
    '## （二）下一步打算',
    '继续推进。',
  ]);
  expect(lostPictures).toBe(2);
});

describe('lists', () => {
  const list = (html: string) => paste(html).blocks.map(told);

  test('counted from another number, or with a list inside, are paragraphs with their numbers', () => {
    expect(list('<ol start=3><li>甲</li><li>乙</li></ol>')).toEqual(['3.甲', '4.乙']);
    expect(list('<ol><li>甲<ul><li>子</li></ul></li><li>乙</li></ol>')).toEqual(['1.甲', '子', '2.乙']);
  });

  test('not counted are one list, with what stands inside', () => {
    expect(list('<ul><li>甲<ul><li>子</li></ul></li><li>乙</li></ul>')).toEqual(['- 甲 - 子 - 乙']);
  });

  test('that begin anew are two', () => {
    expect(list('<ol><li>甲</li></ol><ol><li>乙</li></ol>')).toEqual(['1. 甲', '1. 乙']);
    expect(list('<ol><li>甲</li></ol><ol start=2><li>乙</li></ol>')).toEqual(['1. 甲 1. 乙']);
  });
});

describe('tables', () => {
  const table = (html: string) => paste(html).blocks[0];

  test('with missing cells and spans beyond the edge are made whole', () => {
    const html = '<table><tr><td rowspan=9>甲<td>乙<tr><td>丙<td colspan=5>丁</table>';
    expect(table(html)).toEqual({
      kind: 'table',
      headerRows: 0,
      rows: [
        [{ runs: [{ text: '甲' }], rowspan: 2 }, { runs: [{ text: '乙' }] }, ...Array(5).fill({ runs: [] })],
        [{ runs: [{ text: '丙' }] }, { runs: [{ text: '丁' }], colspan: 5 }],
      ],
    });
  });

  test('hidden rows and columns of a spreadsheet stay behind', () => {
    const html = `<table><tr><td>村</td><td style='display:none;mso-ignore:x'>身份证</td></tr>
      <tr style='display:none'><td>甲</td><td>1</td></tr><tr><td>乙</td><td style='display:none'>2</td></tr></table>`;
    expect(paste(html).blocks.map(told)).toEqual(['0: 村 / 乙']);
  });

  test('rows of nothing but headings stand above, one row at least stands below', () => {
    expect(table('<table><tr><th>甲<th>乙<tr><td>1<td>2</table>')).toMatchObject({ headerRows: 1 });
    expect(table('<table><tr><th>甲<th>乙</table>')).toMatchObject({ headerRows: 0 });
    expect(table('<table><tr><th rowspan=2>甲<th>乙<tr><td>2</table>')).toMatchObject({ headerRows: 0 });
  });

  test('of a single cell are frames; tables and lists within a cell are its lines', () => {
    expect(paste('<table><tr><td><h1>一、甲</h1><p>乙</p></table>').blocks.map(told)).toEqual(['# 一、甲', '乙']);
    const html = '<table><tr><td><ol><li>甲<li>乙</ol><td><table><tr><td>丙<td>丁</table></table>';
    expect(paste(html).blocks.map(told)).toEqual(['0: 1.甲\n2.乙|丙　丁']);
  });

  test('of more columns than a body holds are left out and counted', () => {
    const wide = `<table><tr>${'<td>1'.repeat(41)}</table>`;
    expect(paste(wide)).toEqual({ blocks: [], lostPictures: 0, lostTables: 1 });
  });
});

describe('pictures', () => {
  const pixel = 'iVBORw0KGgo=';
  test('that come with the text are taken over, with a text of their own but not a program’s', () => {
    const html = `<p>前</p><img alt="公开栏" src="data:image/png;base64,${pixel}"><img alt="IMG_256" src="data:image/jpeg;base64,${pixel}">`;
    expect(paste(html).blocks.map(told)).toEqual(['前', 'image/png 公开栏', 'image/jpeg ']);
  });

  test('of another kind or from elsewhere are counted', () => {
    const html =
      '<img src="data:image/svg+xml;base64,PHN2Zz4="><img src="https://a.cn/b.png"><img height=1 src=//a.cn/t.gif>';
    expect(paste(html)).toEqual({ blocks: [], lostPictures: 2, lostTables: 0 });
  });
});

test('plain text is paragraphs, and headings by their form', () => {
  expect(pastedText('一、总则\r\n\r\n　　第一条 为了公开。\n1.公开栏').blocks.map(told)).toEqual([
    '# 一、总则',
    '第一条 为了公开。',
    '1.公开栏',
  ]);
});

test('whatever is pasted can be kept: the server refuses none of it', () => {
  const tags = fc.constantFrom(
    'p',
    'h2',
    'div',
    'li',
    'ol',
    'ul',
    'td',
    'tr',
    'table',
    'th',
    'span',
    'a',
    'br',
    'section',
  );
  const attributes = fc.constantFrom(
    '',
    ' href="javascript:alert(1)"',
    ' href="https://a.cn"',
    ' rowspan=3',
    ' colspan=0',
    " style='mso-list:l0 level2 lfo1'",
    " style='mso-list:Ignore'",
    ' start=7',
  );
  const text = fc.string({ unit: 'binary' });
  const part = fc.tuple(tags, attributes, text, fc.boolean()).map(([tag, rest, said, closes]) => {
    return `<${tag}${rest}>${said.replace(/[<&]/g, '')}${closes ? `</${tag}>` : ''}`;
  });
  const property = fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
    const { blocks } = paste(parts.join(''));
    const kept = blocks.flatMap((block, at) => (block.kind === 'picture' ? [] : [{ id: `b${at}`, ...block }]));
    const body = itemBody.parse(kept);
    expect(itemOpIssues([{ kind: 'body', from: [], to: body }])).toEqual([]);
  });
  fc.assert(property, { numRuns: 150 });
});
