'use client';

import { fieldId, useRefused } from '@/components/office/decision-form';
import { TypedField, TypedSelect } from '@/components/office/typed-fields';
import { TextArea } from '@/components/ui/text-area';
import type { EventField } from '@/lib/text/request-event-forms';

/** The facts that an event asks for, filled with what is likely. */
export function EventFields({ fields }: { fields: readonly EventField[] }) {
  return fields.map((field) => {
    const { name, label, hint, initial } = field;
    if (field.type === 'choice')
      return <TypedSelect key={name} name={name} label={label} hint={hint} initial={initial} options={field.options} />;
    return (
      <TypedField
        key={name}
        name={name}
        label={label}
        hint={field.type === 'day' ? (hint ?? '如2026-11-20。') : hint}
        initial={initial}
        inputMode={field.type === 'count' ? 'numeric' : undefined}
        autoComplete="off"
      />
    );
  });
}

/** Asked only where the entry changes the tables of a published report. */
export function RestatesField() {
  const { typed, error } = useRefused('restates');
  if (!error && !typed) return null;
  return (
    <TextArea
      id={fieldId('restates')}
      name="restates"
      label="更正已公开数字的理由"
      hint="下一份年度报告会列出这次更正。"
      error={error}
      defaultValue={typed}
      rows={2}
      maxLength={500}
    />
  );
}
