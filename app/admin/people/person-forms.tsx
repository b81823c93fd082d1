'use client';

import { DecisionForm } from '@/components/office/decision-form';
import { Send, TypedChoices, TypedField } from '@/components/office/typed-fields';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type Role, roles } from '@/lib/domain/access';
import { roleNames, roleNotes } from '@/lib/text/accounts';
import {
  addPersonAction,
  changePersonAction,
  disablePersonAction,
  enablePersonAction,
  resetPasswordAction,
} from './actions';

const labels = { signInName: '账号', name: '姓名', post: '职务', roles: '角色' };

export function NewPersonForm() {
  return (
    <DecisionForm
      action={addPersonAction}
      labels={labels}
      title="没有添加"
      className="grid gap-4.5"
      answered={(first) => <OneTimePassword title={`已添加${first.name}`} {...first} />}
    >
      <TypedField name="name" label={labels.name} autoComplete="off" />
      <PostAndRoles post="" held={[]} />
      <TypedField
        name="signInName"
        label={labels.signInName}
        hint="登录时用，小写字母和数字，如姓名的拼音缩写。以后不能改。"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div>
        <Send primary working="正在添加…">
          添加人员
        </Send>
      </div>
    </DecisionForm>
  );
}

type Held = { id: string; name: string; post: string; roles: readonly Role[] };

export function PersonForm({ id, name, post, roles: held }: Held) {
  return (
    <DecisionForm action={changePersonAction} labels={labels} hidden={{ id }} title="没有保存" className="grid gap-4.5">
      <TypedField name="name" label={labels.name} initial={name} autoComplete="off" />
      <PostAndRoles post={post} held={held} />
      <div>
        <Send primary working="正在保存…">
          保存
        </Send>
      </div>
    </DecisionForm>
  );
}

function PostAndRoles({ post, held }: { post: string; held: readonly Role[] }) {
  return (
    <>
      <TypedField
        name="post"
        label={labels.post}
        initial={post}
        hint="印在办理记录上，如党委书记。没有就不填。"
        autoComplete="off"
      />
      <TypedChoices
        name="roles"
        legend={labels.roles}
        hint="可以有几个角色；同一份文件，一个人只能办一个环节。去掉角色后，这个人的登录立即结束。"
        initial={held}
        options={roles.map((role) => ({ value: role, label: roleNames[role], note: roleNotes[role] }))}
      />
    </>
  );
}

export function ResetForm({ id }: { id: string }) {
  return (
    <DecisionForm
      action={resetPasswordAction}
      hidden={{ id }}
      title="没有重置"
      className="grid gap-3"
      answered={(reset) => <OneTimePassword title={`${reset.name}的密码已重置`} {...reset} />}
    >
      <p>忘记密码或者被锁定时用。这个人的登录立即结束，下次用一次性密码登录后必须修改密码。</p>
      <div>
        <Send working="正在重置…">重置密码</Send>
      </div>
    </DecisionForm>
  );
}

type Switch = { id: string; disabled: boolean };

export function SwitchForm({ id, disabled }: Switch) {
  const action = disabled ? enablePersonAction : disablePersonAction;
  return (
    <DecisionForm action={action} hidden={{ id }} title="没有办成" className="grid gap-3">
      <p>
        {disabled
          ? '恢复后，可以用原来的账号和密码登录，角色不变。'
          : '停用后立即不能登录。办理过的事项和记录都保留，以后可以恢复。'}
      </p>
      <div>
        <Send working={disabled ? '正在恢复…' : '正在停用…'}>{disabled ? '恢复使用' : '停用账号'}</Send>
      </div>
    </DecisionForm>
  );
}

type Shown = { title: string; signInName: string; password: string };

/** The only time that this password can be read. */
function OneTimePassword({ title, signInName, password }: Shown) {
  return (
    <div className="grid gap-4">
      <Notice kind="done" title={title} live>
        <p>请当面或者打电话告诉本人。这个密码只显示这一次，离开本页后看不到；第一次登录后必须修改。</p>
      </Notice>
      <table className="facts-table">
        <caption className="sr-only">登录用的账号和一次性密码</caption>
        <tbody>
          <tr>
            <th scope="row">账号</th>
            <td className="font-mono">{signInName}</td>
          </tr>
          <tr>
            <th scope="row">一次性密码</th>
            <td className="font-mono font-strong text-[1.0625rem]">{password}</td>
          </tr>
        </tbody>
      </table>
      <div>
        <ButtonLink href="/admin/people" primary>
          已记下，返回人员
        </ButtonLink>
      </div>
    </div>
  );
}
