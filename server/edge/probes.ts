import { createHash, timingSafeEqual } from 'node:crypto';
import type { Metrics } from '@/server/edge/metrics';
import { refuse } from '@/server/edge/refuse';
import { headersFor, type Visit } from '@/server/edge/visit';

export type Probes = { metricsToken: string | undefined; metrics: Metrics; ready: () => Promise<boolean> };

const probe = /^\/(?:healthz|readyz|metrics)(?:\?|$)/;

/** Whether somebody asks for the process itself. */
export const isProbe = ({ request }: Visit) => probe.test(request.url ?? '');

/**
 * Answers those who watch the process: /healthz (it lives), /readyz (it can answer for its database), /metrics (figures,
 * for this machine or for whoever has the token).
 */
export async function answerProbe(visit: Visit, { metricsToken, metrics, ready }: Probes) {
  const [path] = (visit.request.url ?? '').split('?', 1);
  if (visit.request.method === 'POST') refuse(visit, 'refused', 405);
  else if (path === '/healthz') say(visit, 200, 'ok\n');
  else if (path === '/readyz') {
    const isReady = await ready();
    say(visit, isReady ? 200 : 503, isReady ? 'ready\n' : 'not ready\n');
  } else if (mayReadMetrics(visit, metricsToken)) say(visit, 200, await metrics.text(), metrics.contentType);
  else refuse(visit, 'refused', 403);
}

/** Asks at most once a second, however many want to know. */
export function onceASecond(ask: () => Promise<boolean>, milliseconds = () => performance.now()) {
  let asked: { at: number; answer: Promise<boolean> } | undefined;
  return () => {
    const at = milliseconds();
    if (!asked || at - asked.at >= 1_000) asked = { at, answer: ask() };
    return asked.answer;
  };
}

function mayReadMetrics({ request, sender }: Visit, token: string | undefined): boolean {
  if (token === undefined) return sender.local;
  // Hashed first, so that neither the time nor the length tells anything.
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(request.headers.authorization ?? ''), hash(`Bearer ${token}`));
}

function say(visit: Visit, status: number, text: string, type = 'text/plain; charset=utf-8') {
  const { request, response, sender } = visit;
  visit.by = 'probe';
  response.writeHead(status, {
    ...headersFor(sender),
    'Content-Type': type,
    'Content-Length': String(Buffer.byteLength(text)),
    'Cache-Control': 'no-store',
    ...(status === 503 && { 'Retry-After': '5' }),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
