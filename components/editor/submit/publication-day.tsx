import { DayField } from '@/components/editor/day-field';
import type { Day } from '@/lib/domain/calendar/day';
import { sentence } from '@/lib/text/issues';

type PublicationDayProps = { day: string | null; today: string; onWrite: (day: Day | null) => void };

/** The day on which it is to become public; it is saved with the draft. */
export const PublicationDay = ({ day, today, onWrite }: PublicationDayProps) => (
  <DayField
    name="publishOn"
    label="公开日期"
    hint="不填：签发后立即公开。填写的：签发后到这一天公开。"
    min={today}
    day={day}
    error={day !== null && day < today ? sentence({ code: 'day_passed', field: 'publishOn' }) : undefined}
    onWrite={onWrite}
  />
);
