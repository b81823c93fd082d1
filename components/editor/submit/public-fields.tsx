'use client';

import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { PublicNote } from '@/components/editor/submit/public-note';
import { PublicationDay } from '@/components/editor/submit/publication-day';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { opIssues } from '@/lib/domain/report/merge';
import type { DeskState } from '@/lib/editor/desk';
import { edit } from '@/lib/editor/replica';
import { sentence } from '@/lib/text/issues';

export function ReportNote() {
  const { desk, format } = useDesk();
  const note = useDeskState((state) => state.replica.wanted.draft.correctionNote);
  const [issue] = opIssues(format, [{ kind: 'note', from: '', to: note }]);
  const write = (to: string) =>
    desk.update((state) => {
      const from = state.replica.wanted.draft.correctionNote;
      return { ...state, replica: edit(state.replica, { kind: 'note', from, to }) };
    });
  return <PublicNote note={note} error={issue && sentence(issue, '更正说明')} onWrite={write} />;
}

export function ReportDay() {
  const { desk, today } = useDesk();
  const day = useDeskState((state) => state.replica.wanted.office.publishOn);
  const write = (to: Day | null) =>
    desk.update((state) => ({ ...state, replica: edit(state.replica, { kind: 'publishOn', from: dayOf(state), to }) }));
  return <PublicationDay day={day} today={today} onWrite={write} />;
}

function dayOf({ replica }: DeskState) {
  const { publishOn } = replica.wanted.office;
  return publishOn !== null && isDay(publishOn) ? publishOn : null;
}
