import type { ComponentProps } from 'react';
import { control, type Described, FieldFrame, wiring } from '@/components/ui/field';

type SelectProps = ComponentProps<'select'> & Described & { options: readonly { value: string; label: string }[] };

/** For up to twenty choices. */
export function Select({ name, label, hint, error, id = name, className, options, ...select }: SelectProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select {...select} {...wiring({ id, hint, error })} name={name} className={control(className)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
