import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createLongBodies } from '@/server/edge/long-bodies';
import type { Visit } from '@/server/edge/visit';

const megabyte = 1024 * 1024;

// All that is read of a visit; `leave` is what a connection does at its end.
function aVisit(length: number, cookie?: string) {
  const response = new EventEmitter();
  const visit = { request: { headers: { 'content-length': String(length), cookie } }, response };
  return { visit: visit as unknown as Visit, leave: () => response.emit('close') };
}

const taking = () => createLongBodies(async (cookies) => /^session=(ours-\w+)$/.exec(cookies)?.[1] ?? null);
const nothing = async () => {};

test.each([
  [0, undefined, null],
  [64 * 1024, undefined, null],
  [64 * 1024 + 1, undefined, 401],
  [20 * megabyte, 'session=forged', 401],
  [megabyte, 'session=ours-a', null],
])('%i bytes with the cookie %s', async (length, cookie, refused) => {
  let done = 0;
  const work = async () => {
    done += 1;
  };
  expect(await taking()(aVisit(length, cookie).visit, work)).toBe(refused);
  expect(done).toBe(refused === null ? 1 : 0);
});

test('of long ones three of a session and eight in all are taken at a time, the others in their turn', async () => {
  const take = taking();
  let running = 0;
  const visits = Array.from({ length: 16 }, (_, n) => aVisit(2 * megabyte, `session=ours-${n % 4}`));
  const taken = visits.map(({ visit }) =>
    take(visit, async () => {
      running += 1;
    }),
  );
  const settled = () => new Promise(setImmediate);
  await settled();
  expect(running).toBe(8);
  for (const { leave } of visits.slice(0, 8)) leave();
  await settled();
  expect(running).toBe(16);
  for (const { leave } of visits) leave();
  expect(await Promise.all(taken)).toEqual(visits.map(() => null));
});

test('one session does not fill the house: its fourth waits while others are taken, and too many are turned away', async () => {
  const take = taking();
  const own = Array.from({ length: 34 }, () => aVisit(2 * megabyte, 'session=ours-a'));
  let running = 0;
  const work = async () => {
    running += 1;
  };
  const taken = own.map(({ visit }) => take(visit, work));
  expect(await taken.at(-1)).toBe(503);
  expect(running).toBe(3);
  void take(aVisit(2 * megabyte, 'session=ours-b').visit, nothing);
  await new Promise(setImmediate);
  const another = take(aVisit(2 * megabyte, 'session=ours-c').visit, work);
  await new Promise(setImmediate);
  expect(running).toBe(4);
  void another;
});
