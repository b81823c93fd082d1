'use client';

import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { checkGuide } from '@/lib/domain/guide/check';
import type { GuideContent, GuideDraft, GuideField } from '@/lib/domain/guide/content';
import { guideOf } from '@/lib/domain/guide/guide-of';
import type { GuideOp } from '@/lib/domain/guide/merge';
import type { GuideView } from '@/lib/domain/guide/rules/rule';
import type { Finding } from '@/lib/domain/report/finding';
import { unsettled } from '@/lib/domain/report/settled';
import { type GuideTypes, setGuide } from '@/lib/editor/guide-draft';
import { edit } from '@/lib/editor/replica';
import type { Holding, Store } from '@/lib/editor/store';

export type GuideHolding = Holding<GuideTypes>;
type GuideDeskValue = { desk: Store<GuideHolding>; findings: readonly Finding[]; today: string };

const GuideDeskContext = createContext<GuideDeskValue | null>(null);
export const GuideDeskProvider = GuideDeskContext.Provider;

export function useGuideDesk(): GuideDeskValue {
  const value = useContext(GuideDeskContext);
  if (!value) throw new Error('a part of the editor of a guide stands outside its desk');
  return value;
}

/** A part of what the desk knows; the component is drawn anew only when that part changes. */
export function useGuideState<Part>(select: (state: GuideHolding) => Part): Part {
  const { desk } = useGuideDesk();
  const read = () => select(desk.get());
  return useSyncExternalStore(desk.subscribe, read, read);
}

/** Takes over what the person did; `make` sees the draft as it stands at that moment. */
export function useGuideWrite() {
  const { desk } = useGuideDesk();
  return (make: (state: GuideTypes['state']) => readonly GuideOp[]) =>
    desk.update((state) => {
      const ops = make(state.replica.wanted);
      return ops.length === 0 ? state : { ...state, replica: ops.reduce(edit<GuideTypes>, state.replica) };
    });
}

/** One field of the draft, and what writes it. */
export function useGuideField(name: GuideField) {
  const value = useGuideState(({ replica }) => replica.wanted.draft[name]);
  const write = useGuideWrite();
  return [value, (to: string) => write(({ draft }) => setGuide(name, draft, to))] as const;
}

type Context = { organisation: GuideContent['organisation']; beside: Omit<GuideView, 'guide'> };

const pause = 300;

/** The same rules as everywhere, run while typing; the first time before the page is sent. */
export function useGuideCheck(desk: Store<GuideHolding>, { organisation, beside }: Context): readonly Finding[] {
  const check = (draft: GuideDraft) => checkGuide({ guide: guideOf(organisation, draft), ...beside });
  const [findings, setFindings] = useState(() => check(desk.get().replica.wanted.draft));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the context comes with the page and stays
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = desk.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setFindings(check(desk.get().replica.wanted.draft)), pause);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [desk]);
  return findings;
}

/** What must be put right, what waits for a reason, what has one. */
export function useUnsettledGuide() {
  const { findings } = useGuideDesk();
  const reasons = useGuideState(({ replica }) => replica.wanted.office.reasons);
  return useMemo(() => {
    const { blocks, warnings } = unsettled(findings, reasons);
    const open = new Set([...blocks, ...warnings]);
    return { blocks, warnings, explained: findings.filter((finding) => !open.has(finding)) };
  }, [findings, reasons]);
}
