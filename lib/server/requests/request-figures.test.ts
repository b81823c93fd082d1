import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '@/lib/domain/calendar/day';
import { cellsOf } from '@/lib/domain/report/cells';
import { formats } from '@/lib/domain/report/formats';
import { received } from '@/lib/domain/requests/a-request';
import { knownAt } from '@/lib/domain/requests/events';
import { randomness } from '@/lib/domain/requests/oracle/patterns';
import { someRegister } from '@/lib/domain/requests/oracle/register';
import { requestSources } from '@/lib/domain/requests/sources';
import { type RegisteredRequest, readRequests, tableFour, tableThree } from '@/lib/domain/requests/statistics';
import { db } from '@/lib/server/db';
import { registersOf } from '@/lib/server/reports/registers';
import { standingRequests } from '@/lib/server/requests/request-figures';
import { aBareRequest, entering } from '@/lib/server/testing/a-bare-request';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { enteredInTime, fillRegister } from '@/lib/server/testing/fill-register';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

const years = [2018, 2019, 2020, 2021, 2022, 2023];
const days = Array.from({ length: 3_200 }, (_, n) => addDays('2019-01-01', n));

describe('random registers of several organisations, with late, reversed and reopened events', () => {
  const towns: { town: Township; requests: RegisteredRequest[] }[] = [];

  beforeAll(async () => {
    for (const seed of [21, 22, 23]) {
      const town = await aTownship();
      const random = randomness(seed);
      const made = someRegister(250, 1_400, (n) => days[n] ?? '2028-01-01', random);
      towns.push({ town, requests: await fillRegister(enteredInTime(made, random), town.people.drafter) });
    }
  });

  test('every cell of both formats is that of the pure functions over the register’s own events', async () => {
    for (const { town, requests } of towns) {
      for (const year of years) {
        const registers = await registersOf(db, town.id, year);
        for (const format of formats) {
          const tables: Record<string, ReturnType<typeof tableThree>> = {
            t3: tableThree(requests, year, format),
            t4: tableFour(requests, year, format),
          };
          const cells = cellsOf(format).filter(({ table }) => table.id in tables);
          const said = cells.map(({ address }) => [address, registers[format.counted[address] ?? '']]);
          const begun = year >= 2019;
          expect(said).toEqual(
            cells.map(({ address, table, row, column }) => [
              address,
              begun ? tables[table.id]?.[row.id]?.[column.id] : undefined,
            ]),
          );
        }
      }
    }
  });

  test('what a year carried on is what the next takes over, in every column', async () => {
    for (const { town } of towns) {
      for (const year of years.slice(2)) {
        const registers = await registersOf(db, town.id, year);
        const line = (row: string, of = '') =>
          Object.entries(registers).flatMap(([source, said]) =>
            source.startsWith(`requests/${row}/`) && (source.split('@')[1] ?? '') === of
              ? [[source.split('@')[0]?.split('/')[2], said]]
              : [],
          );
        expect(line('carried_over')).toHaveLength(7);
        expect(line('carried_over')).toEqual(line('carried_forward', String(year - 1)));
      }
    }
  });

  test('as it stood at an earlier moment', async () => {
    for (const { town, requests } of towns) {
      for (const at of ['2020-01-20T02:00:00.000Z', '2021-07-01T00:00:00.000Z', '2022-01-25T00:00:00.000Z']) {
        const then = readRequests(requests.map((each) => ({ ...each, events: knownAt(each.events, at) })));
        for (const year of [2019, 2020, 2021]) {
          const registers = await registersOf(db, town.id, year, new Date(at));
          const said = Object.fromEntries(
            Object.entries(registers).filter(([source]) => /^(requests|cases)\//.test(source) && !source.includes('@')),
          );
          expect(said).toEqual(requestSources(then, year));
        }
      }
    }
  });

  test('reads no more than can matter to the year', async () => {
    const [first] = towns;
    const some = await standingRequests(db, first?.town.id ?? '', { from: 2022, to: 2022 });
    expect(some.length).toBeGreaterThan(20);
    expect(some.length).toBeLessThan(190);
  });
});

describe('which years the register counts', () => {
  const counted = async (organisationId: string) => {
    const known = await Promise.all(years.map((year) => registersOf(db, organisationId, year)));
    return years.filter((_, at) => known[at]?.['requests/new_received/total'] !== undefined);
  };
  const settle = (id: string, registerSince: number | null) =>
    db.organisation.update({ where: { id }, data: { settings: { requests: { registerSince } } } });

  test('none without a request; from the year of the first one; as the office has settled it', async () => {
    const { id, people } = await aTownship();
    expect(await counted(id)).toEqual([]);
    await settle(id, 2022);
    expect(await counted(id)).toEqual([2022, 2023]);
    await settle(id, null);
    const request = await aBareRequest(people.drafter, '2021-03-01');
    expect(await counted(id)).toEqual([]);
    await entering(request, received('2021-03-01'), people.drafter);
    expect(await counted(id)).toEqual([2021, 2022, 2023]);
    await settle(id, 2023);
    expect(await counted(id)).toEqual([2023]);
    expect((await registersOf(db, id, 2023))['requests/carried_over/natural_person']).toBe(1);
  });
});
