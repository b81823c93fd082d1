import { badInput } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import {
  applicantFieldNames,
  contradictionsIn,
  type RequestForm,
  requestFields,
} from '@/lib/domain/requests/request-form';

/**
 * What was typed of a request and can be set right in its place. Channel and days are events: a wrong one is reversed and
 * entered anew.
 */
export const changeableFields = requestFields.pick({
  ...{ applicantKind: true, name: true, identityKind: true, identityNumber: true, legalRepresentative: true },
  ...{ contactPerson: true, agent: true, telephone: true, address: true, postcode: true, email: true, fax: true },
  ...{ asked: true, form: true, delivery: true, place: true },
});
export type Changeable = Pick<RequestForm, ChangeableField>;
export type ChangeableField = keyof typeof changeableFields.shape;
export const changeableFieldNames = Object.keys(changeableFields.shape) as readonly ChangeableField[]; // the keys of the shape

/** Shown with stars: their form is empty, and what stays empty stays as it is. */
const hidden: readonly ChangeableField[] = [...applicantFieldNames.filter((name) => name !== 'identityKind'), 'name'];
export const isHidden = (field: ChangeableField) => hidden.includes(field);

/** What takes a hidden value away. */
export const none = '无';

export type TypedChange = Partial<Record<ChangeableField, string>>;

/**
 * A request after what was typed, with the names of the fields that differ; or what is wrong with it. What had been missing
 * before, in a register taken over, may stay missing: only what the change itself brings is at fault.
 */
export function changedRequest(
  before: Changeable,
  typed: TypedChange,
): { after: Changeable; fields: ChangeableField[] } | Issue[] {
  const wanted = Object.fromEntries(changeableFieldNames.map((name) => [name, wantedOf(name, before, typed)]));
  const parsed = changeableFields.safeParse(wanted);
  if (!parsed.success) return badInput(parsed.error);
  const after = parsed.data;
  const old = contradictionsOf(before);
  const faults = contradictionsOf(after).filter((fault) => !old.some((each) => String(each) === String(fault)));
  if (faults.length > 0) return faults.map(([field, problem]) => ({ code: 'bad_input', field, problem }));
  return { after, fields: changeableFieldNames.filter((name) => after[name] !== before[name]) };
}

function wantedOf(name: ChangeableField, before: Changeable, typed: TypedChange): string {
  const text = typed[name];
  if (text === undefined) return before[name];
  if (!isHidden(name)) return text;
  const said = text.trim();
  if (said === '') return before[name];
  return said === none ? '' : said;
}

const contradictionsOf = (form: Changeable) => contradictionsIn({ ...form, channel: '', oralConfirmed: true });

/** Whether words that the trail will keep tell who asked. */
export function tellsWho(words: string, names: readonly string[]): boolean {
  return findPersonalData(words).length > 0 || names.some((name) => name.length > 1 && words.includes(name));
}
