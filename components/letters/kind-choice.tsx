'use client';

import { type Answer, DecisionForm, useRefused } from '@/components/office/decision-form';
import { Send } from '@/components/office/typed-fields';
import type { LetterKind } from '@/lib/domain/requests/letters';

export type KindGroup = {
  title: string;
  kinds: readonly { kind: LetterKind; name: string; use: string; why: string | null }[];
};

type KindChoiceProps = {
  groups: readonly KindGroup[];
  hidden: Record<string, string | number>;
  verb: string;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Which letter it is to be, in the groups of the regulations, each with when to use it and what stands in its way today. */
export function KindChoice({ groups, hidden, verb, action }: KindChoiceProps) {
  return (
    <DecisionForm
      action={action}
      labels={{ kind: '文书种类' }}
      hidden={hidden}
      title="没有建立"
      className="grid gap-5 p-4"
    >
      {groups.map(({ title, kinds }) => (
        <fieldset key={title} className="grid gap-1">
          <legend className="mb-1 font-strong">{title}</legend>
          {kinds.map((each) => (
            <Kind key={each.kind} {...each} />
          ))}
        </fieldset>
      ))}
      <p>
        <Send primary working="正在建立…">
          {verb}
        </Send>
      </p>
    </DecisionForm>
  );
}

function Kind({ kind, name, use, why }: KindGroup['kinds'][number]) {
  const { typed } = useRefused('kind');
  return (
    <label className="flex min-h-8 items-start gap-2 py-1">
      <input
        type="radio"
        name="kind"
        value={kind}
        required
        defaultChecked={typed === kind}
        className="mt-1 size-4.5 flex-none accent-blue"
      />
      <span>
        {use}
        <span className="text-ink-2 text-note">　{name}</span>
        {why && <span className="block text-ink-2 text-note">现在还不能发出：{why}</span>}
      </span>
    </label>
  );
}
