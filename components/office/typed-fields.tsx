'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { useRefused } from '@/components/office/decision-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

type TypedFieldProps = Omit<ComponentProps<typeof Field>, 'error' | 'defaultValue'> & { initial?: string };

/** A line of text that comes back with what was typed and what is wrong with it. */
export function TypedField({ initial, ...field }: TypedFieldProps) {
  const { typed, error, id } = useRefused(field.name);
  return <Field {...field} id={id} error={error} defaultValue={typed ?? initial} />;
}

type TypedSelectProps = Omit<ComponentProps<typeof Select>, 'error' | 'defaultValue'> & { initial?: string };

/** One of a few choices. */
export function TypedSelect({ initial, ...select }: TypedSelectProps) {
  const { typed, error, id } = useRefused(select.name);
  return <Select {...select} id={id} error={error} defaultValue={typed ?? initial} />;
}

type TypedChoicesProps = {
  name: string;
  legend: string;
  hint?: string;
  initial: readonly string[];
  options: readonly { value: string; label: string; note?: string }[];
};

/** Several answers to one question. */
export function TypedChoices({ name, legend, hint, initial, options }: TypedChoicesProps) {
  const { refused, all, error, id } = useRefused(name);
  const chosen = refused ? all : initial;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset id={id} tabIndex={-1} className={error ? 'field bad' : 'field'} aria-describedby={described}>
      <legend>{legend}</legend>
      {hint && (
        <span id={`${name}-hint`} className="hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${name}-error`} className="error">
          {error}
        </span>
      )}
      {options.map(({ value, label, note }) => (
        <label key={value} className="flex min-h-8 items-center gap-2 font-normal">
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
            className="size-4.5 flex-none accent-blue"
          />
          <span>
            {label}
            {note && <span className="text-ink-2 text-note">　{note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type SendProps = ComponentProps<typeof Button> & { working: string };

/** Sends the form; while that is under way a second press does nothing. */
export function Send({ working, ...button }: SendProps) {
  const { pending } = useFormStatus();
  return <Button {...button} type="submit" working={pending && working} />;
}
