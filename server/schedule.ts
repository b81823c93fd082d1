import { now } from '@/lib/server/clock';
import type { Environment } from '@/lib/server/environment';
import { log } from '@/server/log';

/** Does something now and every half minute, one turn after the other; the signal says that the process is leaving. */
export function everyHalfMinute(work: (leaving: AbortSignal) => Promise<void>) {
  const leaving = new AbortController();
  let running: Promise<void> | undefined;
  const turn = () => {
    running ??= work(leaving.signal).finally(() => {
      running = undefined;
    });
  };
  turn();
  const timer = setInterval(turn, 30_000);
  return {
    async stop() {
      clearInterval(timer);
      leaving.abort();
      await running;
    },
  };
}

/**
 * Publishes what has become due, counts last days anew when a holiday notice has come, and erases applicants whose years are
 * over; what fails is tried again at the next turn.
 */
export async function publishNow() {
  try {
    // Loaded when the door is open: nobody waits for it.
    const { publishDue } = await import('@/lib/server/documents/publish-due');
    const { published, held } = await publishDue(now());
    if (published.length + held.length > 0) log.info({ published, held }, 'publication on the named day');
    const { recountWithCalendar } = await import('@/lib/server/items/recount-due-days');
    await recountWithCalendar();
    const { recountRequests } = await import('@/lib/server/requests/recount-requests');
    await recountRequests();
    const { eraseOutlived } = await import('@/lib/server/requests/request-retention');
    const erased = await eraseOutlived();
    if (erased > 0) log.info({ erased }, 'applicants erased after their years');
  } catch (error) {
    log.error(error, 'publication on the named day failed; trying again');
  }
}

/** Makes and reads back the rows of batches that lie before whoever signs, so that nobody waits for it when signing. */
export async function proofBatches(leaving: AbortSignal) {
  try {
    const { proofWaitingBatches } = await import('@/lib/server/batches/proof-batch');
    const begun = performance.now();
    const proofs = await proofWaitingBatches(leaving);
    const seconds = Math.round((performance.now() - begun) / 1000);
    if (proofs.length > 0) log.info({ proofs, seconds }, 'rows of batches proof-read');
  } catch (error) {
    if (!leaving.aborted) log.error(error, 'proof-reading a batch failed; trying again');
  }
}

// A night that the machine slept through is made up for, but not while it has just been switched on.
const tenMinutes = 600_000;

/** Reads back everything public once a night, over HTTP at our own door, as everybody gets it. */
export function verifyOnceANight(
  { HOST, BASE_PATH, VERIFY_AT }: Pick<Environment, 'HOST' | 'BASE_PATH' | 'VERIFY_AT'>,
  port: number,
  begun = now(),
) {
  const site = `http://${/^(?:0\.0\.0\.0|::|localhost)$/.test(HOST) ? '127.0.0.1' : inBrackets(HOST)}:${port}${BASE_PATH}`;
  let done: string | undefined;

  return async function turn(leaving: AbortSignal, at = now()) {
    try {
      const { nightOf, verifyNight } = await import('@/lib/server/verify/verification');
      const night = nightOf(at, VERIFY_AT);
      const justBegun = at.getTime() - begun.getTime() < tenMinutes && night === nightOf(begun, VERIFY_AT);
      if (night === done || justBegun) return;
      const { getterAt } = await import('@/lib/server/verify/get-public');
      const outcomes = await verifyNight(night, at, getterAt(site, { signal: leaving }));
      if (outcomes === null) return; // another process is at it; should it die, the next turn takes over
      done = night;
      for (const { name, faultCount } of outcomes) {
        if (faultCount > 0)
          log.error({ organisation: name, faults: faultCount }, 'what is public is not what was signed');
      }
    } catch (error) {
      if (!leaving.aborted) log.error(error, 'the nightly check failed; trying again');
    }
  };
}

const inBrackets = (host: string) => (host.includes(':') ? `[${host}]` : host);
