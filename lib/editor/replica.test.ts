import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, CellAddress } from '@/lib/domain/report/content';
import { formatById } from '@/lib/domain/report/formats';
import { type DraftOp, type DraftState, mergeDraft } from '@/lib/domain/report/merge';
import { blocksIn, valueIn, withCell } from '@/lib/editor/places';
import {
  acknowledged,
  choose,
  edit,
  hear,
  isSaved,
  type News,
  type Objection,
  openChanges,
  type Replica,
  replicaOf,
  seal,
  takeUp,
  unsavedOf,
} from '@/lib/editor/replica';

const cells: CellAddress[] = [
  't2_1/rules/newly_made',
  't3/granted/natural_person',
  't3/granted/other_org',
  't4/cases/reconsideration_pending',
];
const people = ['李某', '赵某'] as const;
type Person = (typeof people)[number];

/** The server as the contract tells it: compare and set, and every save remembered by its name. */
class Server {
  version = 0;
  saves = new Map<string, (News & { conflicts: Objection[] })['conflicts']>();
  constructor(public state: DraftState) {}

  save(saveId: string, changes: DraftOp[], by: string): News & { conflicts: Objection[] } {
    let conflicts = this.saves.get(saveId);
    if (!conflicts) {
      const merged = mergeDraft(format, this.state, changes);
      conflicts = merged.conflicts.map((conflict) => ({ ...conflict, by, at: '' }));
      this.state = merged.state;
      this.version += 1;
      this.saves.set(saveId, conflicts);
    }
    return structuredClone({ version: this.version, state: this.state, conflicts });
  }

  news = (): News => structuredClone({ version: this.version, state: this.state });
}

const format = formatById('2019') ?? fail('no format 2019');

function fail(message: string): never {
  throw new Error(message);
}

function empty(): DraftState {
  const paragraphs = (ids: string[]): Block[] => ids.map((id) => ({ id, kind: 'paragraph', text: '原文' }));
  const text = { s1: paragraphs(['b0', 'b1', 'b2', 'b3']) };
  const draft = { preamble: paragraphs(['p0']), text, tables: {}, correctionNote: '' };
  const blank: DraftState = { draft, office: { origins: {}, reasons: {}, publishOn: null } };
  return cells.reduce((state, address) => withCell(state, address, null), blank);
}

/** Two browsers, one server, and a network that loses, repeats and delays. */
class World {
  server = new Server(empty());
  replicas = new Map<Person, Replica>(people.map((person) => [person, replicaOf(format, this.server.news())]));
  late: { person: Person; saveId: string; answer: News & { conflicts: Objection[] } }[] = [];
  saves = 0;

  of = (person: Person): Replica => this.replicas.get(person) ?? replicaOf(format, this.server.news());
  put = (person: Person, replica: Replica) => this.replicas.set(person, replica);

  type(person: Person, address: CellAddress, to: number | null) {
    const from = valueIn(this.of(person).wanted, { kind: 'cell', address });
    this.put(person, edit(this.of(person), { kind: 'cell', address, from, to }));
  }

  write(person: Person, block: string, text: string) {
    const from = [...blocksIn(this.of(person).wanted, 's1')];
    const to = from.map((old) => (old.id === block ? { ...old, text } : old));
    this.put(person, edit(this.of(person), { kind: 'text', section: 's1', from, to }));
  }

  send(person: Person, luck: 'both' | 'request lost' | 'answer lost' | 'answer late') {
    if (this.of(person).outbox.length === 0) {
      const changes = openChanges(this.of(person));
      this.saves += 1;
      if (changes.length > 0) this.put(person, seal(this.of(person), `save ${this.saves}`, changes));
    }
    const [batch] = this.of(person).outbox;
    if (!batch || luck === 'request lost') return;
    const answer = this.server.save(batch.saveId, structuredClone(batch.changes), other(person));
    if (luck === 'answer late') this.late.push({ person, saveId: batch.saveId, answer });
    if (luck === 'both') this.put(person, acknowledged(this.of(person), batch.saveId, answer));
  }

  deliverLate() {
    const answer = this.late.shift();
    if (answer) this.put(answer.person, acknowledged(this.of(answer.person), answer.saveId, answer.answer));
  }

  poll(person: Person) {
    if (this.of(person).outbox.length === 0) this.put(person, hear(this.of(person), this.server.news()));
  }

  restart(person: Person) {
    const kept = JSON.parse(JSON.stringify(unsavedOf(this.of(person))));
    this.put(person, takeUp(replicaOf(format, this.server.news()), kept));
  }

  /** The network is back, everybody's choices are made, all is sent and heard. */
  settle(choice: 'mine' | 'theirs') {
    for (let round = 0; round < 12; round += 1) {
      for (const person of people) {
        while (this.late.length > 0) this.deliverLate();
        for (const { place } of Object.values(this.of(person).holds))
          this.put(person, choose(this.of(person), place, choice));
        this.send(person, 'both');
        this.poll(person);
      }
    }
  }
}

const other = (person: Person): Person => (person === '李某' ? '赵某' : '李某');
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
function nothingVanished(before: Replica | undefined, after: Replica) {
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
