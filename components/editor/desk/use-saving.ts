'use client';

import { useEffect, useState } from 'react';
import { doorOf } from '@/lib/editor/door';
import type { DraftTypes } from '@/lib/editor/draft-kind';
import { forgetLocally, keepLocally, keptLocally, type LocalDraft, type Owner } from '@/lib/editor/local-drafts';
import { isSaved, takeUp, unsavedOf } from '@/lib/editor/replica';
import { type SavedAs, type Saver, saverOf } from '@/lib/editor/saving';
import type { Holding, Store } from '@/lib/editor/store';
import { joinTabs } from '@/lib/editor/tabs';

/** A draft in this browser, and how its kind is saved; the same object for as long as the page stands. */
type Draft<T extends DraftTypes, State> = { desk: Store<State>; saved: SavedAs<T, State> };

/** Keeps every key on this computer's disk, and carries it to the server as soon as it can. */
export function useSaving<T extends DraftTypes, State extends Holding<T>>(
  draft: Draft<T, State>,
  person: string,
  document: string,
): Saver | null {
  const [saver, setSaver] = useState<Saver | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    const { desk, saved } = draft;
    const carrier = saverOf(desk, doorOf(saved), attention(ending.signal), saved);
    ending.signal.addEventListener('abort', carrier.stop);
    takeUpKept(draft, person, document, ending.signal).then((tab) => {
      if (ending.signal.aborted) return;
      keepFromNowOn(draft, carrier, { person, document, tab }, ending.signal);
      setSaver(carrier);
      void carrier.flush();
    });
    watchTheWindow<T, State>(desk, carrier, ending.signal);
    return () => ending.abort();
  }, [draft, person, document]);
  return saver;
}

// What this tab, or one that is no more, had not brought to the server.
async function takeUpKept<T extends DraftTypes, State extends Holding<T>>(
  { desk, saved }: Draft<T, State>,
  person: string,
  document: string,
  signal: AbortSignal,
): Promise<string> {
  const { tab, others } = await joinTabs(`${person}/${document}`, signal);
  const kept = await keptLocally<T>(person, document).catch((): LocalDraft<T>[] => []);
  const orphans = kept.filter((left) => left.tab === tab || !others.has(left.tab));
  if (signal.aborted) return tab;
  for (const left of orphans) desk.update((state) => withKept(saved, state, left));
  for (const orphan of orphans.filter((left) => left.tab !== tab)) {
    await keepLocally(recordOf(saved, desk.get(), { person, document, tab })).then(
      () => forgetLocally(orphan),
      () => undefined,
    );
  }
  return tab;
}

function withKept<T extends DraftTypes, State extends Holding<T>>(
  { withAside }: SavedAs<T, State>,
  state: State,
  { unsaved, doubtful }: LocalDraft<T>,
): State {
  const taken = { ...state, replica: takeUp(state.replica, unsaved) };
  return withAside?.(taken, doubtful) ?? taken;
}

const recordOf = <T extends DraftTypes, State extends Holding<T>>(
  { asideOf }: SavedAs<T, State>,
  state: State,
  owner: Owner,
): LocalDraft<T> => ({ ...owner, unsaved: unsavedOf(state.replica), doubtful: asideOf?.(state) ?? nothing });

const nothing = {};

function keepFromNowOn<T extends DraftTypes, State extends Holding<T>>(
  { desk, saved }: Draft<T, State>,
  saver: Saver,
  owner: Owner,
  signal: AbortSignal,
) {
  const asideOf = (state: State) => saved.asideOf?.(state) ?? nothing;
  let { replica } = desk.get();
  let aside = asideOf(desk.get());
  const unsubscribe = desk.subscribe(() => {
    const state = desk.get();
    if (state.replica === replica && asideOf(state) === aside) return;
    // A choice between two values sends the own one, though nothing was typed.
    const open = state.replica.wanted !== replica.wanted || state.replica.holds !== replica.holds;
    replica = state.replica;
    aside = asideOf(state);
    keep(desk, recordOf(saved, state, owner));
    if (open) saver.touched();
  });
  signal.addEventListener('abort', unsubscribe);
}

function keep<T extends DraftTypes, State extends Holding<T>>(desk: Store<State>, record: LocalDraft<T>) {
  const empty = isSaved(record.unsaved) && Object.keys(record.doubtful).length === 0;
  if (!empty && desk.get().kept) desk.update((state) => ({ ...state, kept: false }));
  const { replica } = desk.get();
  const done = () => {
    if (desk.get().replica === replica) desk.update((state) => (state.kept ? state : { ...state, kept: true }));
  };
  // Where the browser keeps nothing (a private window), `kept` stays false and leaving the page asks first.
  (empty ? forgetLocally(record) : keepLocally(record)).then(done, () => undefined);
}

function watchTheWindow<T extends DraftTypes, State extends Holding<T>>(
  desk: Store<State>,
  saver: Saver,
  signal: AbortSignal,
) {
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
