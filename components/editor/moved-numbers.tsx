'use client';

import { useDesk } from '@/components/editor/desk/context';
import { Notice } from '@/components/ui/notice';
import type { Moved } from '@/lib/domain/report/live-numbers';
import { movedWords } from '@/lib/text/registers';

/** Figures that followed their registers since somebody last worked on the draft. */
export function MovedNumbers({ moved }: { moved: readonly Moved[] }) {
  const { format, nodeLabels } = useDesk();
  if (moved.length === 0) return null;
  return (
    <section aria-label="登记簿的变动">
      <Notice kind="check" title="登记簿有变动，表格和正文里引用的数已经跟着变">
        <ul>
          {moved.map((each) => (
            <li key={each.source}>{movedWords(format, each, nodeLabels)}</li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
