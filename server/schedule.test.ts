import { expect, test } from 'vitest';
import { anOrganisation } from '@/lib/server/testing/an-organisation';
import { withDatabase } from '@/lib/server/testing/with-database';
import { everyHalfMinute, verifyOnceANight } from '@/server/schedule';

const { asOwner } = withDatabase();

const at = (time: string) => new Date(`2026-03-${time}+08:00`);
const staying = new AbortController().signal;
const nights = async () =>
  (await asOwner('SELECT night::text FROM verification ORDER BY night')).map((row) => row.night);

test('everything public is read back when its time has come, and a night slept through soon after the start', async () => {
  await anOrganisation();
  const turn = verifyOnceANight({ HOST: '0.0.0.0', BASE_PATH: '', VERIFY_AT: '03:10' }, 1, at('05T09:00:00'));
  await turn(staying, at('05T09:09:00'));
  expect(await nights()).toEqual([]);
  await turn(staying, at('05T09:11:00'));
  expect(await nights()).toEqual(['2026-03-05']);
  await turn(staying, at('06T03:09:59'));
  expect(await nights()).toEqual(['2026-03-05']);
  await turn(staying, at('06T03:10:00'));
  expect(await nights()).toEqual(['2026-03-05', '2026-03-06']);
});

test('just started before the time of the check, a process does not wait for it longer', async () => {
  const turn = verifyOnceANight({ HOST: '::', BASE_PATH: '/gk', VERIFY_AT: '03:10' }, 1, at('07T03:08:00'));
  await turn(staying, at('07T03:10:00'));
  expect(await nights()).toContain('2026-03-07');
});

test('a process that leaves tells what is under way', async () => {
  let heard: AbortSignal | undefined;
  const turns = everyHalfMinute(async (leaving) => {
    heard = leaving;
  });
  expect(heard?.aborted).toBe(false);
  await turns.stop();
  expect(heard?.aborted).toBe(true);
});
