'use client';

import { fieldId, useRefused } from '@/components/office/decision-form';
import { control, FieldFrame, wiring } from '@/components/ui/field';
import { attachmentLimit } from '@/lib/domain/attachment';
import { filesTooLarge, fileTooLarge } from '@/lib/text/request-new';

type FileFieldProps = { name: string; label: string };

/** A file to send with a form. What the server would refuse for its size is said before it is sent, and nothing is lost. */
export function FileField({ name, label }: FileFieldProps) {
  const { error } = useRefused(name);
  const id = fieldId(name);
  return (
    <FieldFrame id={id} label={label} error={error}>
      <input
        {...wiring({ id, error })}
        name={name}
        type="file"
        className={control()}
        onChange={({ currentTarget }) => checkSizes(currentTarget)}
      />
    </FieldFrame>
  );
}

/** All files of a form go in one message: together they may be as large as one alone. */
function checkSizes(chosen: HTMLInputElement) {
  const inputs = [...(chosen.form?.querySelectorAll<HTMLInputElement>('input[type=file]') ?? [])];
  const sizeOf = (input: HTMLInputElement) => input.files?.[0]?.size ?? 0;
  const total = inputs.reduce((sum, input) => sum + sizeOf(input), 0);
  const last =
    total > attachmentLimit ? (sizeOf(chosen) > 0 ? chosen : inputs.find((input) => sizeOf(input) > 0)) : null;
  for (const input of inputs) {
    const alone = sizeOf(input) > attachmentLimit;
    input.setCustomValidity(alone ? fileTooLarge : input === last ? filesTooLarge : '');
  }
  inputs.find((input) => !input.reportValidity());
}
