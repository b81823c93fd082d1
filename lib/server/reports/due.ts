import 'server-only';
import type { Day } from '@/lib/domain/calendar/day';
import { organisationSettings, reportDeadlineOf } from '@/lib/domain/organisation';
import { standing } from '@/lib/domain/report/deadline';
import { today } from '@/lib/server/clock';
import { dayOfDate } from '@/lib/server/items/item-columns';
import { calendarInForce } from '@/lib/server/organisation/calendar';

export type Due = {
  /** The day set by law or by the county. */
  official: string;
  /** The office's own day, or the last working day up to the official one: what it aims for. */
  day: string;
  /** Working days from today to that day; negative once it has passed. */
  left: number;
  provisional: boolean;
};

/** When the report of a year is due, seen from today. */
export function dueOf(year: number, settings: unknown): Due {
  const { day, aim, provisional } = reportDeadlineOf(year, organisationSettings.parse(settings), calendarInForce());
  return seenToday()(day, aim, provisional);
}

type DueColumns = { dueOn: Date | null; dueProvisional: boolean };

/** When an item must be public at the latest (Article 26); null while its day of formation is not known. */
export const dueOfItem = (row: DueColumns): Due | null => dueOfRows()(row);

/** The same for each row of a list: calendar and day are looked up once for all of them. */
export function dueOfRows(): (row: DueColumns) => Due | null {
  const seen = seenToday();
  return ({ dueOn, dueProvisional }) => {
    const day = dayOfDate(dueOn);
    return day && seen(day, day, dueProvisional);
  };
}

function seenToday() {
  const [now, calendar] = [today(), calendarInForce()];
  return (official: Day, day: Day, provisional: boolean): Due => {
    const seen = standing(now, day, calendar);
    const left = seen.state === 'overdue' ? -seen.workingDays : seen.workingDays;
    return { official, day, left, provisional: provisional || seen.provisional };
  };
}
