import { z } from 'zod';
import { isDay } from '@/lib/domain/calendar/day';
import { statuses } from '@/lib/domain/workflow/moves';

/** Where an item stands to its last day: not public after it, on it, within five working days; or made public after it. */
export const dueKinds = ['overdue', 'today', 'soon', 'late'] as const;
export type DueKind = (typeof dueKinds)[number];

/** Restrictions that are to be looked at again (Article 18): by today, or within thirty days. */
export const reassessKinds = ['due', 'soon'] as const;
export type ReassessKind = (typeof reassessKinds)[number];

/** What a report counts: public items of a year, and normative documents by their year or at its end. */
export const countedKinds = ['items', 'made', 'published', 'public', 'repealed', 'in_force'] as const;
export type CountedKind = (typeof countedKinds)[number];

export const sorts = ['newest', 'due', 'formed', 'published'] as const;
export type Sort = (typeof sorts)[number];

// What an address holds may have been typed by anybody: what means nothing counts as not said.
const chosen = <Value extends z.ZodType>(value: Value) => value.nullable().catch(null).default(null);
const year = z
  .string()
  .regex(/^(19|20)\d\d$/)
  .transform(Number);

/** A node by its id, or by its code as sources of a report name it. */
const node = z.union([
  z.uuid(),
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
]);

/** The last row that was shown: the value that it is sorted by, empty where it has none, and its id. */
export const place = z.string().transform((text, context) => {
  const [, day = '', id = ''] = /^(.*)_([0-9a-f-]{36})$/.exec(text) ?? [];
  if ((day === '' || isDay(day)) && z.uuid().safeParse(id).success) return { day: day === '' ? null : day, id };
  context.addIssue('no place');
  return z.NEVER;
});
export type Place = z.infer<typeof place>;
/**
 * Where the pages beside one of a register begin; null where there is none. `more`: whether rows follow in the direction
 * that was read, which is backwards where the filter begins before a place.
 */
export function pagesBeside<Row>(
  { rows, more }: { rows: readonly Row[]; more: boolean },
  { before, after }: { before: Place | null; after: Place | null },
  placeOf: (row: Row) => Place,
): { before: Place | null; after: Place | null } {
  const back = before !== null;
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    before: first !== undefined && (back ? more : after !== null) ? placeOf(first) : null,
    after: last !== undefined && (back || more) ? placeOf(last) : null,
  };
}

export const placeText = ({ day, id }: Place) => `${day ?? ''}_${id}`;

/** What the register shows, in which order, from which row on; the keys are those of its address. */
export const registerFilter = z.object({
  status: chosen(z.enum(statuses)),
  node: chosen(node),
  class: chosen(node),
  field: chosen(z.uuid()),
  person: chosen(z.uuid()),
  /** Year of formation. */
  year: chosen(year),
  /** Year of the first publication. */
  published: chosen(year),
  due: chosen(z.enum(dueKinds)),
  reassess: chosen(z.enum(reassessKinds)),
  batch: chosen(z.uuid()),
  /** What the report of the year `report` counts; of the running year where none is said. */
  counted: chosen(z.enum(countedKinds)),
  report: chosen(year),
  sort: z.enum(sorts).catch('newest').default('newest'),
  after: chosen(place),
  before: chosen(place),
});
export type RegisterFilter = z.infer<typeof registerFilter>;

/** The search part of an address with what is chosen in it, and nothing else. */
export const searchOf = (filter: Partial<RegisterFilter>): string => searchText(filter);

/** The same for a register of another kind, whose newest also stand first unless said otherwise. */
export function searchText(filter: Record<string, string | number | Place | null | undefined>): string {
  const said = Object.entries(filter).flatMap(([key, value]): [string, string][] => {
    if (value === null || value === undefined || (key === 'sort' && value === 'newest')) return [];
    return [[key, typeof value === 'object' ? placeText(value) : String(value)]];
  });
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}
