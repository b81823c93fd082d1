'use client';

import { useItemDesk } from '@/components/items/editor/context';
import { useField } from '@/components/items/editor/inputs';
import type { NodeChoice } from '@/components/items/editor/types';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { dueSteps } from '@/lib/domain/items/due-steps';
import { dueDayWords, dueExplained } from '@/lib/text/item-due';

/** The last day on which it must be public, and how that was counted. */
export function DueLine({ node }: { node: NodeChoice | undefined }) {
  const { calendar } = useItemDesk();
  const [formedOn] = useField('formedOn');
  const [attribute] = useField('attribute');
  if (attribute !== 'proactive' || !node || formedOn === null || !isCounted(formedOn)) return null;
  const steps = dueSteps(formedOn, node.period, calendar);
  return (
    <details className="item-due">
      <summary>
        <b>{dueDayWords(steps)}</b>　怎么算的
      </summary>
      {dueExplained(formedOn, steps).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  );
}

// The line of days that periods are counted on begins here.
const isCounted = (day: string): day is Day => isDay(day) && day >= '2008-01-01' && day < '2099-01-01';
