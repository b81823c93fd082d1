import type { Day } from '@/lib/domain/calendar/day';
import { type RequestEvent, type RequestEventKind, requestEvent } from '@/lib/domain/requests/events';

type Facts = Record<string, unknown> & { id?: string };

const usual: Partial<Record<RequestEventKind, Facts>> = {
  registered: { channel: 'in_person' },
  received: { by: 'submission' },
  correction_asked: { respondBy: '2099-01-01' },
  other_body_consulted: { joint: false },
  third_party_answered: { consultation: 'third_party_consulted', answer: 'agrees' },
  other_body_answered: { consultation: 'other_body_consulted', answer: 'agrees' },
  consultation_delivered: { consultation: 'third_party_consulted' },
  extended: { workingDays: 20, consentBy: '王某' },
  fee_noticed: { method: 'items', amount: 100 },
  replied: { row: 'granted' },
  delivered: { way: 'post' },
  reconsideration_closed: { case: 'reconsideration_opened', result: 'upheld' },
  litigation_opened: { after: null },
  litigation_closed: { case: 'litigation_opened', result: 'upheld' },
  reopened: { because: 'own_motion', workingDays: 20 },
};

/** Events for tests, as files hold them: each is named after its kind unless its facts say otherwise. */
export function aRequest(...events: [on: Day, kind: RequestEventKind, facts?: Facts][]): RequestEvent[] {
  const seen = new Map<string, number>();
  return events.map(([on, kind, facts]) => {
    const times = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, times);
    const id = times === 1 ? kind : `${kind}_${times}`;
    const told =
      kind === 'extended' ? { consentedOn: on } : kind === 'correction_asked' ? { respondBy: lastOf(on) } : {};
    return requestEvent.parse({ id, kind, on, ...usual[kind], ...told, ...facts });
  });
}

// Some day that is certainly later.
const lastOf = (on: Day) => `${Number(on.slice(0, 4)) + 1}${on.slice(4, 8)}01`;

/** The same from a request handed in and received on one day. */
export const received = (on: Day, ...more: Parameters<typeof aRequest>) =>
  aRequest([on, 'registered'], [on, 'received'], ...more);
