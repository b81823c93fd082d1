'use client';

import { WordsField } from '@/components/office/decision-fields';
import { type Answer, DecisionForm } from '@/components/office/decision-form';
import { Panel } from '@/components/office/panel';
import { Send } from '@/components/office/typed-fields';

type TakeBackProps = {
  document: { id: string; version: number };
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Takes a submission back while nobody has decided on it. */
export function TakeBack({ document, action }: TakeBackProps) {
  return (
    <Panel id="take-back" title="撤回送审" className="mt-5">
      <DecisionForm
        action={action}
        hidden={{ id: document.id, version: document.version }}
        labels={{ note: '撤回原因' }}
        className="space-y-3 px-4 py-3"
      >
        <p>分管领导还没有审批，可以撤回来修改。</p>
        <WordsField name="note" label="撤回原因（可以不填）" />
        <Send working="正在撤回…">撤回</Send>
      </DecisionForm>
    </Panel>
  );
}
