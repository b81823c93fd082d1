import type { Day } from '@/lib/domain/calendar/day';
import type { RequestEvent } from '@/lib/domain/requests/events';
import type { LedgerDay } from '@/lib/domain/requests/ledger';
import { type Stretch, stretchesOf } from '@/lib/domain/requests/ledger-views';
import { articleShort } from '@/lib/text/request-articles';
import { stretchDays, stretchWords, weekdayShort } from '@/lib/text/request-clock';
import { ledgerSentence } from '@/lib/text/request-ledger';

type LedgerTableProps = { ledger: readonly LedgerDay[]; events: readonly RequestEvent[]; today: Day };

/** How the last day came about, by stretches of days that count, or do not, for one reason. */
export function LedgerTable({ ledger, events, today }: LedgerTableProps) {
  const year = today.slice(0, 4);
  return (
    <table className="office-grid clock-ledger">
      <caption className="sr-only">从申请到达到期限最后一天，逐段计算</caption>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">情况</th>
          <th scope="col" className="whitespace-nowrap text-right">
            计入
          </th>
          <th scope="col" className="whitespace-nowrap text-right">
            累计
          </th>
        </tr>
      </thead>
      <tbody>
        {stretchesOf(ledger).map((stretch) => (
          <Row key={stretch.first.day} stretch={stretch} events={events} today={today} year={year} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { stretch: Stretch; events: readonly RequestEvent[]; today: Day; year: string };

function Row({ stretch, events, today, year }: RowProps) {
  const { what, happened, why } = stretchWords(stretch, events, today);
  return (
    <tr className={lookOf(stretch, today)}>
      <th scope="row">{stretchDays(stretch, year)}</th>
      <td>
        {what}
        {happened.length > 0 && <b>。{happened.join('；')}</b>}
        {why && <span className="block font-normal text-ink-2 text-note">{why}</span>}
      </td>
      <td className="figure" data-label={stretch.counted > 0 ? '计入' : undefined}>
        {stretch.counted > 0 ? stretch.counted : '不计'}
      </td>
      <td className="figure" data-label={stretch.total === null ? undefined : '累计'}>
        {stretch.total}
      </td>
    </tr>
  );
}

const pauses = ['third_party', 'other_body', 'fee', 'waiting_correction', 'waiting_fee'];

function lookOf({ first, days, counted }: Stretch, today: Day) {
  const last = days.at(-1) ?? first;
  return [
    pauses.includes(first.reason) && 'paused',
    counted === 0 && !pauses.includes(first.reason) && 'idle',
    first.day <= today && today <= last.day && 'now',
    first.day > today && 'later',
    last.last && 'end',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Every calendar day with its reason and article, folded. */
export function LedgerDays({ ledger }: { ledger: readonly LedgerDay[] }) {
  return (
    <details className="border-line border-t">
      <summary className="cursor-pointer px-4 py-2.5 text-blue">逐日明细（{ledger.length}天，附依据）</summary>
      <LedgerTableOfDays ledger={ledger} />
    </details>
  );
}

/** The same, unfolded. */
export function LedgerTableOfDays({ ledger }: { ledger: readonly LedgerDay[] }) {
  return (
    <table className="office-grid clock-ledger text-note">
      <caption className="sr-only">逐日明细</caption>
      <thead>
        <tr>
          {['日期', '计不计入，为什么', '第几个', '依据'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ledger.map((day) => (
          <tr key={day.day} className={day.counts ? undefined : 'idle'}>
            <th scope="row">
              {day.day} {weekdayShort(day.day)}
            </th>
            <td>{ledgerSentence(day)}</td>
            <td className="figure" data-label={day.number === null ? undefined : '第'}>
              {day.number}
            </td>
            <td className="text-ink-2">{articleShort(day.article)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
