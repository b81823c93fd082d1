import type { ComponentProps } from 'react';
import { Submit, WordsField } from '@/components/office/decision-fields';
import { DecisionForm } from '@/components/office/decision-form';
import { PageHead, Panel } from '@/components/office/panel';
import { Notice } from '@/components/ui/notice';

export type DeskOfMove = {
  document: { id: string; title: string; version: number };
  /** The document's own page in the office. */
  back: string;
  /** Why the move is not open; null where it is. */
  why: string | null;
  action: ComponentProps<typeof DecisionForm>['action'];
};

/** A correction is a new revision that goes the whole way again, with a note that citizens read. */
export function CorrectDesk({ document, back, why, action }: DeskOfMove) {
  return (
    <main id="main" className="office-main">
      <PageHead title={`更正“${document.title}”`} />
      <div className="max-w-[40rem]">
        {why === null ? (
          <Panel id="correct" title="开始更正">
            <DecisionForm
              action={action}
              className="grid gap-4 p-4"
              labels={{ note: '更正说明' }}
              hidden={{ id: document.id, version: document.version }}
            >
              <p>
                更正要重新送审、审批、签发。签发以前，已经公开的内容不变；签发以后，新的一版代替它，原来的一版仍可查阅。
              </p>
              <WordsField
                name="note"
                label="更正说明（对外公布）"
                hint="写明改正什么、为什么。起草时还可以修改。"
                rows={3}
              />
              <p className="flex flex-wrap justify-end gap-3">
                <a className="button" href={back}>
                  不更正
                </a>
                <Submit value="correct" working="正在办理…" className="button primary">
                  开始更正
                </Submit>
              </p>
            </DecisionForm>
          </Panel>
        ) : (
          <Notice title="不能更正">
            <p>{why}</p>
          </Notice>
        )}
      </div>
    </main>
  );
}
