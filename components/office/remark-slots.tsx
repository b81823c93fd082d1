'use client';

import { ChoiceField, WordsField } from '@/components/office/decision-fields';
import { useRefused } from '@/components/office/decision-form';

type Option = { value: string; label: string };

/** Folded under a paragraph: a remark on it. */
export function BlockRemark({ place, label }: { place: string; label: string }) {
  const name = `block/${place}`;
  const { typed, error } = useRefused(name);
  return (
    <details className="remark-slot" open={Boolean(typed || error)}>
      <summary>
        提意见<span className="sr-only">：{label}</span>
      </summary>
      <WordsField name={name} label={`对${label}的意见`} className="remark" />
    </details>
  );
}

type TableRemarksProps = { table: string; label: string; rows: readonly Option[]; columns: readonly Option[] };

const slots = [1, 2, 3];

/** Folded under a table: remarks on its cells. The phone's own lists choose row and column with one thumb. */
export function TableRemarks({ table, label, rows, columns }: TableRemarksProps) {
  const first = useRefused(`cell/${table}/1`);
  return (
    <details className="remark-slot" open={Boolean(first.typed || first.error)}>
      <summary>
        提意见<span className="sr-only">：{label}</span>
      </summary>
      <div className="space-y-6">
        {slots.map((slot) => (
          <fieldset key={slot} className="space-y-2">
            <legend className="font-strong">
              {label}，意见{slot}
            </legend>
            <div className="grid gap-2 sm:grid-cols-2">
              <ChoiceField name={`row/${table}/${slot}`} label="哪一行" options={withNone(rows)} />
              <ChoiceField name={`column/${table}/${slot}`} label="哪一列" options={withNone(columns)} />
            </div>
            <WordsField name={`cell/${table}/${slot}`} label="意见" className="remark" />
          </fieldset>
        ))}
      </div>
    </details>
  );
}

// One row or one column leaves nothing to choose.
const withNone = (options: readonly Option[]) =>
  options.length === 1 ? options : [{ value: '', label: '请选择' }, ...options];
