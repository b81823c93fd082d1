'use client';

import { DecisionForm, fieldId, useRefused } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import type { Reading } from '@/lib/domain/requests/readings';
import {
  afterRetentionNames,
  readingOptions,
  readingQuestion,
  requestSettingHints,
  requestSettingNames,
} from '@/lib/text/request-settings';
import { changeRequestSettingsAction } from './actions';

type SettingsFormProps = { readings: readonly Reading[]; values: Record<string, string> };

/** How the office reads the law where it is open, what its register counts, and how long it keeps who asked. */
export function SettingsForm({ readings, values }: SettingsFormProps) {
  const labels = {
    ...requestSettingNames,
    ...Object.fromEntries(readings.map((name) => [name, readingQuestion(name)])),
  };
  const after = Object.entries(afterRetentionNames).map(([value, label]) => ({ value, label }));
  return (
    <DecisionForm action={changeRequestSettingsAction} labels={labels} title="没有保存" className="grid gap-5">
      <section aria-labelledby="facts" className="rounded-control border border-line bg-paper">
        <h2 id="facts" className="border-line border-b px-4 py-2.5 font-strong text-ui">
          登记和保存
        </h2>
        <div className="grid gap-4.5 p-4">
          {(['registerSince', 'retentionYears'] as const).map((name) => (
            <TypedField
              key={name}
              name={name}
              label={requestSettingNames[name]}
              hint={requestSettingHints[name]}
              initial={values[name]}
              inputMode="numeric"
              autoComplete="off"
              className="max-w-40"
            />
          ))}
          <OneOf
            name="afterRetention"
            legend={requestSettingNames.afterRetention}
            options={after}
            initial={values.afterRetention}
          />
        </div>
      </section>
      <section aria-labelledby="readings" className="rounded-control border border-line bg-paper">
        <h2 id="readings" className="border-line border-b px-4 py-2.5 font-strong text-ui">
          计算口径
          <span className="font-normal text-ink-2 text-note">
            　条文没有写明的，由本机关选定。改动以后，在办申请的期限重新计算。
          </span>
        </h2>
        <div className="grid gap-6 p-4">
          {readings.map((name) => (
            <OneOf
              key={name}
              name={name}
              legend={readingQuestion(name)}
              options={readingOptions(name)}
              initial={values[name]}
            />
          ))}
        </div>
      </section>
      <div>
        <Send primary working="正在保存…">
          保存
        </Send>
      </div>
    </DecisionForm>
  );
}

type OneOfProps = {
  name: string;
  legend: string;
  options: readonly { value: string; label: string }[];
  initial?: string;
};

function OneOf({ name, legend, options, initial }: OneOfProps) {
  const { typed, error } = useRefused(name);
  return (
    <fieldset
      id={fieldId(name)}
      tabIndex={-1}
      className={error ? 'field bad' : 'field'}
      aria-describedby={error ? `${name}-error` : undefined}
    >
      <legend>{legend}</legend>
      {error && (
        <span id={`${name}-error`} className="error">
          {error}
        </span>
      )}
      {options.map(({ value, label }) => (
        <label key={value} className="flex min-h-8 items-center gap-2 font-normal">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={(typed ?? initial) === value}
            className="size-4.5 flex-none accent-blue"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
