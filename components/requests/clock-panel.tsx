import type { ReactNode } from 'react';
import { Panel } from '@/components/office/panel';
import type { Day } from '@/lib/domain/calendar/day';
import type { Clock, Step } from '@/lib/domain/requests/clock';
import type { StripMark } from '@/lib/domain/requests/ledger-views';
import { dayInYear } from '@/lib/text/days';
import { clockFacts, gapWords, stripLabel } from '@/lib/text/request-clock';

type ClockPanelProps = {
  clock: Clock;
  reply: Step | null;
  marks: readonly StripMark[];
  today: Day;
  children?: ReactNode;
};

/** The last day, where today stands against it, and each working day of the period as one mark. */
export function ClockPanel({ clock, reply, marks, today, children }: ClockPanelProps) {
  const extended = marks.filter((mark) => mark.kind === 'day' && mark.extension).length;
  const weight = { ample: '', soon: 'near', today: 'due', overdue: 'due' }[reply?.standing?.state ?? 'ample'];
  return (
    <Panel id="when" title="答复期限">
      <div className="grid gap-4 p-4">
        <dl className="clock-facts">
          {clockFacts(clock, reply, today, extended).map(({ term, value, note, urgent }) => (
            <div key={term} className={urgent ? weight : undefined}>
              <dt>{term}</dt>
              <dd>
                {value}
                {note && <small>{note}</small>}
              </dd>
            </div>
          ))}
        </dl>
        {marks.length > 0 && (
          <ol className="day-strip" aria-label={stripLabel(marks)}>
            {marks.map((mark) =>
              mark.kind === 'day' ? (
                <li
                  key={mark.day}
                  title={dayInYear(mark.day)}
                  className={[mark.done && 'done', mark.extension && 'ext'].filter(Boolean).join(' ') || undefined}
                >
                  {mark.number}
                </li>
              ) : (
                <li key={`${mark.kind}-${mark.day}`} className="gap">
                  {gapWords(mark)}
                </li>
              ),
            )}
          </ol>
        )}
        {children}
      </div>
    </Panel>
  );
}
