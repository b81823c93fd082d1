import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellAddress } from '@/lib/domain/report/content';
import { valueIn } from '@/lib/editor/places';
import { isSaved, openChanges, type Replica, unsavedOf } from '@/lib/editor/replica';
import type { ReportTypes } from '@/lib/editor/report-draft';
import { cells, people, World } from '@/lib/editor/testing/world';

const person = fc.constantFrom(...people);
const luck = fc.constantFrom('both' as const, 'request lost' as const, 'answer lost' as const, 'answer late' as const);
const weather = fc.oneof(
  fc.record({ do: fc.constant('send' as const), person, luck }),
  fc.record({ do: fc.constant('poll' as const), person }),
  fc.record({ do: fc.constant('restart' as const), person }),
  fc.record({ do: fc.constant('late' as const) }),
);
const value = fc.option(fc.nat(9), { nil: null });
const typing = fc.record({ do: fc.constant('type' as const), person, cell: fc.nat(cells.length - 1), value });
const writing = fc.record({
  do: fc.constant('write' as const),
  person,
  block: fc.nat(3),
  text: fc.constantFrom('公', '开', ''),
});
type Event = typeof weather extends fc.Arbitrary<infer E> ? E : never;

function blow(world: World, event: Event) {
  if (event.do === 'send') world.send(event.person, event.luck);
  if (event.do === 'poll') world.poll(event.person);
  if (event.do === 'restart') world.restart(event.person);
  if (event.do === 'late') world.deliverLate();
}

describe('whatever the network does', () => {
  test('what two people type in different places arrives, all of it', () => {
    const property = fc.property(fc.array(fc.oneof(weather, typing, writing), { maxLength: 60 }), (events) => {
      const world = new World();
      const last = new Map<string, unknown>();
      for (const event of events) {
        if (event.do === 'type') {
          const address = cells[(event.cell & 2) + people.indexOf(event.person)];
          if (address) world.type(event.person, address, event.value);
          if (address) last.set(address, event.value);
        } else if (event.do === 'write') {
          const block = `b${(event.block & 2) + people.indexOf(event.person)}`;
          world.write(event.person, block, event.text);
          last.set(block, event.text);
        } else blow(world, event);
      }
      for (const someone of people) expect(world.of(someone).holds).toEqual({});
      world.settle('mine');
      const { draft } = world.server.state;
      for (const [place, expected] of last) {
        const text = draft.text.s1?.find(({ id }) => id === place)?.text;
        const found = place.startsWith('b')
          ? text
          : valueIn(world.server.state, { kind: 'cell', address: place as CellAddress });
        expect(found, place).toEqual(expected);
      }
    });
    fc.assert(property, { numRuns: 150 });
  });

  test('in the same places nobody is overruled unasked, and all end with one draft', () => {
    const property = fc.property(
      fc.array(fc.oneof(weather, typing, writing), { maxLength: 60 }),
      fc.constantFrom('mine' as const, 'theirs' as const),
      (events, choice) => {
        const world = new World();
        for (const event of events) {
          if (event.do === 'type') world.type(event.person, cells[event.cell] ?? 't3/granted/other_org', event.value);
          else if (event.do === 'write') world.write(event.person, `b${event.block}`, event.text);
          else {
            const before = new Map(people.map((someone) => [someone, world.of(someone)]));
            blow(world, event);
            for (const someone of people) nothingVanished(before.get(someone), world.of(someone));
          }
        }
        world.settle(choice);
        for (const someone of people) {
          expect(world.of(someone).wanted).toEqual(world.server.state);
          expect(isSaved(unsavedOf(world.of(someone)))).toBe(true);
        }
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});

// What was wanted here and not yet saved is still wanted, whatever arrived.
function nothingVanished(before: Replica<ReportTypes> | undefined, after: Replica<ReportTypes>) {
  if (!before) return;
  for (const op of openChanges(before)) {
    if (op.kind === 'cell') expect(valueIn(after.wanted, { kind: 'cell', address: op.address })).toEqual(op.to);
  }
}

test('a second answer to one save changes nothing, a late one does not turn the clock back', () => {
  const world = new World();
  world.type('李某', 't3/granted/other_org', 1);
  world.send('李某', 'answer late');
  world.send('李某', 'both');
  world.type('李某', 't3/granted/other_org', 2);
  world.send('李某', 'both');
  world.deliverLate();
  expect(valueIn(world.of('李某').wanted, { kind: 'cell', address: 't3/granted/other_org' })).toBe(2);
  expect(world.server.version).toBe(2);
});

test('the same cell asks, with the name of who was first; the same value does not', () => {
  const world = new World();
  world.type('李某', 't3/granted/other_org', 1);
  world.type('赵某', 't3/granted/other_org', 2);
  world.send('李某', 'both');
  world.send('赵某', 'both');
  expect(Object.values(world.of('赵某').holds)).toMatchObject([{ by: '李某' }]);
  expect(valueIn(world.of('赵某').wanted, { kind: 'cell', address: 't3/granted/other_org' })).toBe(2);
  world.type('赵某', 't3/granted/other_org', 1);
  expect(world.of('赵某').holds).toEqual({});
});
