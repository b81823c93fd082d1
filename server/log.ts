import { pino } from 'pino';
import { environment } from '@/lib/server/environment';
import { loggedPath } from '@/server/edge/request-line';
import type { Noted } from '@/server/edge/visit';

const options = { level: environment().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime };

/** What the process has to say to those who run it, one JSON line each, on standard error. */
export const log = pino(options, pino.destination(2));

// Many a second: written when there is time for it, and before the process ends.
const requests = pino(options, pino.destination({ dest: 2, sync: false }));

/** One line a request, about the house and not about who asked: no address, no query, no name. */
export function logRequest({ request, response, by }: Noted, milliseconds: number) {
  const level = by === 'probe' ? 'debug' : 'info';
  if (!requests.isLevelEnabled(level)) return;
  const { method, url = '' } = request;
  const status = response.statusCode;
  requests[level]({ method, path: loggedPath(url, status), status, by, ms: Math.round(milliseconds * 10) / 10 });
}
