'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { sentence } from '@/lib/text/issues';

type PublicationDayProps = { day: string | null; today: string; onWrite: (day: Day | null) => void };

/** The day on which it is to become public; it is saved with the draft. */
export function PublicationDay({ day, today, onWrite }: PublicationDayProps) {
  const [typed, setTyped] = useState<string | null>(null);

  // While a year is being typed its first digits make days of long ago.
  function write(text: string) {
    setTyped(text);
    if (text !== '' && (!isDay(text) || text < '2000')) return;
    onWrite(isDay(text) ? text : null);
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
