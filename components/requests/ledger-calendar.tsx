import type { Day } from '@/lib/domain/calendar/day';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { LedgerDay, LedgerReason } from '@/lib/domain/requests/ledger';
import { type CalendarDay, weeksOf } from '@/lib/domain/requests/ledger-views';
import { calendarCaption, calendarDate, calendarMarks, calendarNote } from '@/lib/text/request-clock';

type LedgerCalendarProps = { ledger: readonly LedgerDay[]; events: readonly RequestEvent[]; today: Day };

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

/** The ledger as weeks: what each day is, what happened on it, and which working day it is. */
export function LedgerCalendar({ ledger, events, today }: LedgerCalendarProps) {
  return (
    <div className="grid gap-3 p-4">
      <table className="clock-calendar">
        <caption className="sr-only">{calendarCaption(ledger)}</caption>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                <span className="sr-only">星期</span>
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(ledger).map((week, at) => (
            <tr key={week[0]?.day}>
              {week.map((each, n) => (
                <Cell key={each.day} each={each} first={at === 0 && n === 0} events={events} today={today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="clock-legend">
        <span>
          <i className="rest" />
          不计
        </span>
        <span>
          <i className="stop" />
          停止计算
        </span>
        <span>
          <i className="ext" />
          延长的
        </span>
        {ledger.some(({ provisional }) => provisional) && (
          <span>
            <i className="unsure" />
            放假安排尚未公布
          </span>
        )}
        <span>班：调休上班</span>
        <span>休：放假</span>
      </p>
      <p className="text-ink-2 text-note">{calendarNote(ledger)}</p>
    </div>
  );
}

type CellProps = { each: CalendarDay; first: boolean; events: readonly RequestEvent[]; today: Day };

function Cell({ each: { day, ledger }, first, events, today }: CellProps) {
  const newMonth = first || day.endsWith('-01');
  const marks = calendarMarks({ day, ledger }, events, today);
  return (
    <td className={lookOf(day, ledger, today)}>
      <time className={newMonth ? 'date month' : 'date'} dateTime={day}>
        {calendarDate(day, newMonth)}
      </time>
      {ledger?.kind === 'make_up' && (
        <abbr className="arranged worked" title="调休上班">
          班
        </abbr>
      )}
      {ledger?.kind === 'holiday' && (
        <abbr className="arranged" title={`${ledger.arranged?.holiday ?? '节日'}放假`}>
          休
        </abbr>
      )}
      {marks.map((mark) => (
        <span key={mark} className="happened">
          {mark}
        </span>
      ))}
      {ledger && ledger.number !== null && <span className="number">{ledger.number}</span>}
    </td>
  );
}

const pauses: readonly LedgerReason[] = ['third_party', 'other_body', 'fee', 'waiting_correction', 'waiting_fee'];
const beginnings: readonly LedgerReason[] = ['received', 'corrected', 'fee_paid', 'reopened'];

function lookOf(day: Day, ledger: LedgerDay | null, today: Day): string {
  if (!ledger) return 'out';
  return [
    pauses.includes(ledger.reason) && 'stop',
    !ledger.counts && !pauses.includes(ledger.reason) && !beginnings.includes(ledger.reason) && 'rest',
    ledger.extension && 'ext',
    ledger.superseded && 'superseded',
    ledger.provisional && 'unsure',
    day === today && 'today',
    ledger.last && 'end',
  ]
    .filter(Boolean)
    .join(' ');
}
