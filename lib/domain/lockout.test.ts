import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, lockedAfter, noTries, patienceWithStrangers, type Tries, type TriesHere } from '@/lib/domain/lockout';

const at = new Date('2021-01-20T08:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

test('the wait begins with the fifth failure, doubles, and ends at an hour', () => {
  const minutes = [4, 5, 6, 7, 8, 9, 10, 11, 12, 5000].map((failures) => {
    const until = lockedAfter(failures, at);
    return until && (until.getTime() - at.getTime()) / 60_000;
  });
  expect(minutes).toEqual([null, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('strangers wait together for five minutes, after twenty failures of theirs', () => {
  expect(tryFromNewPlaces(patienceWithStrangers - 1).lockedUntil).toBeNull();
  const strangers = tryFromNewPlaces(patienceWithStrangers);
  expect(strangers.lockedUntil).toEqual(after(5));
  expect(counted(noTries, strangers, after(4.9))).toEqual({ waitUntil: after(5) });
  expect(counted(noTries, strangers, after(5))).toMatchObject({ lockedUntil: after(10) });
});

test('a place that knew the password within thirty days waits for its own failures alone', () => {
  const strangers = tryFromNewPlaces(500);
  const home: TriesHere = { ...noTries, rightAt: after(-30 * 24 * 60 + 1) };
  expect(counted(home, strangers, at)).toEqual({
    here: { failures: 1, lockedUntil: null },
    strangers,
    lockedUntil: null,
  });
  expect(counted({ ...home, failures: 4 }, strangers, at)).toMatchObject({ lockedUntil: after(1) });
  expect(counted({ ...home, rightAt: after(-30 * 24 * 60) }, strangers, at)).toHaveProperty('waitUntil');
});

test('whatever strangers do, in a day they get no more than twenty tries and one every five minutes', () => {
  const moments = fc.array(fc.nat({ max: 24 * 60 * 60 }), { maxLength: 3000, minLength: 1000 });
  const property = fc.property(moments, (seconds) => {
    let strangers: Tries = noTries;
    let heard = 0;
    for (const second of seconds.sort((a, b) => a - b)) {
      const outcome = counted(noTries, strangers, after(second / 60));
      if ('waitUntil' in outcome) continue;
      heard += 1;
      strangers = outcome.strangers;
    }
    expect(heard).toBeLessThanOrEqual(patienceWithStrangers + 288);
  });
  fc.assert(property, { numRuns: 50 });
});

/** So many failures, each from a place of its own, none waiting for the others. */
function tryFromNewPlaces(count: number): Tries {
  let strangers: Tries = noTries;
  for (let failure = 0; failure < count; failure += 1) {
    const outcome = counted(noTries, { ...strangers, lockedUntil: null }, at);
    if ('waitUntil' in outcome) throw new Error('nobody was to wait');
    strangers = outcome.strangers;
  }
  return strangers;
}
