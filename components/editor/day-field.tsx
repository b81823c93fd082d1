'use client';

import { type ReactNode, useState } from 'react';
import { Field } from '@/components/ui/field';
import { type Day, isDay } from '@/lib/domain/calendar/day';

type DayFieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  day: string | null;
  min?: string;
  max?: string;
  error?: string;
  onWrite: (day: Day | null) => void;
};

/** A day that is saved with the draft, as it is typed. */
export function DayField({ name, day, onWrite, ...field }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);

  // While a year is being typed its first digits make days of long ago.
  function write(text: string) {
    setTyped(text);
    if (text !== '' && (!isDay(text) || text < '1900')) return;
    onWrite(isDay(text) ? text : null);
  }
  return (
    <Field
      {...field}
      id={name}
      name={name}
      type="date"
      value={typed ?? day ?? ''}
      onChange={(event) => write(event.target.value)}
      onBlur={() => setTyped(null)}
      className="max-w-48"
    />
  );
}
