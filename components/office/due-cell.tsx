import type { ReactNode } from 'react';
import { dayNear } from '@/lib/text/days';
import { type Due, dueWords } from '@/lib/text/office';

const colours = { ample: '', soon: 'text-amber', now: 'text-red' } as const;

/** A deadline: the working days first, then the day and whatever belongs beside it. */
export function DueCell({ due, today, children }: { due: Due; today: string; children?: ReactNode }) {
  const { words, weight, overdue } = dueWords(due);
  return (
    <span>
      <b className={`block whitespace-nowrap font-strong ${colours[weight]}`}>
        {overdue && (
          <span className="mr-1 rounded-paper border border-red bg-red px-1.5 font-normal text-note text-paper">
            逾期
          </span>
        )}
        {words}
      </b>
      <span className="text-ink-2 text-note">
        {dayNear(due.day, today)}
        {children && <>　{children}</>}
      </span>
    </span>
  );
}
