'use client';

import type { ReactNode } from 'react';
import { DayField } from '@/components/editor/day-field';
import { useComposed } from '@/components/editor/use-composed';
import { Field, FieldFrame, wiring } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { isDay } from '@/lib/domain/calendar/day';
import type { LetterField } from '@/lib/domain/requests/letter-fields';
import { dayInProse } from '@/lib/text/days';
import { letterChoice, letterHint, letterLabel, letterPlaceId } from '@/lib/text/letter-form';

export type FactsShown = {
  typed: Readonly<Record<string, string>>;
  /** What register, clock and tariff say: shown, never typed. */
  known: Readonly<Record<string, string>>;
  /** What is wrong with a fact, by its name. */
  errors: ReadonlyMap<string, string>;
  onWrite: (name: string, to: string) => void;
};

/** The facts that a letter must state, as its schema asks for them. */
export function FactFields({ fields, ...shown }: FactsShown & { fields: readonly LetterField[] }) {
  return fields.map((field) =>
    field.kind === 'parts' ? (
      <div key={field.name} id={letterPlaceId(field.name)} tabIndex={-1} className="grid gap-4">
        {field.parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is told by its place
          <fieldset key={at} className="grid gap-4 rounded-control border border-line p-3">
            <legend className="px-1 font-strong">
              {letterLabel(field.name)}之{at + 1}
              {at > 0 && at === field.parts.length - 1 && '（没有就不填）'}
            </legend>
            <FactFields fields={part} {...shown} />
          </fieldset>
        ))}
      </div>
    ) : (
      <Fact key={field.name} field={field} {...shown} />
    ),
  );
}

type FactProps = FactsShown & { field: Exclude<LetterField, { kind: 'parts' }> };

function Fact({ field, typed, known, errors, onWrite }: FactProps) {
  const { name, optional } = field;
  const [label, error, derived] = [letterLabel(name), errors.get(name), known[name]];
  if (derived !== undefined) return <Derived {...{ name, label, error }} value={derived} />;
  const hint = letterHint(name) ?? (optional ? '没有的不填。' : undefined);
  const common = { name: letterPlaceId(name), id: letterPlaceId(name), label, hint, error };
  const [value, write] = [typed[name] ?? '', (to: string) => onWrite(name, to)];
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...common}
          value={value}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          options={[
            { value: '', label: '请选择' },
            ...field.options.map((option) => ({ value: option, label: letterChoice(name, option) })),
          ]}
        />
      );
    case 'confirm':
      return (
        <FieldFrame id={common.id} label="核对" hint={hint} error={error}>
          <span className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              {...wiring({ id: common.id, hint, error })}
              checked={value === field.value}
              onChange={({ currentTarget }) => write(currentTarget.checked ? field.value : '')}
              className="size-4.5 flex-none accent-blue"
            />
            {label}
          </span>
        </FieldFrame>
      );
    case 'day':
      return <DayField {...common} day={value} onWrite={(day) => write(day ?? '')} />;
    case 'text':
      return <Words {...common} value={value} onWrite={write} rows={3} />;
    case 'list':
      return <Words {...common} value={value} onWrite={write} rows={2} />;
    case 'count':
      return <Words {...common} value={value} onWrite={write} inputMode="numeric" />;
    default:
      return <Words {...common} value={value} onWrite={write} />;
  }
}

type WordsProps = {
  id: string;
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  value: string;
  onWrite: (to: string) => void;
  /** Lines; left out, one line. */
  rows?: number;
  inputMode?: 'numeric';
};

/** Words that are saved as they are typed. Nothing is cut off: what is too long is said. */
export function Words({ value, onWrite, rows, inputMode, ...common }: WordsProps) {
  const typing = useComposed(value, onWrite);
  return rows === undefined ? (
    <Field {...common} {...typing} inputMode={inputMode} autoComplete="off" />
  ) : (
    <TextArea {...common} {...typing} rows={rows} />
  );
}

function Derived({ name, label, error, value }: { name: string; label: string; error?: string; value: string }) {
  return (
    <div id={letterPlaceId(name)} tabIndex={-1}>
      <p className="font-strong">{label}</p>
      <p>
        {isDay(value) ? dayInProse(value) : value || '还不能确定'}
        <span className="text-ink-2 text-note">　按登记、期限和收费标准自动得出</span>
      </p>
      {error && <p className="error">{error}</p>}
    </div>
  );
}
