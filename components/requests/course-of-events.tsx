import type { ReactNode } from 'react';
import { Tag } from '@/components/ui/tag';
import type { Day } from '@/lib/domain/calendar/day';
import type { ClockRemark } from '@/lib/domain/requests/clock';
import type { RequestEvent } from '@/lib/domain/requests/events';
import { dayInProse, momentInList } from '@/lib/text/days';
import { eventFacts, eventTitle } from '@/lib/text/request-events';
import { remarkSentence } from '@/lib/text/request-ledger';
import { reversalWords } from '@/lib/text/request-pages';

/** One entry with who made it and when, and the letter it rests on. */
type EntryView = {
  event: RequestEvent;
  by: string;
  at: Date;
  letter: { id: string; title: string } | null;
  restates: string;
};

type CourseProps = {
  entries: readonly EntryView[];
  remarks: readonly ClockRemark[];
  /** What may be done to an entry that stands. */
  act?: (event: RequestEvent) => ReactNode;
  today: Day;
};

/** Everything that was entered, in the order of the days; what was set right stays, struck through. */
export function CourseOfEvents({ entries, remarks, act }: CourseProps) {
  const events = entries.map(({ event }) => event);
  const reversals = new Map(
    entries.flatMap((entry) => (entry.event.kind === 'reversed' ? [[entry.event.event, entry] as const] : [])),
  );
  const inOrder = [...entries].sort((one, other) =>
    one.event.on < other.event.on ? -1 : one.event.on > other.event.on ? 1 : 0,
  );
  return (
    <ol className="course">
      {inOrder.map(({ event, by, at, letter, restates }) => {
        const reversal = reversals.get(event.id);
        return (
          <li key={event.id}>
            <time dateTime={event.on} className={reversal ? 'void tabular-nums' : 'tabular-nums'}>
              {dayInProse(event.on)}
            </time>
            <div>
              <p className={reversal ? 'void' : undefined}>
                <b>{eventTitle(event)}</b>
                {eventFacts(event, events) && `　${eventFacts(event, events)}`}
              </p>
              {reversal && (
                <p>
                  <Tag kind="check">已更正</Tag> {reversalWords(reversal)}
                </p>
              )}
              {event.kind === 'reversed' && event.reason && <p>理由：{event.reason}</p>}
              {!reversal &&
                remarks
                  .filter((remark) => remark.event === event.id)
                  .map((remark) => (
                    <p key={remark.code} className="text-amber">
                      请注意：{remarkSentence(remark)}
                    </p>
                  ))}
              {letter && (
                <p>
                  依据<a href={`/admin/letters/${letter.id}`}>{letter.title}</a>
                </p>
              )}
              {restates && <p>更正已公开的数字：{restates}</p>}
              <p className="text-ink-2 text-note">
                {by}，{momentInList(at)}登记
              </p>
            </div>
            <div className="text-right">{!reversal && event.kind !== 'reversed' && act?.(event)}</div>
          </li>
        );
      })}
    </ol>
  );
}
