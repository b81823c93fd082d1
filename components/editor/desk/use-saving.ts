'use client';

import { useEffect, useState } from 'react';
import type { Desk, DeskState } from '@/lib/editor/desk';
import { doorOf } from '@/lib/editor/door';
import { forgetLocally, keepLocally, keptLocally, type LocalDraft } from '@/lib/editor/local-drafts';
import { isSaved, takeUp, unsavedOf } from '@/lib/editor/replica';
import { type Saver, saverOf } from '@/lib/editor/saving';
import { joinTabs } from '@/lib/editor/tabs';

/** Keeps every key on this computer's disk, and carries it to the server as soon as it can. */
export function useSaving(desk: Desk, person: string, document: string): Saver | null {
  const [saver, setSaver] = useState<Saver | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    const carrier = saverOf(desk, doorOf(document), attention(ending.signal));
    ending.signal.addEventListener('abort', carrier.stop);
    takeUpKept(desk, person, document, ending.signal).then((tab) => {
      if (ending.signal.aborted) return;
      keepFromNowOn(desk, carrier, { person, document, tab }, ending.signal);
      setSaver(carrier);
      void carrier.flush();
    });
    watchTheWindow(desk, carrier, ending.signal);
    return () => ending.abort();
  }, [desk, person, document]);
  return saver;
}

// What this tab, or one that is no more, had not brought to the server.
async function takeUpKept(desk: Desk, person: string, document: string, signal: AbortSignal): Promise<string> {
  const { tab, others } = await joinTabs(`${person}/${document}`, signal);
  const kept = await keptLocally(person, document).catch((): LocalDraft[] => []);
  const orphans = kept.filter((draft) => draft.tab === tab || !others.has(draft.tab));
  if (signal.aborted) return tab;
  for (const draft of orphans) desk.update((state) => withKept(state, draft));
  for (const orphan of orphans.filter((draft) => draft.tab !== tab)) {
    await keepLocally(recordOf(desk.get(), { person, document, tab })).then(
      () => forgetLocally(orphan),
      () => undefined,
    );
  }
  return tab;
}

const withKept = (state: DeskState, { unsaved, doubtful }: LocalDraft): DeskState => {
  return { ...state, replica: takeUp(state.replica, unsaved), doubtful: { ...doubtful, ...state.doubtful } };
};

type Owner = Pick<LocalDraft, 'person' | 'document' | 'tab'>;

const recordOf = ({ replica, doubtful }: DeskState, owner: Owner): LocalDraft => {
  return { ...owner, unsaved: unsavedOf(replica), doubtful };
};

function keepFromNowOn(desk: Desk, saver: Saver, owner: Owner, signal: AbortSignal) {
  let { replica, doubtful } = desk.get();
  const unsubscribe = desk.subscribe(() => {
    const state = desk.get();
    if (state.replica === replica && state.doubtful === doubtful) return;
    // A choice between two values sends the own one, though nothing was typed.
    const open = state.replica.wanted !== replica.wanted || state.replica.holds !== replica.holds;
    ({ replica, doubtful } = state);
    keep(desk, owner);
    if (open) saver.touched();
  });
  signal.addEventListener('abort', unsubscribe);
}

function keep(desk: Desk, owner: Owner) {
  const record = recordOf(desk.get(), owner);
  const empty = isSaved(record.unsaved) && Object.keys(record.doubtful).length === 0;
  if (!empty && desk.get().kept) desk.update((state) => ({ ...state, kept: false }));
  const { replica } = desk.get();
  const done = () => {
    if (desk.get().replica === replica) desk.update((state) => (state.kept ? state : { ...state, kept: true }));
  };
  // Where the browser keeps nothing (a private window), `kept` stays false and leaving the page asks first.
  (empty ? forgetLocally(owner) : keepLocally(record)).then(done, () => undefined);
}

function watchTheWindow(desk: Desk, saver: Saver, signal: AbortSignal) {
  const back = () => {
    if (window.document.visibilityState !== 'visible') return;
    void saver.flush().then(() => saver.poll());
  };
  window.addEventListener('online', back, { signal });
  window.addEventListener('focus', back, { signal });
  window.document.addEventListener('visibilitychange', back, { signal });
  const leaving = (event: BeforeUnloadEvent) => {
    const { kept, replica } = desk.get();
    if (!kept && !isSaved(unsavedOf(replica))) event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving, { signal });
}

/** Somebody who has done nothing for so long is not asked for any more: listening must not keep a session alive. */
const attentionSpan = 20 * 60_000;

function attention(signal: AbortSignal): () => boolean {
  let last = Date.now();
  const here = () => {
    last = Date.now();
  };
  for (const deed of ['keydown', 'pointerdown', 'wheel'])
    window.addEventListener(deed, here, { signal, passive: true });
  return () => window.document.visibilityState === 'visible' && Date.now() - last < attentionSpan;
}
