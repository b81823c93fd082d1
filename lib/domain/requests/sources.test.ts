import { expect, test } from 'vitest';
import { addDays } from '@/lib/domain/calendar/day';
import { cellsOf } from '@/lib/domain/report/cells';
import { formatById } from '@/lib/domain/report/formats';
import { randomness } from '@/lib/domain/requests/oracle/patterns';
import { someRegister } from '@/lib/domain/requests/oracle/register';
import { requestSources, requestsBehind } from '@/lib/domain/requests/sources';
import { placementsOf, readRequests, requestsAt, tableFour, tableThree } from '@/lib/domain/requests/statistics';

const formats = ['2019', '2021'].map((id) => {
  const format = formatById(id);
  if (!format) throw new Error(`no format ${id}`);
  return format;
});
const days = Array.from({ length: 3_200 }, (_, n) => addDays('2019-01-01', n));
const requests = someRegister(1_500, 1_095, (n) => days[n] ?? '2029-01-01', randomness(11));
const read = readRequests(requests);

test.each(formats)('every cell of tables three and four of format $id follows a source, totals included', (format) => {
  const cells = cellsOf(format).filter(({ table }) => table.id === 't3' || table.id === 't4');
  for (const year of [2019, 2020, 2021, 2022]) {
    const said = requestSources(read, year);
    const tables = { t3: tableThree(requests, year, format), t4: tableFour(requests, year, format) };
    for (const { address, table, row, column } of cells) {
      const source = format.counted[address] ?? '';
      expect([address, said[source]]).toEqual([address, tables[table.id === 't3' ? 't3' : 't4'][row.id]?.[column.id]]);
    }
  }
});

test('a cell opens the requests that it counts, in either format', () => {
  const placements = placementsOf(read, 2020);
  const said = requestSources(read, 2020);
  for (const format of formats) {
    for (const { address, row, column } of cellsOf(format).filter(({ table }) => table.id === 't3')) {
      const source = format.counted[address] ?? '';
      const behind = requestsBehind(read, 2020, source);
      expect(behind).toEqual(requestsAt(placements, format, row.id, column.id));
      expect(behind).toHaveLength(said[source] ?? -1);
    }
  }
});

test('a cell of table four opens the requests whose cases it counts', () => {
  const pending = requestsBehind(read, 2021, 'cases/reconsideration_pending');
  const all = requestsBehind(read, 2021, 'cases/reconsideration_total');
  expect(pending.length).toBeGreaterThan(0);
  expect(all.length).toBeGreaterThan(pending.length);
  expect(pending.every((id) => all.includes(id))).toBe(true);
  expect(requestsBehind(read, 2021, 'items/class/key-tasks')).toEqual([]);
});
