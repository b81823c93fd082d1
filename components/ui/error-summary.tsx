'use client';

import { useEffect, useRef } from 'react';

type ErrorSummaryProps = {
  /** Each error with the id of the control it belongs to; without one it is about the whole form. */
  errors: readonly { field?: string; message: string }[];
  title?: string;
};

/** Stands above a form, takes the focus when it appears, and links to each field. */
export function ErrorSummary({ errors, title = `有${errors.length}处没有填好` }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const said = errors.map(({ message }) => message).join('\n');
  // Also when a second try brings other errors.
  useEffect(() => {
    if (said) summary.current?.focus();
  }, [said]);

  if (errors.length === 0) return null;
  return (
    <div ref={summary} className="notice stop" role="alert" tabIndex={-1}>
      <p>{title}</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}-${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
