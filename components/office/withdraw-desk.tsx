import type { DeskOfMove } from '@/components/office/correct-desk';
import { PasswordField, Submit, WordsField } from '@/components/office/decision-fields';
import { DecisionForm } from '@/components/office/decision-form';
import { PageHead, Panel } from '@/components/office/panel';
import { Notice } from '@/components/ui/notice';

type WithdrawDeskProps = DeskOfMove & {
  /** The edition that holds. */
  edition: { number: number; sha256: string };
  needsPassword: boolean;
};

/** Taking a publication back: the public reason stays in its place for good. */
export function WithdrawDesk({ document, back, why, action, edition, needsPassword }: WithdrawDeskProps) {
  return (
    <main id="main" className="office-main">
      <PageHead title={`撤下“${document.title}”？`} note={`第${edition.number}版`} />
      <div className="max-w-[40rem]">
        {why === null ? (
          <Panel id="withdraw" title="撤下公开的内容">
            <DecisionForm
              action={action}
              className="grid gap-4 p-4"
              labels={{ note: '撤下原因' }}
              hidden={{ id: document.id, version: document.version, sha256: edition.sha256 }}
            >
              <p>
                撤下后，网上原来的地方显示撤下时间和原因，内容不再公开。办理记录会保留。改正以后要重新公开的，由起草人开始更正。
              </p>
              <WordsField name="note" label="撤下原因（对外公布）" rows={3} />
              {needsPassword && <PasswordField />}
              <p className="flex flex-wrap justify-end gap-3">
                <a className="button" href={back}>
                  不撤下
                </a>
                <Submit value="withdraw" working="正在撤下…" className="button primary">
                  撤下
                </Submit>
              </p>
            </DecisionForm>
          </Panel>
        ) : (
          <Notice title="不能撤下">
            <p>{why}</p>
          </Notice>
        )}
      </div>
    </main>
  );
}
