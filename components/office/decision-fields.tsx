'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { fieldId, useRefused } from '@/components/office/decision-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';

type Words = { name: string; label: string; hint?: string; rows?: number; initial?: string; className?: string };

export function WordsField({ name, label, hint, rows = 2, initial = '', className }: Words) {
  const { typed, error } = useRefused(name);
  return (
    <TextArea
      id={fieldId(name)}
      name={name}
      label={label}
      hint={hint}
      error={error}
      rows={rows}
      className={className}
      maxLength={500}
      placeholder=" "
      defaultValue={typed ?? initial}
    />
  );
}

type Chosen = { name: string; label: string; options: readonly { value: string; label: string }[] };

export function ChoiceField({ name, label, options }: Chosen) {
  const { typed, error } = useRefused(name);
  return <Select id={fieldId(name)} name={name} label={label} error={error} options={options} defaultValue={typed} />;
}

type Verdict = { name: string; legend: string; options: readonly { value: string; label: string }[] };

/** Two or three answers side by side, each as wide as a thumb. */
export function VerdictField({ name, legend, options }: Verdict) {
  const { typed } = useRefused(name);
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      <div className="verdict">
        {options.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name={name} value={value} defaultChecked={typed === value} /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The password, asked again; native validation leads the reader to it when the form is sent without. */
export function PasswordField({ hint }: { hint?: string }) {
  const { error } = useRefused('password');
  return (
    <Field
      name="password"
      label="再输入一次登录密码"
      type="password"
      autoComplete="current-password"
      hint={hint}
      error={error}
      required
    />
  );
}

type SubmitProps = Omit<ComponentProps<'button'>, 'type' | 'name'> & {
  value: string;
  working: string;
  children: ReactNode;
};

/** Sends the form with its move; while that is under way a second press does nothing. */
export function Submit({ value, working, children, ...button }: SubmitProps) {
  const { pending, data } = useFormStatus();
  const mine = pending && data.get('move') === value;
  return (
    <button
      {...button}
      type="submit"
      name="move"
      value={value}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
    >
      {mine ? working : children}
    </button>
  );
}
