import type { ReactNode } from 'react';

/** A part of a long form: its title, what to know first, its fields in two columns. */
export function FormPart({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <fieldset className="rounded-control border border-line bg-paper">
      <legend className="float-left w-full border-line border-b px-4 py-2.5 font-strong">
        {title}
        <span className="font-normal text-ink-2 text-note">　{note}</span>
      </legend>
      <div className="clear-both grid items-end gap-4.5 p-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

/** A closed list as choices, under their names. */
export const named = <Value extends string>(values: readonly Value[], names: Record<Value, string>) =>
  values.map((value) => ({ value, label: names[value] }));
