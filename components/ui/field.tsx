import type { ComponentProps, ReactNode } from 'react';

export type Described = { name: string; label: string; hint?: ReactNode; error?: string };

type FieldProps = ComponentProps<'input'> & Described;

export function Field({ name, label, hint, error, id = name, className, ...input }: FieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input {...input} {...wiring({ id, hint, error })} name={name} className={control(className)} />
    </FieldFrame>
  );
}

type FrameProps = { id: string; label: string; hint?: ReactNode; error?: string; children: ReactNode };

/** Label, hint and error around a control; the error stands between label and control. */
export function FieldFrame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="error">
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

/** What ties a control to its hint and error. */
export function wiring({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined };
}

export const control = (className?: string) => (className ? `control ${className}` : 'control');
