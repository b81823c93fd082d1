'use client';

import { fieldId } from '@/components/office/decision-form';
import { control, Field, FieldFrame, wiring } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { LetterField } from '@/lib/domain/requests/letter-fields';
import { letterChoice, letterHint, letterLabel } from '@/lib/text/letter-form';

export type FactsShown = {
  typed: Readonly<Record<string, string>>;
  /** What register, clock and tariff say: shown, never typed. */
  known: Readonly<Record<string, string>>;
  /** What is wrong with a fact, by its name. */
  errors: ReadonlyMap<string, string>;
};

/** Name of the field of a fact in the form. */
export const factField = (name: string) => `fact/${name}`;

/** The facts that a letter must state, as its schema asks for them. */
export function FactFields({ fields, ...shown }: FactsShown & { fields: readonly LetterField[] }) {
  return fields.map((field) =>
    field.kind === 'parts' ? (
      <div key={field.name} className="grid gap-4">
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

function Fact({ field, typed, known, errors }: FactsShown & { field: Exclude<LetterField, { kind: 'parts' }> }) {
  const { name, optional } = field;
  const derived = known[name];
  const [label, error] = [letterLabel(name), errors.get(name)];
  const common = { name: factField(name), id: fieldId(factField(name)), error };
  if (derived !== undefined) {
    return (
      <div id={common.id} tabIndex={-1}>
        <p className="font-strong">{label}</p>
        <p>
          {derived || '还不能确定'}
          <span className="text-ink-2 text-note">　按登记、期限和收费标准自动得出</span>
        </p>
        {error && <p className="error">{error}</p>}
      </div>
    );
  }
  const value = typed[name] ?? '';
  const hint = letterHint(name) ?? (optional ? '没有的不填。' : undefined);
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...common}
          label={label}
          hint={hint}
          defaultValue={value}
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
              name={common.name}
              value={field.value}
              defaultChecked={value === field.value}
              className="size-4.5 flex-none accent-blue"
            />
            {label}
          </span>
        </FieldFrame>
      );
    case 'text':
    case 'list':
      return (
        <TextArea {...common} label={label} hint={hint} defaultValue={value} rows={field.kind === 'list' ? 2 : 3} />
      );
    case 'day':
      return <Field {...common} label={label} hint={hint} defaultValue={value} type="date" />;
    case 'count':
      return (
        <Field {...common} label={label} hint={hint} defaultValue={value} inputMode="numeric" autoComplete="off" />
      );
    default:
      return (
        <Field {...common} label={label} hint={hint} defaultValue={value} maxLength={field.max} className={control()} />
      );
  }
}
