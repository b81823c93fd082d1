'use client';

import type { ReactNode } from 'react';
import { fieldId, useRefused } from '@/components/office/decision-form';
import { TypedField } from '@/components/office/typed-fields';
import { secrecyResults } from '@/lib/domain/workflow/secrecy';
import { secrecyNames } from '@/lib/text/secrecy';

type SecrecyFieldsProps = {
  person: string;
  today: string;
  /** What is confirmed item by item. */
  children: ReactNode;
};

/** First examined, then made public: who examined it, when, and with what result. */
export function SecrecyFields({ person, today, children }: SecrecyFieldsProps) {
  const { typed, error } = useRefused('result');
  return (
    <div className="ed-secrecy">
      <h3>保密审查</h3>
      <p className="text-ink-2 text-note">公开前必须审查，先审查、后公开。审查人、日期和结论会和这一稿一起存档。</p>
      <fieldset id={fieldId('result')} tabIndex={-1} className={error ? 'field bad' : 'field'}>
        <legend>审查结论</legend>
        {error && <span className="error">{error}</span>}
        <div>
          {secrecyResults.map((result) => (
            <label key={result} className="flex min-h-8 items-center gap-2">
              <input
                type="radio"
                name="result"
                value={result}
                defaultChecked={typed === result}
                className="size-4.5 accent-blue"
              />
              {secrecyNames[result]}
            </label>
          ))}
        </div>
      </fieldset>
      {children}
      <div className="flex flex-wrap gap-4">
        <TypedField name="by" label="审查人" initial={person} maxLength={40} />
        <TypedField name="at" label="审查日期" type="date" initial={today} max={today} />
      </div>
    </div>
  );
}
