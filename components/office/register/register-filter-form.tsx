import { FieldFrame } from '@/components/ui/field';
import {
  countedKinds,
  type DueKind,
  dueKinds,
  type RegisterFilter,
  reassessKinds,
  sorts,
} from '@/lib/domain/items/register-filter';
import { statuses } from '@/lib/domain/workflow/moves';
import { nodeGroupNames } from '@/lib/text/catalogue';
import { countedNames, dueKindNames, filterNames, reassessNames, sortNames } from '@/lib/text/register';
import { statusNames } from '@/lib/text/statuses';

export type RegisterChoices = {
  nodes: readonly { id: string; kind: keyof typeof nodeGroupNames; code: string; label: string }[];
  fields: readonly { id: string; name: string }[];
  people: readonly { id: string; name: string; post: string }[];
};

type RegisterFilterFormProps = {
  filter: RegisterFilter;
  choices: RegisterChoices;
  byDue: ReadonlyMap<DueKind, number>;
};

/** What the register is narrowed by. An ordinary form: what was chosen stands in the address afterwards. */
export function RegisterFilterForm({ filter, choices, byDue }: RegisterFilterFormProps) {
  const { nodes, fields, people } = choices;
  const groups = (['own', 'article_20', 'article_21'] as const).map((kind) => ({
    label: nodeGroupNames[kind],
    options: nodes.filter((node) => node.kind === kind).map(({ id, label }) => ({ value: id, label })),
  }));
  // An address may name a node by its code.
  const idOf = (node: string | null) => nodes.find(({ code }) => code === node)?.id ?? node;
  const own = nodes.filter(({ kind }) => kind === 'own').map(({ id, label }) => ({ value: id, label }));
  return (
    <form method="get" action="/admin/items" className="register-filter" aria-label="筛选">
      {filter.batch && <input type="hidden" name="batch" value={filter.batch} />}
      <Choice name="status" chosen={filter.status} options={named(statuses, statusNames)} />
      <Choice
        name="due"
        chosen={filter.due}
        options={dueKinds.map((kind) => ({ value: kind, label: `${dueKindNames[kind]}（${byDue.get(kind) ?? 0}）` }))}
      />
      <Choice name="node" chosen={idOf(filter.node)} groups={groups} />
      <Choice name="class" chosen={idOf(filter.class)} options={own} />
      <Choice name="field" chosen={filter.field} options={fields.map(({ id, name }) => ({ value: id, label: name }))} />
      <Choice
        name="person"
        chosen={filter.person}
        options={people.map(({ id, name, post }) => ({ value: id, label: [name, post].filter(Boolean).join('　') }))}
      />
      <Year name="year" chosen={filter.year} />
      <Year name="published" chosen={filter.published} />
      <Choice name="reassess" chosen={filter.reassess} options={named(reassessKinds, reassessNames)} />
      <Choice name="counted" chosen={filter.counted} options={named(countedKinds, countedNames)} />
      <Year name="report" chosen={filter.report} />
      <Choice name="sort" chosen={filter.sort} options={named(sorts, sortNames)} needed />
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button primary">
          筛选
        </button>
        <a href="/admin/items">看全部</a>
      </div>
    </form>
  );
}

type Option = { value: string; label: string };
type Key = keyof typeof filterNames;
type ChoiceProps = {
  name: Key;
  chosen: string | null;
  options?: readonly Option[];
  groups?: readonly { label: string; options: readonly Option[] }[];
  /** One of them always holds. */
  needed?: boolean;
};

const named = <Value extends string>(values: readonly Value[], names: Record<Value, string>): Option[] =>
  values.map((value) => ({ value, label: names[value] }));

function Choice({ name, chosen, options = [], groups = [], needed }: ChoiceProps) {
  return (
    <FieldFrame id={name} label={filterNames[name]}>
      <select id={name} name={name} defaultValue={chosen ?? ''} className="control">
        {!needed && <option value="">不限</option>}
        {options.map(asOption)}
        {groups.map(
          ({ label, options: inGroup }) =>
            inGroup.length > 0 && (
              <optgroup key={label} label={label}>
                {inGroup.map(asOption)}
              </optgroup>
            ),
        )}
      </select>
    </FieldFrame>
  );
}

const asOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

function Year({ name, chosen }: { name: 'year' | 'published' | 'report'; chosen: number | null }) {
  return (
    <FieldFrame id={name} label={filterNames[name]}>
      <input
        id={name}
        name={name}
        className="control"
        inputMode="numeric"
        pattern="(19|20)[0-9]{2}"
        maxLength={4}
        placeholder="如2020"
        defaultValue={chosen ?? ''}
        autoComplete="off"
      />
    </FieldFrame>
  );
}
