import type { Day } from '@/lib/domain/calendar/day';
import type { Channel, RequestEvent } from '@/lib/domain/requests/events';
import { type Reading, type Readings, readingChoices } from '@/lib/domain/requests/readings';

/** Random numbers that are the same in every run (mulberry32). */
export function randomness(seed: number) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (probability: number) => next() < probability,
    upTo: (most: number) => Math.floor(next() * (most + 1)),
    oneOf: <Item>(items: readonly [Item, ...Item[]]): Item => items[Math.floor(next() * items.length)] ?? items[0],
  };
}
export type Random = ReturnType<typeof randomness>;

/** A random choice of every reading. */
export function someReadings(random: Random, defaults: Readings): Readings {
  if (random.chance(0.4)) return defaults;
  const names = Object.keys(defaults) as (keyof Readings & Reading)[]; // the keys of the schema
  const choices = names.map((name): [string, string] => [name, random.oneOf<string>(readingChoices[name].choices)]);
  return { ...defaults, ...Object.fromEntries(choices) };
}

const channels: readonly [Channel, ...Channel[]] = [
  'in_person',
  'oral',
  'registered_post',
  'ordinary_post',
  'internet',
  'fax',
];

/** The days as texts, by number. */
export type Days = (number: number) => Day;

/**
 * What may happen to a request received on a day, lawful or late, in a random order of entry. Events of one day stand in
 * the order in which they happened.
 */
export function somePattern(receipt: number, day: Days, random: Random): RequestEvent[] {
  const events: RequestEvent[] = [];
  const { chance, upTo, oneOf } = random;
  const channel = oneOf(channels);
  const confirmed = channel === 'ordinary_post' || channel === 'internet' || channel === 'fax';
  const arrival = confirmed ? receipt - upTo(3) : receipt;
  const by = confirmed ? 'confirmation' : channel === 'registered_post' ? 'signature' : 'submission';
  const end = chance(0.5) ? receipt + upTo(110) : Number.POSITIVE_INFINITY;
  const add = (on: number, event: { kind: RequestEvent['kind'] } & Record<string, unknown>) => {
    if (on <= end) events.push({ id: `e${events.length}`, on: day(on), ...event } as RequestEvent); // made here, of its kind
    return on <= end;
  };

  add(arrival, { kind: 'registered', channel });
  add(receipt, { kind: 'received', by });
  if (chance(0.3)) {
    const asked = receipt + upTo(chance(0.7) ? 11 : 40);
    if (add(asked, { kind: 'correction_asked', respondBy: day(asked + 1 + upTo(24)) }) && chance(0.8))
      add(asked + upTo(45), { kind: 'corrected', excuse: '' });
  }
  for (let n = upTo(chance(0.5) ? 1 : 3); n > 0; n -= 1) {
    const sent = receipt + upTo(50);
    const thirdParty = chance(0.6);
    const id = `e${events.length}`;
    const consulted = thirdParty
      ? add(sent, { kind: 'third_party_consulted', party: '' })
      : add(sent, { kind: 'other_body_consulted', body: '', joint: chance(0.5) });
    const delivered = sent + upTo(12);
    if (consulted && chance(0.5)) add(delivered, { kind: 'consultation_delivered', consultation: id });
    if (consulted && chance(0.6))
      add(delivered + upTo(40), {
        kind: thirdParty ? 'third_party_answered' : 'other_body_answered',
        consultation: id,
        answer: 'agrees',
      });
  }
  for (let n = chance(0.4) ? 1 + upTo(1) : 0; n > 0; n -= 1) {
    const told = receipt + upTo(60);
    add(told, {
      kind: 'extended',
      workingDays: 1 + upTo(19),
      consentedOn: day(Math.max(receipt, told - upTo(6))),
      consentBy: 'x',
    });
  }
  if (chance(0.12)) {
    const told = receipt + upTo(40);
    add(told, { kind: 'deferred', until: day(told + 1 + upTo(90)) });
  }
  if (chance(0.2)) {
    const told = receipt + upTo(45);
    if (add(told, { kind: 'fee_noticed', method: 'items', amount: 100 }) && chance(0.7))
      add(told + upTo(50), { kind: 'fee_paid' });
  }
  const story = wrongOnes(inOrderOfDays(events), random, day);
  if (Number.isFinite(end)) story.push(...ending(end, day, random));
  return chance(0.25) ? enteredLate(story, random) : story;
}

function ending(end: number, day: Days, { chance, upTo, oneOf }: Random): RequestEvent[] {
  const row = oneOf(['granted', 'partially_granted', 'np_repeat', 'denied_process_info'] as const);
  const answer: RequestEvent = chance(0.8)
    ? { id: 'end', on: day(end), kind: 'replied', row }
    : { id: 'end', on: day(end), kind: 'withdrawn' };
  if (chance(0.75)) return [answer];
  const again = end + 1 + upTo(60);
  const reopened: RequestEvent = {
    id: 'again',
    on: day(again),
    kind: 'reopened',
    because: 'own_motion',
    workingDays: 5 + upTo(25),
  };
  if (chance(0.5)) return [answer, reopened];
  return [answer, reopened, { id: 'end2', on: day(again + upTo(50)), kind: 'replied', row }];
}

// A wrong entry and its reversal, which must leave no trace.
function wrongOnes(story: RequestEvent[], { chance, upTo }: Random, day: Days): RequestEvent[] {
  if (!chance(0.15)) return story;
  const at = 2 + upTo(Math.max(0, story.length - 2));
  const on = story[at - 1]?.on ?? day(0);
  const wrong: RequestEvent = chance(0.5)
    ? { id: 'wrong', on, kind: 'withdrawn' }
    : { id: 'wrong', on, kind: 'fee_noticed', method: 'pages', amount: 10 };
  return [
    ...story.slice(0, at),
    wrong,
    ...story.slice(at),
    { id: 'back', on, kind: 'reversed', event: 'wrong', reason: '' },
  ];
}

// Some days are entered after the others, each day as a whole.
function enteredLate(story: readonly RequestEvent[], { chance }: Random): RequestEvent[] {
  const late = new Set(story.flatMap(({ on }) => (chance(0.3) ? [on] : [])));
  return [...story.filter(({ on }) => !late.has(on)), ...story.filter(({ on }) => late.has(on))];
}

const inOrderOfDays = (events: readonly RequestEvent[]) =>
  events
    .map((event, at) => ({ event, at }))
    .sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.at - b.at))
    .map(({ event }) => event);
