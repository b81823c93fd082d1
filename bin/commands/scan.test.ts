import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '@/bin/main';
import { aPdf, pagesOf } from '@/lib/files/testing/a-pdf';
import { aDocx, anXlsx, withParts } from '@/lib/files/testing/an-office-file';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-scan-'));
let printed: string[] = [];
let refused: string[] = [];

beforeEach(() => {
  printed = [];
  refused = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void refused.push(text));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

function aFile(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const told = () => JSON.parse(printed.join('\n'));

const clean = aFile('clean.txt', '德政〔2020〕36号 热线12345');
const text = aFile('text.txt', '联系人：张三，电话13812345678。');

test('nothing found: exit 0, and it says so', async () => {
  expect(await main(['scan', clean])).toBe(0);
  expect(printed).toEqual([`${clean}：没有发现`]);
});

test('a telephone in a text: exit 1, with its place, why, and what stands around it', async () => {
  expect(await main(['scan', text, '--json'])).toBe(1);
  expect(told()).toEqual([
    {
      file: text,
      hits: [
        {
          type: 'mobile',
          text: '13812345678',
          start: 9,
          end: 20,
          why: 'mobile_prefix',
          place: '正文',
          before: '联系人：张三，电话',
          after: '。',
        },
      ],
      unread: [],
    },
  ]);
  printed = [];
  expect(await main(['scan', text])).toBe(1);
  expect(printed.join('\n')).toContain('手机号码 13812345678（正文，第9到20个字符；11位，是手机号段）');
});

test('DOCX, XLSX and PDF in one batch, each hit with its place; macros hinder nobody from reading', async () => {
  const docx = aFile(
    'a.docx',
    withParts(await aDocx('标题', '身份证号11010519491231002X'), { 'word/vbaProject.bin': 'x' }),
  );
  const xlsx = aFile('a.xlsx', await anXlsx(['姓名', '金额'], ['张三', 500], ['李四', 600]));
  const pdf = aFile('a.pdf', aPdf(pagesOf(['cover', 'call 0379-66330011', ''])));
  expect(await main(['scan', docx, clean, xlsx, pdf, '--json'])).toBe(1);
  const places = told().map(({ hits }: { hits: { type: string; place: string }[] }) =>
    hits.map(({ type, place }) => `${type} ${place}`),
  );
  expect(places).toEqual([
    ['identity_number 正文第2段'],
    [],
    ['name 工作表“名单”第2行', 'name 工作表“名单”第3行'],
    ['landline 第2页'],
  ]);
  expect(told()[3].unread).toEqual(['第3页']);
});

test('old texts in GB 18030 and UTF-16 are read', async () => {
  const chinese = Buffer.concat([Buffer.from([0xb5, 0xe7, 0xbb, 0xb0]), Buffer.from('13812345678')]);
  const wide = Buffer.from('\ufeff电话13812345678', 'utf16le');
  expect(await main(['scan', aFile('gb.txt', chinese), aFile('wide.txt', wide), '--json'])).toBe(1);
  expect(told().map(({ hits }: { hits: { start: number }[] }) => hits.map(({ start }) => start))).toEqual([[2], [2]]);
});

test('the office’s own telephones are no finds', async () => {
  const allow = aFile('allow.txt', '\ufeff# 办公电话\n138-1234-5678 # 值班\n\n');
  expect(await main(['scan', text, '--allow', allow])).toBe(0);
});

test('a batch goes on after a file that cannot be read, and exits with 2', async () => {
  const broken = aFile('broken.docx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]));
  const old = aFile(
    'old.doc',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(200), Buffer.from('WordDocument', 'utf16le')]),
  );
  expect(await main(['scan', broken, '/nowhere/a.txt', folder, old, text])).toBe(2);
  expect(refused).toEqual([
    `“${broken}”已经损坏，打不开。请重新导出或者另存后再查找。`,
    '读不到文件“/nowhere/a.txt”：没有这个文件。请核对文件名和读取权限。',
    `读不到文件“${folder}”：这是一个文件夹。请核对文件名和读取权限。`,
    `“${old}”是旧的 Word 格式。请另存为 .docx 再查找。`,
  ]);
  expect(printed.join('\n')).toContain('13812345678');
  printed = [];
  expect(await main(['scan', broken, text, '--json'])).toBe(2);
  expect(told()).toMatchObject([{ file: broken, hits: [], trouble: refused[0] }, { hits: [{ type: 'mobile' }] }]);
});

test.each([
  ['no file', [], '请给出要查找的文件'],
  ['an unknown option', ['--what', 'a'], '参数有误'],
  ['a list that is not there', ['a.txt', '--allow', '/nowhere/allow.txt'], '读不到名单'],
])('%s: exit 2 and a sentence', async (_, args, sentence) => {
  expect(await main(['scan', ...args])).toBe(2);
  expect(refused.join('\n')).toContain(sentence);
});
