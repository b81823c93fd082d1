import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '@/bin/main';
import { aReport } from '@/lib/domain/report/a-report';

const fixtures = join(import.meta.dirname, '../../lib/domain/report/fixtures');
const folder = mkdtempSync(join(tmpdir(), 'gongkai-check-'));
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

function aFile(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const told = () => JSON.parse(printed.join('\n'));

test('the real 2020 report: warnings, nothing that blocks', async () => {
  expect(await main(['check', join(fixtures, 'deting-2020.json')])).toBe(0);
  const text = printed.join('\n');
  expect(text).toContain('40项勾稽：40项相符');
  expect(text).toContain('345＋120＋80＝545条');
  expect(text).toContain('“乡政府信息公开栏”中的“乡”，与本机关名称“德亭镇人民政府”不一致');
  expect(text).not.toContain('必须改正');
});

test('a report from the wild whose table four does not add up: exit 1', async () => {
  expect(await main(['check', join(fixtures, 'jinhu-2023.json'), '--json'])).toBe(1);
  expect(told().findings).toMatchObject([{ rule: 'T4-BLOCK-SUM', severity: 'block', title: expect.any(String) }]);
  expect(told().equations).toEqual({ total: 42, agree: 41, differ: 1, pending: 0 });
});

test('last year beside it: the link between the years is checked', async () => {
  const file = aFile('2022.json', aReport('2021', { year: 2022 }));
  const previous = aFile('2021.json', aReport('2021', { year: 2021 }));
  expect(await main(['check', file, '--previous', previous, '--json'])).toBe(0);
  expect(told().findings.map(({ rule }: { rule: string }) => rule)).toContain('T3-YEAR-LINK');
  expect(told().notRun).toEqual([]);
});

test('what is no figure is told cell by cell, not as a broken file', async () => {
  const cells = {
    't3/granted/natural_person': '/',
    't3/granted/other_org': '无',
    't4/cases/reconsideration_total': 1.5,
  };
  expect(await main(['check', aFile('marks.json', aReport('2021', { cells })), '--json'])).toBe(1);
  const rules = told().findings.map(({ rule }: { rule: string }) => rule);
  expect(rules).toEqual(['T3-NONNEG-INT', 'T3-NONNEG-INT', 'T4-NONNEG-INT']);
  expect(told().equations.pending).toBe(4);
});

test('marks instead of figures in the file of last year are nothing to compare with', async () => {
  const file = aFile('2024.json', aReport('2021', { year: 2024 }));
  const cells = { 't3/carried_forward/natural_person': '/', 't2_1/normative_documents/in_force': '无' };
  const previous = aFile('2023.json', aReport('2021', { year: 2023, cells }));
  expect(await main(['check', file, '--previous', previous])).toBe(0);
});

test.each([
  ['no file', ['/nowhere/report.json'], '没有这个文件'],
  ['a folder', [folder], '这是一个文件夹'],
  ['no JSON', [aFile('broken.json', '{"year":')], '不是JSON文件'],
  ['another JSON', [aFile('other.json', { year: '2020' })], 'organisation、year、format、tables'],
  ['a field too many', [aFile('more.json', { ...aReport('2021'), note: '' })], 'note'],
  ['an unknown format', [aFile('unknown.json', { ...aReport('2021'), format: '2031' })], '没有这个格式'],
  [
    'another year beside it',
    [aFile('a.json', aReport('2021', { year: 2024 })), '--previous', aFile('b.json', aReport('2021', { year: 2022 }))],
    '不是上年（2023年）的',
  ],
  [
    'another organisation beside it',
    [
      aFile('c.json', aReport('2021', { year: 2024 })),
      '--previous',
      aFile('d.json', aReport('2021', { year: 2023, name: '大章镇人民政府' })),
    ],
    '不是德亭镇人民政府的',
  ],
  ['no argument', [], '请给出一个报告文件'],
  ['an unknown option', ['--what'], '参数有误'],
])('%s: exit 2 and a sentence', async (_, args, sentence) => {
  expect(await main(['check', ...args])).toBe(2);
  expect(refused.join('\n')).toContain(sentence);
});
