'use client';

import { DecisionForm } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import { signInAction } from './actions';

const labels = { signInName: '账号', password: '密码' };

export function SignInForm({ back }: { back: string }) {
  return (
    <DecisionForm action={signInAction} labels={labels} hidden={{ back }} title="没有登录" className="grid gap-4.5">
      <TypedField
        name="signInName"
        label={labels.signInName}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TypedField name="password" label={labels.password} type="password" autoComplete="current-password" />
      <Send primary className="w-full" working="正在登录…">
        登录
      </Send>
    </DecisionForm>
  );
}
