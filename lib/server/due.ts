import 'server-only';
import { calendar } from '@/lib/domain/calendar/calendar';
import { organisationSettings, reportDeadlineOf } from '@/lib/domain/organisation';
import { standing } from '@/lib/domain/report/deadline';
import { today } from '@/lib/server/clock';

export type Due = {
  /** The day set by the county. */
  official: string;
  /** The office's own day, or the last working day up to the official one: what it aims for. */
  day: string;
  /** Working days from today to that day; negative once it has passed. */
  left: number;
  provisional: boolean;
};

/** When the report of a year is due, seen from today. */
export function dueOf(year: number, settings: unknown): Due {
  const { day, aim, provisional } = reportDeadlineOf(year, organisationSettings.parse(settings));
  const seen = standing(today(), aim, calendar);
  const left = seen.state === 'overdue' ? -seen.workingDays : seen.workingDays;
  return { official: day, day: aim, left, provisional: provisional || seen.provisional };
}
