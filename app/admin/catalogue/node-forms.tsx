'use client';

import { DecisionForm, fieldId, useRefused } from '@/components/office/decision-form';
import { Send, TypedChoices, TypedField } from '@/components/office/typed-fields';
import { Select } from '@/components/ui/select';
import type { PublishingPeriod } from '@/lib/domain/catalogue/publishing-period';
import { type Way, ways } from '@/lib/domain/items/content';
import { nodeFactNames, unitNames } from '@/lib/text/catalogue';
import { wayNames } from '@/lib/text/items';
import {
  changeNodeAction,
  closeNodeAction,
  createNodeAction,
  deleteNodeAction,
  moveNodeAction,
  reopenNodeAction,
} from './actions';

type Node = {
  id: string;
  label: string;
  basis: string;
  period: PublishingPeriod;
  ways: readonly Way[];
  field: { id: string } | null;
  /** Prescribed by the Regulations: its name and basis are not the office's. */
  ofLaw: boolean;
};
type NodeFormProps = { node?: Node; fields: readonly { id: string; name: string }[] };

/** A new node of the organisation's own, or one that is there. */
export function NodeForm({ node, fields }: NodeFormProps) {
  return (
    <DecisionForm
      action={node ? changeNodeAction : createNodeAction}
      labels={nodeFactNames}
      hidden={node && { id: node.id }}
      title="没有保存"
      className="grid gap-4.5"
    >
      {!node?.ofLaw && <Wording node={node} />}
      <Period period={node?.period} />
      <TypedChoices
        name="ways"
        legend="公开方式"
        hint="这个目录下新的信息先按这样填，起草时可以改。"
        initial={node?.ways ?? ['website']}
        options={ways.map((way) => ({ value: way, label: wayNames[way] }))}
      />
      <Choice
        name="fieldId"
        label="责任领域"
        hint="起草时没有选领域的，归这个领域，由它的分管领导审批。"
        initial={node?.field?.id ?? ''}
        options={[{ value: '', label: '不指定' }, ...fields.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <div>
        <Send primary working="正在保存…">
          {node ? '保存' : '增加目录'}
        </Send>
      </div>
    </DecisionForm>
  );
}

function Wording({ node }: { node: Node | undefined }) {
  return (
    <>
      <TypedField name="label" label="目录名称" initial={node?.label} autoComplete="off" />
      {!node && (
        <TypedField
          name="code"
          label="网址名"
          hint="小写字母、数字和连字符，如key-tasks。用在公开的网址里，以后不能改。"
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <TypedField name="basis" label="依据" hint="没有的不填。" initial={node?.basis} autoComplete="off" />
    </>
  );
}

function Period({ period }: { period: PublishingPeriod | undefined }) {
  const { days, unit } = period ?? { days: 20, unit: 'working_day' };
  return (
    <div className="grid gap-x-4 gap-y-4.5 sm:grid-cols-2 sm:items-end">
      <TypedField
        name="days"
        label="公开时限"
        hint="从形成或者变更的第二天数起。条例第二十六条：20个工作日以内。"
        inputMode="numeric"
        initial={String(days)}
      />
      <Choice
        name="unit"
        label="天数的算法"
        initial={unit}
        options={Object.entries(unitNames).map(([value, label]) => ({ value, label }))}
      />
    </div>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  hint?: string;
  initial: string;
  options: readonly { value: string; label: string }[];
};

function Choice({ name, label, hint, initial, options }: ChoiceProps) {
  const { typed, error } = useRefused(name);
  return (
    <Select
      id={fieldId(name)}
      name={name}
      label={label}
      hint={hint}
      error={error}
      options={options}
      defaultValue={typed ?? initial}
    />
  );
}

export function NodeSwitch({ id, closed }: { id: string; closed: boolean }) {
  return (
    <DecisionForm
      action={closed ? reopenNodeAction : closeNodeAction}
      hidden={{ id }}
      title="没有办成"
      className="grid gap-3"
    >
      <p>
        {closed
          ? '恢复后，可以在这个目录下起草新的信息。'
          : '停用后，这个目录下不能再起草新的信息。已有的信息不变，正在办的照常办完。'}
      </p>
      <div>
        <Send working={closed ? '正在恢复…' : '正在停用…'}>{closed ? '恢复目录' : '停用目录'}</Send>
      </div>
    </DecisionForm>
  );
}

/** `cannot`: why it stays. */
export function NodeDeletion({ id, cannot }: { id: string; cannot: string | null }) {
  return (
    <DecisionForm action={deleteNodeAction} hidden={{ id }} title="没有删除" className="grid gap-3">
      <p>删除后不能恢复，网址名可以再用。</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Send working="正在删除…" cannot={cannot}>
          删除目录
        </Send>
      </div>
    </DecisionForm>
  );
}

type MoverProps = { id: string; label: string; first: boolean; last: boolean };

/** Two small buttons that change the order; each works before any script has loaded. */
export function NodeMover({ id, label, first, last }: MoverProps) {
  const ways = [
    { direction: 'up', word: '上移', idle: first },
    { direction: 'down', word: '下移', idle: last },
  ] as const;
  return (
    <span className="flex gap-2 sm:justify-end">
      {ways.map(
        ({ direction, word, idle }) =>
          !idle && (
            <DecisionForm key={direction} action={moveNodeAction} hidden={{ id, direction }} title="没有移动">
              <Send small working={`正在${word}…`} aria-label={`${word}：${label}`}>
                {word}
              </Send>
            </DecisionForm>
          ),
      )}
      <a className="button small whitespace-nowrap" href={`/admin/catalogue/${id}`} aria-label={`管理：${label}`}>
        管理
      </a>
    </span>
  );
}
