import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '@/bin/main';
import { calendarInForce } from '@/lib/server/organisation/calendar';

const folder = mkdtempSync(join(tmpdir(), 'gongkai-clock-'));
let printed: string[] = [];
let refused: string[] = [];

beforeEach(() => {
  printed = [];
  refused = [];
  vi.stubEnv('DATA_DIR', join(folder, 'data'));
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void refused.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
afterAll(() => rmSync(folder, { recursive: true }));

function aFile(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const told = () => JSON.parse(printed.join('\n'));
const received = (on: string) => [
  { kind: 'registered', on, channel: 'in_person' },
  { kind: 'received', on, by: 'submission' },
];

describe('clock', () => {
  test('the example of the documentation: due days and ledger', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/request-events-json.md'), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(await main(['clock', aFile('example.json', example)])).toBe(0);
    expect(told()).toMatchObject({
      today: '2021-11-03',
      receivedOn: '2021-09-17',
      count: { counted: 24, of: 30 },
      misfits: [],
    });
    expect(told().steps.at(-1)).toMatchObject({
      name: 'reply',
      title: '答复',
      due: '2021-11-11',
      basis: '条例第三十三条第二款',
    });
    const day = (on: string) => told().ledger.find((each: { day: string }) => each.day === on);
    expect(day('2021-09-18')).toMatchObject({ number: 1, weekday: '星期六', text: '调休上班，第1个工作日' });
    expect(day('2021-09-21')).toMatchObject({ counts: false, text: '中秋节放假，不计' });
    expect(day('2021-10-09')).toMatchObject({ counts: false, text: '征求第三方意见，停止计算（调休上班）' });
    expect(day('2021-11-11')).toMatchObject({ last: true, text: '工作日，延长期内，第30个工作日，最晚答复日' });
  });

  test('an event that cannot have happened is told and left out', async () => {
    const file = aFile('misfit.json', [...received('2024-03-01'), { kind: 'archived', on: '2024-03-04' }]);
    expect(await main(['clock', file, '--today', '2024-03-05'])).toBe(1);
    expect(told()).toMatchObject({
      stage: 'open',
      misfits: [{ event: '3', because: 'not_ended', text: '这件申请还没有办结。' }],
    });
  });

  test('a file that is no file of events', async () => {
    const file = aFile('wrong.json', [{ kind: 'received', on: '2024-02-30', by: 'submission' }]);
    expect(await main(['clock', file])).toBe(2);
    expect(await main(['clock', join(folder, 'none.json')])).toBe(2);
    expect(refused[0]).toContain('不是事项文件');
    expect(refused[1]).toContain('没有这个文件');
  });

  test('every reading with its article and its choices', async () => {
    expect(await main(['clock', '--readings'])).toBe(0);
    expect(printed.join('\n')).toContain('✓ paused：不计入，从次日起继续计算。\n    counts：');
    const page = readFileSync(join(import.meta.dirname, '../../docs/decisions/readings-of-the-clock.md'), 'utf8');
    const names = printed
      .join('\n')
      .split('\n\n')
      .map((entry) => entry.split(' ')[0]);
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(page).toContain(`| \`${name}\` |`);
  });

  test('called wrongly', async () => {
    expect(await main(['clock'])).toBe(2);
    expect(await main(['clock', 'a', '--today', 'x'])).toBe(2);
    expect(await main(['clock', 'a', '--readings'])).toBe(2);
  });
});

describe('calendar', () => {
  const off = [
    ['2027-01-01', '2027-01-03', '元旦'],
    ['2027-02-05', '2027-02-11', '春节'],
    ['2027-04-03', '2027-04-05', '清明节'],
    ['2027-05-01', '2027-05-05', '劳动节'],
    ['2027-06-09', '2027-06-09', '端午节'],
    ['2027-09-15', '2027-09-15', '中秋节'],
    ['2027-10-01', '2027-10-07', '国庆节'],
  ];
  const notices = [
    { title: '通知', number: '国办发明电〔2026〕9号', numberChecked: true, url: 'https://www.gov.cn/2027' },
  ];
  const notice = { year: 2027, notices, off, work: ['2027-01-09', '2027-02-14', '2027-10-09'] };

  test('a checked notice is kept, and what was provisional is recounted', async () => {
    const events = aFile('year-end.json', received('2026-12-25'));
    const reply = () => told().steps.at(-1);
    await main(['clock', events, '--today', '2026-12-28']);
    expect(reply()).toMatchObject({ name: 'reply', due: '2027-01-22', provisional: true });
    expect(told().ledger.at(-1).text).toContain('放假安排尚未公布');

    printed = [];
    expect(await main(['calendar', 'load', aFile('2027.json', notice)])).toBe(0);
    expect(printed.join('\n')).toContain('2027年放假安排已载入：全年');
    expect(calendarInForce().years.has(2027)).toBe(true);

    printed = [];
    await main(['clock', events, '--today', '2026-12-28']);
    expect(reply()).toMatchObject({ due: '2027-01-22', provisional: false });
    expect(told().ledger.find(({ day }: { day: string }) => day === '2027-01-09')).toMatchObject({
      kind: 'make_up',
      counts: true,
    });

    printed = [];
    expect(await main(['calendar', 'load', aFile('again.json', { ...notice, work: notice.work.slice(1) })])).toBe(0);
    expect(printed.join('\n')).toContain('替换原来的安排');
    printed = [];
    await main(['clock', events, '--today', '2026-12-28']);
    expect(reply()).toMatchObject({ due: '2027-01-25', provisional: false });

    printed = [];
    expect(await main(['calendar'])).toBe(0);
    expect(printed.join('\n')).toContain('2027年  国办发明电〔2026〕9号（本机关载入）');
    expect(printed.join('\n')).toContain('2026年  国办发明电〔2025〕7号\n');
  });

  test('a notice with a fault is not kept', async () => {
    const file = aFile('2028.json', { ...notice, year: 2028 });
    expect(await main(['calendar', 'load', file])).toBe(1);
    expect(refused.join('\n')).toContain('2028年10月1日是法定节日，安排里没有放假。');
    expect(calendarInForce().years.has(2028)).toBe(false);
    expect(await main(['calendar', 'load', aFile('text.json', '{')])).toBe(2);
    expect(await main(['calendar', 'save', file])).toBe(2);
  });
});
