import type { ComponentProps } from 'react';
import { control, type Described, FieldFrame, wiring } from '@/components/ui/field';

type Option = { value: string; label: string };
/** Options under a heading of their own. */
type Group = { label: string; options: readonly Option[] };

type SelectProps = ComponentProps<'select'> & Described & { options: readonly (Option | Group)[] };

/** For up to twenty choices, or more in groups. */
export function Select({ name, label, hint, error, id = name, className, options, ...select }: SelectProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select {...select} {...wiring({ id, hint, error })} name={name} className={control(className)}>
        {options.map((each) =>
          'options' in each ? (
            <optgroup key={each.label} label={each.label}>
              {each.options.map(drawn)}
            </optgroup>
          ) : (
            drawn(each)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

const drawn = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);
