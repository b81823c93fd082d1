import { pino } from 'pino';
import { environment } from '@/lib/server/environment';

/** What the process has to say to those who run it, one JSON line each, on standard error. */
export const log = pino(
  { level: environment().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination(2),
);
