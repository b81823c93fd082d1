'use client';

import { useDesk } from '@/components/editor/desk/context';
import { Notice } from '@/components/ui/notice';
import type { Moved } from '@/lib/domain/report/live-numbers';
import { begunWords, movedByWeight, movedWords } from '@/lib/text/registers';

// More would push the draft off the screen.
const atOnce = 6;

/** Figures that followed their registers since somebody last worked on the draft. */
export function MovedNumbers({ moved }: { moved: readonly Moved[] }) {
  const { format, nodeLabels } = useDesk();
  if (moved.length === 0) return null;
  const { told, begun } = movedByWeight(moved);
  const lines = (some: readonly Moved[]) => (
    <ul>
      {some.map((each) => (
        <li key={each.source}>{movedWords(format, each, nodeLabels)}</li>
      ))}
    </ul>
  );
  return (
    <section aria-label="登记簿的变动">
      <Notice kind="check" title="登记簿有变动，表格和正文里引用的数已经跟着变">
        {told.length > 0 && lines(told.slice(0, atOnce))}
        {told.length > atOnce && (
          <details>
            <summary className="w-fit cursor-pointer text-blue">还有{told.length - atOnce}处</summary>
            {lines(told.slice(atOnce))}
          </details>
        )}
        {begun > 0 && <p>{begunWords(begun)}。</p>}
      </Notice>
    </section>
  );
}
