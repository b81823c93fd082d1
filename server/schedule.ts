import { now } from '@/lib/server/clock';
import { log } from '@/server/log';

/**
 * Publishes what has become due, and counts last days anew when a holiday notice has come, now and every half minute; what
 * fails is tried again at the next turn.
 */
export function publishEveryHalfMinute() {
  let running: Promise<void> | undefined;
  const turn = () => {
    running ??= publishNow().finally(() => {
      running = undefined;
    });
  };
  turn();
  const timer = setInterval(turn, 30_000);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function publishNow() {
  try {
    // Loaded when the door is open: nobody waits for it.
    const { publishDue } = await import('@/lib/server/publish-due');
    const { published, held } = await publishDue(now());
    if (published.length + held.length > 0) log.info({ published, held }, 'publication on the named day');
    const { recountWithCalendar } = await import('@/lib/server/recount-due-days');
    await recountWithCalendar();
  } catch (error) {
    log.error(error, 'publication on the named day failed; trying again');
  }
}
