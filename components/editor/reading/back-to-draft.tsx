'use client';

import { type Answer, DecisionForm } from '@/components/office/decision-form';
import { WordsField } from '@/components/office/decision-fields';
import { Panel } from '@/components/office/panel';
import { Send } from '@/components/office/typed-fields';

const words = {
  take_back: {
    title: '撤回送审',
    says: '分管领导还没有审批，可以撤回来修改。',
    label: '撤回原因（可以不填）',
    hint: undefined,
    button: '撤回',
    working: '正在撤回…',
  },
  correct: {
    title: '更正',
    says: '公开后不能直接修改。更正要另起一稿，重新经过审批和签发；原来公开的版本一直可以查到。',
    label: '更正说明（将公开）',
    hint: '写明更正了哪里、原来是什么、现在是什么、为什么。起草时还可以改。',
    button: '开始更正',
    working: '正在建立更正稿…',
  },
} as const;

type BackToDraftProps = {
  move: 'take_back' | 'correct';
  document: { id: string; version: number };
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** Takes a report back to the drafting desk. */
export function BackToDraft({ move, document, action }: BackToDraftProps) {
  const { title, says, label, hint, button, working } = words[move];
  return (
    <Panel id={move} title={title} className="mt-5">
      <DecisionForm
        action={action}
        hidden={{ id: document.id, version: document.version, move }}
        labels={{ note: label }}
        className="space-y-3 px-4 py-3"
      >
        <p>{says}</p>
        <WordsField name="note" label={label} hint={hint} />
        <Send working={working}>{button}</Send>
      </DecisionForm>
    </Panel>
  );
}
