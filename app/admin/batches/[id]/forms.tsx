'use client';

import { decideBatchAction, submitBatchAction, takeOutAction } from '@/app/admin/batches/[id]/actions';
import { PasswordField, Submit, VerdictField, WordsField } from '@/components/office/decision-fields';
import { DecisionForm } from '@/components/office/decision-form';
import { DeclarationsField } from '@/components/office/declarations-field';
import { Send, TypedField } from '@/components/office/typed-fields';
import { type Declaration, secrecyResults } from '@/lib/domain/workflow/secrecy';
import { secrecyNames } from '@/lib/text/secrecy';

const labels = { result: '审查结论', by: '审查人', at: '审查日期', declarations: '保密审查声明', note: '意见' };

type Seen = { id: string; number: number };
type SubmitProps = Seen & { person: string; today: string; asked: readonly Declaration[]; cannot: string | null };

/** Hands every row to the leaders at once; the secrecy review is made for all of them. */
export function SubmitBatch({ id, number, person, today, asked, cannot }: SubmitProps) {
  return (
    <DecisionForm
      action={submitBatchAction}
      hidden={{ id, number }}
      labels={labels}
      title="没有送审"
      className="grid gap-4 p-4"
    >
      <p className="text-ink-2">先审查、后公开：送审前逐条看过每条信息。审查人、日期和结论会和每条信息一起存档。</p>
      <VerdictField
        name="result"
        legend={labels.result}
        options={secrecyResults.map((value) => ({ value, label: secrecyNames[value] }))}
      />
      <DeclarationsField asked={asked} />
      <div className="flex flex-wrap gap-4">
        <TypedField name="by" label={labels.by} initial={person} maxLength={40} />
        <TypedField name="at" label={labels.at} type="date" initial={today} max={today} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Send primary working="正在送审…" cannot={cannot}>
          整批送审
        </Send>
      </div>
    </DecisionForm>
  );
}

type DecideProps = Seen & {
  sha256: string;
  move: 'approve' | 'sign_off';
  asked: readonly Declaration[];
  needsPassword: boolean;
  /** Why this person cannot go on with it; null where they can. */
  cannot: string | null;
};

const words = {
  approve: { button: '整批通过，送主要领导签发', working: '正在送签发…' },
  sign_off: { button: '整批签发', working: '正在签发并公开…' },
} as const;

/** Where a leader decides on all rows, on the hash that stands above. */
export function DecideBatch({ id, number, sha256, move, asked, needsPassword, cannot }: DecideProps) {
  const { button, working } = words[move];
  return (
    <DecisionForm
      action={decideBatchAction}
      hidden={{ id, number, sha256 }}
      labels={labels}
      title="没有办成"
      className="grid gap-4 p-4"
    >
      <WordsField name="note" label={labels.note} hint="通过时不写也可以。退回时写明改什么。" />
      {!cannot && <DeclarationsField asked={move === 'approve' ? asked : []} />}
      {!cannot && needsPassword && <PasswordField />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {!cannot && (
          <Submit value={move} working={working} className="button primary">
            {button}
          </Submit>
        )}
        <Submit value="send_back" working="正在退回…" className="button" formNoValidate>
          整批退回修改
        </Submit>
        {cannot && <span className="text-ink-2 text-note">{cannot}</span>}
      </div>
    </DecisionForm>
  );
}

export function TakeBackBatch({ id, number, sha256 }: Seen & { sha256: string }) {
  return (
    <DecisionForm
      action={decideBatchAction}
      hidden={{ id, number, sha256 }}
      title="没有撤回"
      className="grid gap-3 p-4"
    >
      <p>分管领导审批以前可以撤回，改好再送。</p>
      <div>
        <Submit value="take_back" working="正在撤回…" className="button">
          撤回送审
        </Submit>
      </div>
    </DecisionForm>
  );
}

export function TakeOut({ id, documentId, title }: { id: string; documentId: string; title: string }) {
  return (
    <DecisionForm action={takeOutAction} hidden={{ id, documentId }} title="没有移出">
      <Send small working="正在移出…" aria-label={`移出批次：${title}`}>
        移出批次
      </Send>
    </DecisionForm>
  );
}
