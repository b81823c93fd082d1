'use client';

import { importAction, throwAwayAction } from '@/app/admin/sheets/actions';
import { DecisionForm } from '@/components/office/decision-form';
import { Send } from '@/components/office/typed-fields';

export function ImportForm({ id, count }: { id: string; count: number }) {
  return (
    <DecisionForm action={importAction} hidden={{ id }} title="没有导入">
      <Send primary working="正在导入…">
        导入没有问题的{count}行
      </Send>
    </DecisionForm>
  );
}

export function ThrowAwayForm({ id }: { id: string }) {
  return (
    <DecisionForm action={throwAwayAction} hidden={{ id }} title="没有办成">
      <Send working="正在删去…">不导入</Send>
    </DecisionForm>
  );
}
