import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Noted } from '@/server/edge/visit';

/** What is looked at when somebody asks for the figures. */
export type Watched = {
  listening: () => boolean;
  sizes: () => { name: string; bytes: number }[];
  connections: () => Promise<number>;
};

const classes = ['none', '1xx', '2xx', '3xx', '4xx', '5xx'];

/** The figures of this process as Prometheus reads them. Labels are few and fixed: no address, no name. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'gongkai_' });
  const answers = new Counter({
    name: 'gongkai_http_answers_total',
    help: 'Answers, by who gave them and by the first figure of their status',
    labelNames: ['by', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'gongkai_http_answer_seconds',
    help: 'Time from the head of a request to the end of its answer',
    labelNames: ['by'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    registers,
  });

  // Looking a label up costs more than counting.
  const known = new Map<string, { answers: Counter.Internal; seconds: Histogram.Internal<string> }>();
  const counting = (by: string, status: string) => {
    const found = known.get(by + status) ?? { answers: answers.labels(by, status), seconds: seconds.labels(by) };
    known.set(by + status, found);
    return found;
  };

  return {
    count({ by, response }: Noted, milliseconds: number) {
      const counters = counting(by, classes[Math.floor(response.statusCode / 100)] ?? 'none');
      counters.answers.inc();
      counters.seconds.observe(milliseconds / 1000);
    },

    watch({ listening, sizes, connections }: Watched) {
      new Gauge({
        name: 'gongkai_database_listening',
        help: '1 while changes of what is public reach this process',
        registers,
        collect() {
          this.set(listening() ? 1 : 0);
        },
      });
      new Gauge({
        name: 'gongkai_page_cache_bytes',
        help: 'Bytes that public pages take in memory',
        labelNames: ['shelf'],
        registers,
        collect() {
          for (const { name, bytes } of sizes()) this.set({ shelf: name }, bytes);
        },
      });
      new Gauge({
        name: 'gongkai_http_connections',
        help: 'Open connections',
        registers,
        async collect() {
          this.set(await connections());
        },
      });
    },

    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
