import { z } from 'zod';
import { requestDay, requestEvent } from '@/lib/domain/requests/events';
import { readings } from '@/lib/domain/requests/readings';

const numbered = (events: unknown) =>
  Array.isArray(events)
    ? events.map((event, at) => (typeof event === 'object' && event !== null ? { id: `${at + 1}`, ...event } : event))
    : events;

const events = z
  .preprocess(numbered, z.array(requestEvent).min(1).max(500))
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length);

/** The events of one request as a file: docs/request-events-json.md. An event without a key is named by its place, from 1. */
export const requestEventFile = z.union([
  events.transform((all) => ({ events: all, today: undefined, readings: readings.parse({}) })),
  z.strictObject({ today: requestDay.optional(), readings: readings.prefault({}), events }),
]);
