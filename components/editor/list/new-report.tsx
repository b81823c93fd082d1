'use client';

import { type Answer, DecisionForm, useRefused } from '@/components/office/decision-form';
import { Send } from '@/components/office/typed-fields';
import { Select } from '@/components/ui/select';

type NewReportProps = {
  years: readonly number[];
  /** The year that has ended, whose report is due. */
  dueYear: number;
  /** Why this person may not; null where they may. */
  cannot: string | null;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Opens the report of a year, once. */
export function NewReport({ years, dueYear, cannot, action }: NewReportProps) {
  if (years.length === 0) return <p className="px-4 py-3">各年度的报告都已建立。</p>;
  return (
    <DecisionForm
      action={action}
      labels={{ year: '年度' }}
      title="没有建立"
      className="flex flex-wrap items-end gap-4 px-4 py-3"
    >
      <Year years={years} dueYear={dueYear} />
      <Send primary working="正在建立…" cannot={cannot}>
        建立
      </Send>
    </DecisionForm>
  );
}

function Year({ years, dueYear }: Pick<NewReportProps, 'years' | 'dueYear'>) {
  const { typed, error } = useRefused('year');
  const options = years.map((year) => ({ value: String(year), label: `${year}年` }));
  const likely = years.find((year) => year <= dueYear) ?? years[0];
  return <Select name="year" label="年度" options={options} defaultValue={typed ?? String(likely)} error={error} />;
}
