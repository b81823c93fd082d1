'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { PublicationDay } from '@/components/editor/submit/public-fields';
import { SecrecyFields } from '@/components/editor/submit/secrecy-fields';
import type { EditorProps } from '@/components/editor/types';
import { DecisionForm } from '@/components/office/decision-form';
import { Send } from '@/components/office/typed-fields';
import { Notice } from '@/components/ui/notice';
import { elementId } from '@/lib/domain/report/addresses';
import { obstacleWords } from '@/lib/text/editor';

type SubmitSectionProps = Pick<
  EditorProps,
  'document' | 'person' | 'remarks' | 'isCorrection' | 'maySubmit' | 'actions'
>;

const labels = { result: '审查结论', statement: '逐项确认', by: '审查人', at: '审查日期' };

/** Handing the draft to the leaders: what still stands in the way, the secrecy review, the day. */
export function SubmitSection({ document, person, remarks, isCorrection, maySubmit, actions }: SubmitSectionProps) {
  const { saver, desk, today } = useDesk();
  const version = useDeskState((state) => state.replica.version);
  const obstacles = useObstacles(remarks, isCorrection);
  const cannot = maySubmit ?? (obstacles.length > 0 ? '先处理上面列出的各项。' : null);
  const flushed = useRef(false);
  const [unsaved, setUnsaved] = useState(false);

  // What is not yet at the server goes there first; then the same press goes on.
  function saveFirst(event: FormEvent<HTMLDivElement>) {
    const form = event.target;
    if (flushed.current || !saver || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    void saver.flush().then((saved) => {
      setUnsaved(!saved);
      if (!saved) return;
      flushed.current = true;
      requestAnimationFrame(() => {
        form.requestSubmit();
        flushed.current = false;
      });
    });
  }

  return (
    <section id="submit" aria-labelledby="submit-heading">
      <h2 id="submit-heading">送审</h2>
      {obstacles.length > 0 && (
        <ul className="ed-obstacles" aria-label="还不能送审，因为">
          {obstacles.map(({ target, words }) => (
            <li key={words}>
              <a href={`#${target}`}>{words}</a>
            </li>
          ))}
        </ul>
      )}
      <PublicationDay />
      {unsaved && <Notice kind="stop" live title="还有内容没有保存到服务器，现在不能送审。保存好以后再送。" />}
      <div onSubmitCapture={saveFirst}>
        <DecisionForm
          action={actions.submit}
          hidden={{ id: document.id, version: Math.max(version, desk.get().replica.version) }}
          labels={labels}
          title="没有送审"
          className="space-y-4"
        >
          <SecrecyFields person={person.name} today={today} />
          <p className="flex flex-wrap items-center gap-3">
            <Send primary working="正在送审…" cannot={cannot}>
              送审
            </Send>
          </p>
        </DecisionForm>
      </div>
    </section>
  );
}

function useObstacles(remarks: SubmitSectionProps['remarks'], isCorrection: boolean) {
  const { format } = useDesk();
  const { blocks, warnings } = useUnsettled();
  const doubtful = useDeskState((state) => state.doubtful);
  const holds = useDeskState((state) => Object.keys(state.replica.holds).length);
  const note = useDeskState((state) => state.replica.wanted.draft.correctionNote);
  const [first = ''] = Object.keys(doubtful);
  return obstacleWords({
    blocks: blocks.length,
    warnings: warnings.length,
    doubtful: { count: Object.keys(doubtful).length, target: elementId(format, first) ?? 's2' },
    holds,
    answers: remarks.filter(({ answer }) => answer === '').length,
    note: isCorrection && note.trim() === '',
  });
}
