import type { Answer, Door, Heard, Way } from '@/lib/editor/door';
import type { DraftTypes } from '@/lib/editor/draft-kind';
import type { Author } from '@/lib/editor/holds';
import { newSaveId } from '@/lib/editor/new-id';
import {
  acknowledged,
  type Batch,
  hear,
  openChanges,
  type Replica,
  seal,
  unsavedOf,
  unseal,
} from '@/lib/editor/replica';
import type { Holding, Saving, Store } from '@/lib/editor/store';

/** After the last key, and after the first unsent one however fast the typing goes on. */
const pause = 800;
const longest = 1_800;
const pollEvery = 3_000;
const retryAfter = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

export type Saver = {
  /** A key was typed. */
  touched: () => void;
  /** Sends what is open now, and tells whether the server has all of it. */
  flush: () => Promise<boolean>;
  /** Asks what others have saved. */
  poll: () => Promise<void>;
  stop: () => void;
};

/** How one kind of draft is saved, and what its desk keeps beside it. */
export type SavedAs<T extends DraftTypes, State> = Way<T> & {
  /** A save of the person here has arrived, others' have been heard: who wrote what, where the desk keeps that. */
  arrived?: (state: State, batch: Batch<T>) => State;
  heard?: (state: State, before: Replica<T>, author: Author) => State;
  /** What never leaves this browser but must outlive the page: texts that can't be sent as they are. */
  asideOf?: (state: State) => Readonly<Record<string, unknown>>;
  withAside?: (state: State, kept: Readonly<Record<string, unknown>>) => State;
};

/** Carries saves to the server: one at a time, as often as it takes, until nothing is open. */
export function saverOf<T extends DraftTypes, State extends Holding<T>>(
  desk: Store<State>,
  door: Door<T>,
  isVisible: () => boolean,
  { arrived, heard: afterHearing }: Pick<SavedAs<T, State>, 'arrived' | 'heard'> = {},
): Saver {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstKey = 0;
  let failures = 0;
  let lastSave: Date | null = null;
  let busy: Promise<boolean> | null = null;
  let stopped = false;

  const show = (saving: Saving) => desk.update((state) => ({ ...state, saving }));
  const later = (delay: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void flush(), delay);
  };

  function touched() {
    if (!hasWork(desk.get().replica)) {
      if (!busy) rest();
      return;
    }
    const { kind } = desk.get().saving;
    if (kind === 'saved' || kind === 'refused') show({ kind: 'unsaved' });
    if (busy || kind === 'offline' || kind === 'signed_out' || kind === 'closed') return;
    firstKey ||= Date.now();
    later(Math.max(0, Math.min(pause, firstKey + longest - Date.now())));
  }

  const flush = () => {
    clearTimeout(timer);
    busy ??= sendAll().finally(() => {
      busy = null;
    });
    return busy;
  };

  async function sendAll(): Promise<boolean> {
    for (;;) {
      firstKey = 0;
      desk.update((state) => ({ ...state, replica: sealed(state.replica) }));
      const [batch] = desk.get().replica.outbox;
      if (!batch) return rest();
      if (failures === 0) show({ kind: 'saving' });
      const answer = await door.save(batch);
      if (stopped) return false;
      if (answer.kind !== 'saved') return putOff(batch.saveId, answer);
      failures = 0;
      desk.update((state) => {
        const saved = { ...state, replica: acknowledged(state.replica, batch.saveId, answer) };
        return arrived?.(saved, batch) ?? saved;
      });
      lastSave = new Date();
      show({ kind: 'saving' });
    }
  }

  // Nothing more can go out: all has, or was taken back before it did, or will never be taken as it is.
  function rest(): boolean {
    const { kind } = desk.get().saving;
    const stuck = openChanges(desk.get().replica).length > 0;
    if (stuck && kind !== 'refused') show({ kind: 'refused', issues: [] });
    if (!stuck && kind !== 'closed' && kind !== 'saved') show({ kind: 'saved', at: lastSave });
    return !stuck;
  }

  function putOff(saveId: string, answer: Exclude<Answer<T>, { kind: 'saved' }>): false {
    const wait = retryAfter[Math.min(failures, retryAfter.length - 1)] ?? pause;
    failures += 1;
    if (answer.kind === 'refused') desk.update((state) => ({ ...state, replica: unseal(state.replica, saveId) }));
    show(answer.kind === 'unreachable' ? { kind: 'offline' } : answer);
    if (answer.kind === 'unreachable' || answer.kind === 'signed_out') later(wait);
    return false;
  }

  async function poll() {
    if (busy || hasWork(desk.get().replica)) return;
    const heard = await door.news(desk.get().replica.version);
    if (stopped || busy || heard.kind === 'unreachable') return;
    if (heard.kind === 'signed_out') return show(heard);
    if (heard.kind === 'changed') takeOver(heard);
    else returned();
  }

  function takeOver(heard: Extract<Heard<T>, { kind: 'changed' }>) {
    desk.update((state) => {
      const taken = { ...state, replica: hear(state.replica, heard, heard) };
      return afterHearing?.(taken, state.replica, heard) ?? taken;
    });
    if (heard.status === 'draft') returned();
    else show({ kind: 'closed', issues: [{ code: 'move_not_open', status: heard.status }] });
  }

  // Signed in again, or the network is back, while there was nothing to send.
  function returned() {
    const { kind } = desk.get().saving;
    if (kind === 'signed_out' || kind === 'offline') show({ kind: 'saved', at: lastSave });
  }

  const polling = setInterval(() => void (isVisible() && poll()), pollEvery);
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    clearInterval(polling);
  };
  return { touched, flush, poll, stop };
}

const hasWork = <T extends DraftTypes>(replica: Replica<T>) =>
  unsavedOf(replica).outbox.length > 0 || sendable(replica).length > 0;

// What the server is sure to refuse is shown at its place and waits there.
const sendable = <T extends DraftTypes>(replica: Replica<T>) =>
  openChanges(replica).filter((op) => replica.kind.issuesOf(op).length === 0);

function sealed<T extends DraftTypes>(replica: Replica<T>): Replica<T> {
  const changes = replica.outbox.length > 0 ? [] : sendable(replica).slice(0, 400);
  return changes.length === 0 ? replica : seal(replica, newSaveId(), changes);
}
