import type { Environment } from '@/lib/server/environment';
import { openDoor, type Patience } from '@/server/edge/door';
import { createMeters } from '@/server/edge/meters';
import { createMetrics } from '@/server/edge/metrics';
import { proxiesOf } from '@/server/sender';

/** The door as an installation wants it, with its figures, its limits and its log. Throws StartRefused where the port cannot be had. */
export async function openEdge(env: Environment, patience: Patience) {
  const { log, logRequest } = await import('@/server/log');
  const metrics = createMetrics();
  const meters = createMeters();
  const door = await openDoor({
    host: env.HOST,
    port: env.PORT,
    base: env.BASE_PATH,
    proxies: proxiesOf(env),
    metricsToken: env.METRICS_TOKEN,
    metrics,
    meters,
    patience,
    noted(visit, milliseconds) {
      metrics.count(visit, milliseconds);
      logRequest(visit, milliseconds);
    },
    failed: (error) => log.error(error, 'a request failed'),
  });
  return { door, metrics, meters };
}
