import { setTimeout as after } from 'node:timers/promises';

const patience = 2_000;

/** Whether what was asked is answered, and within two seconds. */
export const answersInTime = (asked: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    asked.then(
      () => true,
      () => false,
    ),
    after(patience, false, { ref: false }),
  ]);
