'use client';

import type { MouseEvent } from 'react';
import { AnswerField } from '@/components/editor/answer-field';
import { type Answer, DecisionForm } from '@/components/office/decision-form';
import { Send } from '@/components/office/typed-fields';
import { Notice } from '@/components/ui/notice';
import { remarksWords } from '@/lib/text/editor';

/** One remark on the desk: what a leader wants changed, where, and what was answered. */
export type RemarkToAnswer = {
  id: string;
  /** 表三，自然人，本年新收; 全文 */
  place: string;
  words: string;
  answer: string;
  /** The link to the place: its element, its words, and what a press does beyond following it. */
  link: { target: string; words: string; go?: (event: MouseEvent) => void } | null;
};

type RemarkAnswersProps = {
  document: string;
  returned: { by: string; day: string; words: string } | null;
  remarks: readonly RemarkToAnswer[];
  answer: (before: Answer, form: FormData) => Promise<Answer>;
};

/** What the leader who returned the draft wants changed; each remark is answered before the next submission. */
export function RemarkAnswers({ document, returned, remarks, answer }: RemarkAnswersProps) {
  if (!returned) return null;
  const open = remarks.filter((remark) => remark.answer === '').length;
  return (
    <div id="remarks">
      <Notice kind={open > 0 ? 'check' : 'plain'} title={remarksWords(returned, remarks.length, open)}>
        {returned.words && <p className="whitespace-pre-line">“{returned.words}”</p>}
        <ol className="ed-remarks">
          {remarks.map((remark, index) => (
            <Remark key={remark.id} number={index + 1} remark={remark} document={document} answer={answer} />
          ))}
        </ol>
      </Notice>
    </div>
  );
}

type RemarkProps = { number: number; remark: RemarkToAnswer } & Pick<RemarkAnswersProps, 'document' | 'answer'>;

function Remark({ number, remark: { id, place, words, answer: said, link }, document, answer }: RemarkProps) {
  return (
    <li id={`remark-${id}`}>
      <p>
        第{number}条（{place}）：“{words}”　
        {link && (
          <a href={`#${link.target}`} onClick={link.go}>
            {link.words}
          </a>
        )}
      </p>
      {said && <p>答复：{said}</p>}
      <details>
        <summary>{said ? '修改答复' : '答复'}</summary>
        <DecisionForm
          action={answer}
          hidden={{ id: document, remarkId: id }}
          labels={{ answer: '答复' }}
          title="没有记下"
        >
          <AnswerField id={id} initial={said} number={number} />
          <Send small primary working="正在记下…">
            记下答复
          </Send>
        </DecisionForm>
      </details>
    </li>
  );
}
