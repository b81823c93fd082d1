'use client';

import { useState } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { isDay } from '@/lib/domain/calendar/day';
import { opIssues } from '@/lib/domain/report/merge';
import type { DeskState } from '@/lib/editor/desk';
import { edit } from '@/lib/editor/replica';
import { sentence } from '@/lib/text/issues';

/** What a correction tells the public: what was wrong, and what is right. */
export function CorrectionNote() {
  const { desk, format } = useDesk();
  const note = useDeskState((state) => state.replica.wanted.draft.correctionNote);
  const [issue] = opIssues(format, [{ kind: 'note', from: '', to: note }]);
  const write = (to: string) =>
    desk.update((state) => {
      const from = state.replica.wanted.draft.correctionNote;
      return { ...state, replica: edit(state.replica, { kind: 'note', from, to }) };
    });
  return (
    <section id="note" className="ed-note">
      <TextArea
        name="correctionNote"
        label="更正说明（将公开）"
        hint="写明更正了哪里、原来是什么、现在是什么、为什么。会和更正后的报告一起公开。"
        rows={4}
        maxLength={2_000}
        value={note}
        error={issue && sentence(issue, '更正说明')}
        onChange={(event) => write(event.target.value)}
      />
    </section>
  );
}

/** The day on which it is to become public; it is saved with the draft. */
export function PublicationDay() {
  const { desk, today } = useDesk();
  const day = useDeskState((state) => state.replica.wanted.office.publishOn);
  const [typed, setTyped] = useState<string | null>(null);

  // While a year is being typed its first digits make days of long ago.
  function write(text: string) {
    setTyped(text);
    if (text !== '' && (!isDay(text) || text < '2000')) return;
    desk.update((state) => {
      const op = { kind: 'publishOn' as const, from: dayOf(state), to: isDay(text) ? text : null };
      return { ...state, replica: edit(state.replica, op) };
    });
  }
  return (
    <Field
      id="publishOn"
      name="publishOn"
      type="date"
      label="公开日期"
      hint="不填：签发后立即公开。填写的：签发后到这一天公开。"
      min={today}
      value={typed ?? day ?? ''}
      error={day !== null && day < today ? sentence({ code: 'day_passed', field: 'publishOn' }) : undefined}
      onChange={(event) => write(event.target.value)}
      onBlur={() => setTyped(null)}
      className="max-w-48"
    />
  );
}

function dayOf({ replica }: DeskState) {
  const { publishOn } = replica.wanted.office;
  return publishOn !== null && isDay(publishOn) ? publishOn : null;
}
