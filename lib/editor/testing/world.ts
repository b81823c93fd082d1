import type { Block, CellAddress } from '@/lib/domain/report/content';
import { formatById } from '@/lib/domain/report/formats';
import { type DraftOp, type DraftState, mergeDraft } from '@/lib/domain/report/merge';
import { blocksIn, valueIn, withCell } from '@/lib/editor/places';
import {
  acknowledged,
  choose,
  edit,
  hear,
  type News as NewsOf,
  type Objection as ObjectionOf,
  openChanges,
  type Replica as ReplicaOf,
  replicaOf,
  seal,
  takeUp,
  unsavedOf,
} from '@/lib/editor/replica';
import { type ReportTypes, reportDraft } from '@/lib/editor/report-draft';

type News = NewsOf<ReportTypes>;
type Objection = ObjectionOf<ReportTypes>;
type Replica = ReplicaOf<ReportTypes>;

export const cells: CellAddress[] = [
  't2_1/rules/newly_made',
  't3/granted/natural_person',
  't3/granted/other_org',
  't4/cases/reconsideration_pending',
];
export const people = ['李某', '赵某'] as const;
export type Person = (typeof people)[number];

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
export class World {
  server = new Server(empty());
  replicas = new Map<Person, Replica>(
    people.map((person) => [person, replicaOf(reportDraft(format), this.server.news())]),
  );
  late: { person: Person; saveId: string; answer: News & { conflicts: Objection[] } }[] = [];
  saves = 0;

  of = (person: Person): Replica => this.replicas.get(person) ?? replicaOf(reportDraft(format), this.server.news());
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
    this.put(person, takeUp(replicaOf(reportDraft(format), this.server.news()), kept));
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
