import { z } from 'zod';
import { place, searchText } from '@/lib/domain/items/register-filter';
import { channels } from '@/lib/domain/requests/events';
import { resultRows } from '@/lib/domain/requests/results';
import { applicantKinds } from '@/lib/domain/requests/statistics';

/** Where a request stands to the next last day of the office: after it, on it, within five working days. */
export const requestDueKinds = ['overdue', 'today', 'soon'] as const;
export type RequestDueKind = (typeof requestDueKinds)[number];

export const requestStages = ['registered', 'open', 'closed', 'archived', 'none'] as const;
export const requestSorts = ['newest', 'due', 'arrived', 'ended'] as const;
export type RequestSort = (typeof requestSorts)[number];

// What an address holds may have been typed by anybody: what means nothing counts as not said.
const chosen = <Value extends z.ZodType>(value: Value) => value.nullable().catch(null).default(null);
const year = z
  .string()
  .regex(/^(19|20)\d\d$/)
  .transform(Number);

/** What the register of requests shows, in which order, from which row on; the keys are those of its address. */
export const requestFilter = z.object({
  /** Year of arrival, which is that of the number. */
  year: chosen(year),
  stage: chosen(z.enum(requestStages)),
  applicant: chosen(z.enum(applicantKinds)),
  channel: chosen(z.enum(channels)),
  handler: chosen(z.uuid()),
  due: chosen(z.enum(requestDueKinds)),
  result: chosen(z.enum(resultRows)),
  /** What a cell of the report of the year `report` counts: requests/<row>/<column> or cases/<column>. */
  counted: chosen(z.string().regex(/^(?:requests\/[a-z_]{1,40}\/[a-z_]{1,40}|cases\/[a-z_]{1,60})$/)),
  report: chosen(year),
  sort: z.enum(requestSorts).catch('newest').default('newest'),
  after: chosen(place),
  before: chosen(place),
});
export type RequestFilter = z.infer<typeof requestFilter>;

/** The search part of an address with what is chosen in it, and nothing else. */
export const requestSearchOf = (filter: Partial<RequestFilter>): string => searchText(filter);
