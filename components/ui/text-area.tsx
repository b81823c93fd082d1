import type { ComponentProps } from 'react';
import { control, type Described, FieldFrame, wiring } from '@/components/ui/field';

type TextAreaProps = ComponentProps<'textarea'> & Described;

export function TextArea({ name, label, hint, error, id = name, className, rows = 4, ...area }: TextAreaProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea {...area} {...wiring({ id, hint, error })} name={name} rows={rows} className={control(className)} />
    </FieldFrame>
  );
}
