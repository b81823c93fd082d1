'use client';

import { useHoldCount } from '@/components/editor/desk/common';
import { useSaveFirst } from '@/components/editor/desk/use-save-first';
import { HandIn } from '@/components/editor/submit/hand-in';
import { SecrecyFields } from '@/components/editor/submit/secrecy-fields';
import type { LetterEditorProps } from '@/components/letters/editor/types';
import { Words } from '@/components/letters/fact-fields';
import { KindChoice } from '@/components/letters/kind-choice';
import { Notice } from '@/components/ui/notice';
import type { ReadLetter } from '@/lib/domain/requests/letter-check';
import type { LetterState } from '@/lib/domain/requests/letter-draft';
import { isDisclosing } from '@/lib/domain/requests/letter-rules';
import { obstacleWords } from '@/lib/text/editor';
import { letterPlaceId, letterValueName, restatesHint } from '@/lib/text/letter-form';

const labels = { result: '审查结论', by: '审查人', at: '审查日期' };

type LetterSubmitProps = Omit<LetterEditorProps, 'state'> & {
  state: LetterState;
  reading: Pick<ReadLetter, 'findings' | 'restated'>;
  onWrite: (name: string, to: string) => void;
};

/** Handing the letter to the leaders, and making it another letter as long as it has no number. */
export function LetterSubmit({ state, reading: { findings, restated }, onWrite, ...props }: LetterSubmitProps) {
  const { document, person, remarks, maySubmit, today, actions } = props;
  const obstacles = obstacleWords({
    ...{ blocks: findings.length, warnings: 0, holds: useHoldCount(), note: false },
    doubtful: { count: 0, target: '' },
    answers: remarks.filter(({ answer }) => answer === '').length,
  });
  const { restates } = state.office;
  return (
    <>
      <div className="letter-submit">
        <HandIn
          {...{ document, obstacles, maySubmit, labels }}
          action={actions.submit}
          before={
            (restated.length > 0 || restates !== '') && (
              <Words
                id={letterPlaceId('restates')}
                name="restates"
                label={letterValueName('restates')}
                hint={restatesHint(restated)}
                value={restates}
                onWrite={(to) => onWrite('restates', to)}
                rows={2}
              />
            )
          }
        >
          {isDisclosing(state.draft.kind) ? (
            <SecrecyFields person={person.name} today={today}>
              {null}
            </SecrecyFields>
          ) : (
            <p className="text-ink-2 text-note">这种文书不提供信息，不需要保密审查。</p>
          )}
        </HandIn>
      </div>
      {props.kinds.length > 0 && <OtherKind {...props} />}
    </>
  );
}

function OtherKind({ document, kinds, actions }: Pick<LetterEditorProps, 'document' | 'kinds' | 'actions'>) {
  const { saveFirst, unsaved, version } = useSaveFirst();
  return (
    <details className="rounded-control border border-line bg-paper">
      <summary className="cursor-pointer px-4 py-2.5 font-strong">换成另一种文书</summary>
      {unsaved && <Notice kind="stop" live title="还有内容没有保存到服务器，现在不能换。保存好以后再换。" />}
      <div onSubmitCapture={saveFirst}>
        <KindChoice
          groups={kinds}
          hidden={{ id: document.id, version }}
          verb="换成这一种"
          action={actions.changeKind}
        />
      </div>
    </details>
  );
}
