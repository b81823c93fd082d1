'use client';

import { WordsField } from '@/components/office/decision-fields';
import { type Answer, DecisionForm } from '@/components/office/decision-form';
import { Panel } from '@/components/office/panel';
import { Send } from '@/components/office/typed-fields';

type RemarkAnswersProps = {
  letter: string;
  remarks: readonly { id: string; place: string; words: string; answer: string }[];
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

/** The remarks with which a letter was returned, each to be answered before it goes on. */
export function RemarkAnswers({ letter, remarks, action }: RemarkAnswersProps) {
  return (
    <Panel id="remarks" title={`退回意见（${remarks.length}条）`}>
      <ol className="grid gap-4 p-4">
        {remarks.map(({ id, place, words, answer }) => (
          <li key={id}>
            <p>
              <b className="font-strong">{place}</b>：{words}
            </p>
            <DecisionForm
              action={action}
              hidden={{ remarkId: id, id: letter }}
              labels={{ answer: '答复' }}
              className="grid gap-2"
            >
              <WordsField name="answer" label={`对“${place}”意见的答复`} initial={answer} />
              <p>
                <Send small working="正在保存…">
                  {answer === '' ? '答复' : '改答复'}
                </Send>
              </p>
            </DecisionForm>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
