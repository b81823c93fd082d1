import type { ReactNode } from 'react';
import { PasswordField, Submit, WordsField } from '@/components/office/decision-fields';

type DecideProps = {
  /** What the leader should know of the making: 公开属性, 保密审查, 起草人. */
  facts: readonly { label: string; value: ReactNode }[];
  needsPassword: boolean;
  /** Why it cannot be approved by this person; null where it can. */
  cannotApprove: string | null;
  /** What has to be declared before it can be approved. */
  declarations?: ReactNode;
};

/** Where the review is decided. What has been returned or remarked above turns the primary button. */
export function Decide({ facts, needsPassword, cannotApprove, declarations }: DecideProps) {
  return (
    <div className="grid gap-4 p-4">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <WordsField name="note" label="意见" hint="不写也可以。退回时，没有逐条意见的要写明改什么。" />
      {!cannotApprove && declarations && <div className="when-agreed">{declarations}</div>}
      {needsPassword && !cannotApprove && (
        <div className="when-agreed">
          <PasswordField />
        </div>
      )}
      {cannotApprove ? <OnlyReturn why={cannotApprove} /> : <ApproveOrReturn />}
    </div>
  );
}

function ApproveOrReturn() {
  return (
    <>
      <div className="when-agreed space-y-2">
        <Submit value="approve" working="正在送签发…" className="button primary w-full">
          通过，送主要领导签发
        </Submit>
        <Submit value="send_back" working="正在退回…" className="button w-full" formNoValidate>
          退回修改
        </Submit>
      </div>
      <div className="when-returned space-y-2">
        <Submit value="send_back" working="正在退回…" className="button primary w-full" formNoValidate>
          退回修改
          <span className="remark-count" />
        </Submit>
        <button type="button" className="button w-full" aria-disabled="true" aria-describedby="cannot-approve">
          通过，送主要领导签发
        </button>
        <p id="cannot-approve" className="text-ink-2 text-note">
          您选了“退回”或者写了意见，不能通过。改选“同意”、删去意见后可以通过。
        </p>
      </div>
    </>
  );
}

function OnlyReturn({ why }: { why: string }) {
  return (
    <div className="space-y-2">
      <Submit value="send_back" working="正在退回…" className="button w-full" formNoValidate>
        退回修改
      </Submit>
      <p className="text-ink-2 text-note">{why}</p>
    </div>
  );
}
