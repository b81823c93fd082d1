'use client';

import type { ComponentProps, ReactNode } from 'react';
import { DayField } from '@/components/editor/day-field';
import { useComposed } from '@/components/editor/use-composed';
import { useDraft, useItemWrite } from '@/components/items/editor/context';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { ItemDraft } from '@/lib/domain/items/content';
import { itemOpIssues } from '@/lib/domain/items/merge';
import { setOp } from '@/lib/editor/item-difference';
import { sentence } from '@/lib/text/issues';
import { itemPlaceId } from '@/lib/text/item-changes';
import { itemFieldNames } from '@/lib/text/items';

type TextName = 'title' | 'issuingBody' | 'documentNumber' | 'withholdingBasis' | 'correctionNote';
type DayName = 'formedOn' | 'reassessOn' | 'endedOn';

/** Writes one field of the draft. */
export function useField<Name extends Parameters<typeof setOp>[0]>(name: Name) {
  const value = useDraft((draft) => draft[name]);
  const write = useItemWrite();
  const put = (to: ItemDraft[Name]) => write(({ draft }) => setOp(name, draft, { ...draft, [name]: to }));
  return [value, put] as const;
}

type TextProps = { name: TextName; hint?: ReactNode; lines?: number; maxLength: number; placeholder?: string };

/** A line, or lines, of text. What an input method is still composing is not written yet. */
export function TextInput({ name, lines, ...rest }: TextProps) {
  const [value, put] = useField(name);
  const typing = useComposed(value, put);
  const [issue] = itemOpIssues([{ kind: 'set', field: name, from: value, to: value }]);
  const label = itemFieldNames[name];
  const shared = {
    ...rest,
    ...{ id: itemPlaceId(name), name, label, ...typing },
    error: issue && sentence(issue, label),
  };
  return lines ? <TextArea {...shared} rows={lines} /> : <Field {...shared} />;
}

type DayProps = { name: DayName; hint?: ReactNode; max?: string; min?: string };

export function DayInput({ name, ...rest }: DayProps) {
  const [value, put] = useField(name);
  return <DayField {...rest} name={itemPlaceId(name)} label={itemFieldNames[name]} day={value} onWrite={put} />;
}

type ChoiceName = 'nodeId' | 'classId' | 'fieldId' | 'source' | 'withholding' | 'validity';
type ChoiceProps = { name: ChoiceName; hint?: ReactNode; options: ComponentProps<typeof Select>['options'] };

/** One of several; the option without a value stands for "not chosen". */
export function ChoiceInput({ name, hint, options }: ChoiceProps) {
  const [value, put] = useField(name);
  return (
    <Select
      id={itemPlaceId(name)}
      name={name}
      label={itemFieldNames[name]}
      hint={hint}
      value={value ?? ''}
      // A border: the options are values of this field, and the empty one is none.
      onChange={(event) => put((event.target.value || null) as typeof value)}
      options={options}
    />
  );
}
