import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { withdrawAction } from '@/app/admin/reports/[id]/withdraw/actions';
import { PasswordField, Submit, WordsField } from '@/components/office/decision-fields';
import { DecisionForm } from '@/components/office/decision-form';
import { PageHead, Panel } from '@/components/office/panel';
import { Notice } from '@/components/ui/notice';
import { now } from '@/lib/server/clock';
import { isConfirmed } from '@/lib/server/confirm-password';
import { requireActor } from '@/lib/server/session';
import { historyOf } from '@/lib/server/trail';
import { denialSentence } from '@/lib/text/issues';
import { statusNames } from '@/lib/text/statuses';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '撤下' };

/** Taking a publication back: the public reason stays in its place for good. */
export default async function WithdrawPage({ params }: Props) {
  const actor = await requireActor();
  const history = await historyOf((await params).id, actor);
  if (!history) notFound();
  const { document, publications, open, may } = history;
  const why = may.withdraw
    ? denialSentence(may.withdraw)
    : `现在是“${statusNames[document.status]}”，没有可以撤下的内容。`;
  return (
    <main id="main" className="office-main">
      <PageHead title={`撤下“${document.title}”？`} note={`第${publications.at(-1)?.number ?? 0}版`} />
      <div className="max-w-[40rem]">
        {open.includes('withdraw') ? (
          <Panel id="withdraw" title="撤下公开的内容">
            <DecisionForm
              action={withdrawAction}
              className="grid gap-4 p-4"
              labels={{ note: '撤下原因' }}
              hidden={{ id: document.id, version: document.version, sha256: publications.at(-1)?.sha256 ?? '' }}
            >
              <p>
                撤下后，网上原来的地方显示撤下时间和原因，内容不再公开。办理记录会保留。改正以后要重新公开的，由起草人开始更正。
              </p>
              <WordsField name="note" label="撤下原因（对外公布）" rows={3} />
              {!isConfirmed(actor, now()) && <PasswordField />}
              <p className="flex flex-wrap justify-end gap-3">
                <a className="button" href={`/admin/reports/${document.id}`}>
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
