'use client';

import type { ReactNode } from 'react';
import { useSaveFirst } from '@/components/editor/desk/use-save-first';
import { type Answer, DecisionForm } from '@/components/office/decision-form';
import { Send } from '@/components/office/typed-fields';
import { Notice } from '@/components/ui/notice';
import type { obstacleWords } from '@/lib/text/editor';

type HandInProps = {
  document: { id: string };
  /** What still stands in the way, each with the place to put it right. */
  obstacles: ReturnType<typeof obstacleWords>;
  /** Why the person may not submit, as a sentence. */
  maySubmit: string | null;
  labels: Record<string, string>;
  action: (before: Answer, form: FormData) => Promise<Answer>;
  /** What is asked before the form: the day of publication. */
  before: ReactNode;
  /** The secrecy review. */
  children: ReactNode;
};

/** Handing a draft to the leaders: what still stands in the way, the day, the secrecy review. */
export function HandIn({ document, obstacles, maySubmit, labels, action, before, children }: HandInProps) {
  const { saveFirst, unsaved, version } = useSaveFirst();
  const cannot = maySubmit ?? (obstacles.length > 0 ? '先处理上面列出的各项。' : null);

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
      {before}
      {unsaved && <Notice kind="stop" live title="还有内容没有保存到服务器，现在不能送审。保存好以后再送。" />}
      <div onSubmitCapture={saveFirst}>
        <DecisionForm
          action={action}
          hidden={{ id: document.id, version }}
          labels={labels}
          title="没有送审"
          className="space-y-4"
        >
          {children}
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
