'use client';

import { DecisionForm } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import { passwordHint } from '@/lib/text/accounts';
import { changePasswordAction } from './actions';

const labels = { password: '原密码', newPassword: '新密码', repeated: '再输入一次新密码' };

export function PasswordForm({ signInName }: { signInName: string }) {
  return (
    <DecisionForm action={changePasswordAction} labels={labels} title="密码没有修改" className="grid gap-4.5">
      {/* Password keepers of browsers want to know whose password this is. */}
      <input type="text" name="signInName" autoComplete="username" defaultValue={signInName} readOnly hidden />
      <TypedField name="password" label={labels.password} type="password" autoComplete="current-password" />
      <TypedField
        name="newPassword"
        label={labels.newPassword}
        hint={passwordHint}
        type="password"
        autoComplete="new-password"
      />
      <TypedField name="repeated" label={labels.repeated} type="password" autoComplete="new-password" />
      <div>
        <Send primary working="正在修改…">
          修改密码
        </Send>
      </div>
    </DecisionForm>
  );
}
