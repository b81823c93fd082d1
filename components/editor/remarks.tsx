'use client';

import type { MouseEvent } from 'react';
import { AnswerField } from '@/components/editor/answer-field';
import { useDesk } from '@/components/editor/desk/context';
import { focusCell } from '@/components/editor/grid/use-grid-keys';
import type { EditorActions, RemarkOnDesk } from '@/components/editor/types';
import { DecisionForm } from '@/components/office/decision-form';
import { Send } from '@/components/office/typed-fields';
import { Notice } from '@/components/ui/notice';
import { placeElementId } from '@/lib/domain/report/addresses';
import { remarkPlace, remarksWords } from '@/lib/text/editor';

type RemarksProps = {
  document: string;
  returned: { by: string; day: string; words: string } | null;
  remarks: readonly RemarkOnDesk[];
  answer: EditorActions['answer'];
};

/** What the leader who returned the draft wants changed; each remark is answered before the next submission. */
export function Remarks({ document, returned, remarks, answer }: RemarksProps) {
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

type RemarkProps = { number: number; remark: RemarkOnDesk; document: string; answer: EditorActions['answer'] };

function Remark({ number, remark, document, answer }: RemarkProps) {
  const { format } = useDesk();
  const { id, place, words } = remark;
  const target = placeElementId(format, place);
  return (
    <li id={`remark-${id}`}>
      <p>
        第{number}条（{remarkPlace(format, place)}）：“{words}”　
        {target && (
          <a href={`#${target}`} onClick={(event) => toCell(event, place)}>
            {isCell(place) ? '转到该格' : '转到该段'}
          </a>
        )}
      </p>
      {remark.answer && <p>答复：{remark.answer}</p>}
      <details>
        <summary>{remark.answer ? '修改答复' : '答复'}</summary>
        <DecisionForm
          action={answer}
          hidden={{ id: document, remarkId: id }}
          labels={{ answer: '答复' }}
          title="没有记下"
        >
          <AnswerField id={id} initial={remark.answer} number={number} />
          <Send small primary working="正在记下…">
            记下答复
          </Send>
        </DecisionForm>
      </details>
    </li>
  );
}

const isCell = (place: string) => place.includes('/');

function toCell(event: MouseEvent, place: string) {
  if (!isCell(place)) return;
  event.preventDefault();
  focusCell(place);
}
