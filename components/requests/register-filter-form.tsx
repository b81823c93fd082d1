import { FieldFrame } from '@/components/ui/field';
import { channels } from '@/lib/domain/requests/events';
import {
  type RequestDueKind,
  type RequestFilter,
  requestDueKinds,
  requestSorts,
  requestStages,
} from '@/lib/domain/requests/register-filter';
import { resultRows } from '@/lib/domain/requests/results';
import { applicantKinds } from '@/lib/domain/requests/statistics';
import { requestDueNames, requestFilterNames, requestSortNames } from '@/lib/text/request-register';
import { applicantKindNames, channelNames, resultRowNames, stageNames } from '@/lib/text/request-values';

type RequestFilterFormProps = {
  filter: RequestFilter;
  choices: { years: readonly number[]; people: readonly { id: string; name: string; post: string }[] };
  byDue: ReadonlyMap<RequestDueKind, number>;
};

/** What the register is narrowed by. An ordinary form: what was chosen stands in the address afterwards. */
export function RequestFilterForm({ filter, choices: { years, people }, byDue }: RequestFilterFormProps) {
  return (
    <form method="get" action="/admin/requests" className="register-filter" aria-label="筛选">
      {filter.counted && <input type="hidden" name="counted" value={filter.counted} />}
      {filter.report && <input type="hidden" name="report" value={filter.report} />}
      <Choice
        name="stage"
        chosen={filter.stage}
        options={named(
          requestStages.filter((stage) => stage !== 'none'),
          stageNames,
        )}
      />
      <Choice
        name="due"
        chosen={filter.due}
        options={requestDueKinds.map((kind) => ({
          value: kind,
          label: `${requestDueNames[kind]}（${byDue.get(kind) ?? 0}）`,
        }))}
      />
      <Choice
        name="year"
        chosen={filter.year === null ? null : String(filter.year)}
        options={years.map((year) => ({ value: String(year), label: `${year}年` }))}
      />
      <Choice name="applicant" chosen={filter.applicant} options={named(applicantKinds, applicantKindNames)} />
      <Choice name="channel" chosen={filter.channel} options={named(channels, channelNames)} />
      <Choice
        name="handler"
        chosen={filter.handler}
        options={people.map(({ id, name, post }) => ({ value: id, label: [name, post].filter(Boolean).join('　') }))}
      />
      <Choice name="result" chosen={filter.result} options={named(resultRows, resultRowNames)} />
      <Choice name="sort" chosen={filter.sort} options={named(requestSorts, requestSortNames)} needed />
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button primary">
          筛选
        </button>
        <a href="/admin/requests">看全部</a>
      </div>
    </form>
  );
}

type Option = { value: string; label: string };

const named = <Value extends string>(values: readonly Value[], names: Record<Value, string>): Option[] =>
  values.map((value) => ({ value, label: names[value] }));

type ChoiceProps = {
  name: keyof typeof requestFilterNames;
  chosen: string | null;
  options: readonly Option[];
  /** One of them always holds. */
  needed?: boolean;
};

function Choice({ name, chosen, options, needed }: ChoiceProps) {
  return (
    <FieldFrame id={name} label={requestFilterNames[name]}>
      <select id={name} name={name} defaultValue={chosen ?? ''} className="control">
        {!needed && <option value="">不限</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
