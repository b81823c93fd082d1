'use client';

import { DecisionForm } from '@/components/office/decision-form';
import { Send, TypedField, TypedSelect } from '@/components/office/typed-fields';
import { hasAmount, type LedgerKind } from '@/lib/domain/ledger/entry';
import { amountLabels, countLabels } from '@/lib/text/ledger';
import { addEntryAction, correctEntryAction } from './actions';

const labelsOf = (kind: LedgerKind) => ({
  month: '月份',
  fieldId: '领域',
  count: countLabels[kind],
  amount: amountLabels[kind],
  source: '来源',
});

const Figures = ({ kind, initial }: { kind: LedgerKind; initial?: { count: string; amount: string } }) => {
  const labels = labelsOf(kind);
  return (
    <>
      <TypedField name="count" label={labels.count} initial={initial?.count} inputMode="numeric" autoComplete="off" />
      {hasAmount(kind) && (
        <TypedField
          name="amount"
          label={labels.amount}
          initial={initial?.amount}
          hint="以元为单位，最多两位小数；报告里换算成万元。"
          inputMode="decimal"
          autoComplete="off"
        />
      )}
    </>
  );
};

type AddEntryProps = { kind: LedgerKind; month: string; fields: readonly { id: string; name: string }[] };

/** The figures of one month and field. */
export function AddEntry({ kind, month, fields }: AddEntryProps) {
  const labels = labelsOf(kind);
  return (
    <DecisionForm
      action={addEntryAction}
      labels={labels}
      hidden={{ kind }}
      title="没有登记"
      className="grid max-w-120 gap-4.5"
    >
      <TypedField name="month" label={labels.month} initial={month} hint="如2026-07。" autoComplete="off" />
      <TypedSelect
        name="fieldId"
        label={labels.fieldId}
        options={fields.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Figures kind={kind} />
      <TypedField name="source" label={labels.source} hint="数从哪里来，如许可台账第3册第12页。" autoComplete="off" />
      <div>
        <Send primary working="正在登记…">
          登记
        </Send>
      </div>
    </DecisionForm>
  );
}

type CorrectEntryProps = { id: string; kind: LedgerKind; stands: { count: number; amount: string | null } };

/** What the entry ought to say; the difference is entered, and what was entered before stays. */
export function CorrectEntry({ id, kind, stands }: CorrectEntryProps) {
  const labels = { ...labelsOf(kind), source: '更正依据' };
  return (
    <DecisionForm
      action={correctEntryAction}
      labels={labels}
      hidden={{ id, kind }}
      title="没有更正"
      className="grid max-w-120 gap-4.5"
    >
      <Figures kind={kind} initial={{ count: String(stands.count), amount: stands.amount ?? '' }} />
      <TypedField name="source" label={labels.source} hint="为什么更正，依据哪份材料。" autoComplete="off" />
      <div>
        <Send primary working="正在更正…">
          更正
        </Send>
      </div>
    </DecisionForm>
  );
}
