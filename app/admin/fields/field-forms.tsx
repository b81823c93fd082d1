'use client';

import { DecisionForm } from '@/components/office/decision-form';
import { Send, TypedChoices, TypedField } from '@/components/office/typed-fields';
import { changeFieldAction, closeFieldAction, createFieldAction, reopenFieldAction } from './actions';

const labels = { name: '领域名称', leaders: '分管领导' };

type Leader = { id: string; name: string; post: string };
type FieldFormProps = { field?: { id: string; name: string; leaders: readonly string[] }; leaders: readonly Leader[] };

/** A new field, or one that is there. */
export function FieldForm({ field, leaders }: FieldFormProps) {
  return (
    <DecisionForm
      action={field ? changeFieldAction : createFieldAction}
      labels={labels}
      hidden={field && { id: field.id }}
      title="没有保存"
      className="grid gap-4.5"
    >
      <TypedField
        name="name"
        label={labels.name}
        initial={field?.name}
        hint={field ? undefined : '如政府信息公开、民生保障、乡村建设。'}
        autoComplete="off"
      />
      {leaders.length === 0 ? (
        <p className="text-ink-2">
          还没有人是“分管领导”。请先在<a href="/admin/people">人员</a>里给出这个角色，再回来指定。
        </p>
      ) : (
        <TypedChoices
          name="leaders"
          legend={labels.leaders}
          hint="由勾选的领导审批这个领域的文件，可以有几位。"
          initial={field?.leaders ?? []}
          options={leaders.map(({ id, name, post }) => ({ value: id, label: name, note: post }))}
        />
      )}
      <div>
        <Send primary working="正在保存…">
          {field ? '保存' : '增加领域'}
        </Send>
      </div>
    </DecisionForm>
  );
}

export function FieldSwitch({ id, closed }: { id: string; closed: boolean }) {
  return (
    <DecisionForm
      action={closed ? reopenFieldAction : closeFieldAction}
      hidden={{ id }}
      title="没有办成"
      className="grid gap-3"
    >
      <p>
        {closed ? '恢复后，可以在这个领域起草新的文件。' : '停用后，这个领域不能再起草新的文件，正在办的照常办完。'}
      </p>
      <div>
        <Send working={closed ? '正在恢复…' : '正在停用…'}>{closed ? '恢复领域' : '停用领域'}</Send>
      </div>
    </DecisionForm>
  );
}
