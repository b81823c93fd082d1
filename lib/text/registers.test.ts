import { expect, test } from 'vitest';
import { cellsOf } from '@/lib/domain/report/cells';
import { formatById } from '@/lib/domain/report/formats';
import { requestFilter } from '@/lib/domain/requests/register-filter';
import { requestSources } from '@/lib/domain/requests/sources';
import { isForProse, movedByWeight, recordsAddress, sourceName } from '@/lib/text/registers';

const format = formatById('2021');
if (!format) throw new Error('no format 2021');
const sources = Object.keys(requestSources([], 2024));

test('every cell of tables three and four opens its requests in the register', () => {
  const cells = cellsOf(format).filter(({ table }) => table.id === 't3' || table.id === 't4');
  expect(cells).toHaveLength(190);
  for (const { address } of cells) {
    const source = format.counted[address] ?? '';
    const opened = new URL(recordsAddress(source, 2024) ?? '', 'http://localhost');
    expect(opened.pathname).toBe('/admin/requests');
    expect(requestFilter.parse(Object.fromEntries(opened.searchParams))).toMatchObject({
      counted: source,
      report: 2024,
    });
  }
  const before = new URL(recordsAddress('requests/granted/total@2023', 2024) ?? '', 'http://localhost');
  expect(before.searchParams.get('report')).toBe('2023');
});

test('each source of the register of requests has a name of its own', () => {
  const names = sources.map((source) => sourceName(format, source, {}));
  expect(new Set(names).size).toBe(sources.length);
  expect(names.every((name) => /^申请登记簿，表[三四]，\p{Script=Han}/u.test(name) && !name.includes('一格'))).toBe(
    true,
  );
  expect(sourceName(format, 'requests/new_received/total@2023', {})).toBe(
    '2023年申请登记簿，表三，总计，本年新收（件）',
  );
  expect(sourceName(format, 'cases/reconsideration_pending', {})).toBe('申请登记簿，表四，行政复议，尚未审结（件）');
});

test('prose is offered totals that no cell of this year tells already', () => {
  const offered = sources.filter((source) => isForProse(format, source));
  expect(offered).toEqual([
    'requests/denied/total',
    'requests/unavailable/total',
    'requests/not_processed/total',
    'requests/other_handling/total',
  ]);
  expect(isForProse(format, 'requests/new_received/total@2023')).toBe(true);
  expect(isForProse(format, 'requests/new_received/other_org@2023')).toBe(false);
  expect(isForProse(format, 'items/class/key-tasks')).toBe(true);
});

test('cells that have only begun to be counted need no line of their own', () => {
  const moved = [
    { source: 'a', before: null, now: 0 },
    { source: 'b', before: null, now: '0' },
    { source: 'c', before: null, now: 4 },
    { source: 'd', before: 3, now: 0 },
    { source: 'e', before: 3, now: null },
  ];
  const { told, begun } = movedByWeight(moved);
  expect([told.map(({ source }) => source), begun]).toEqual([['c', 'd', 'e'], 2]);
});
