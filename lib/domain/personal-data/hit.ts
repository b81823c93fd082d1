export const personalDataTypes = [
  'identity_number',
  'mobile',
  'landline',
  'bank_card',
  'email',
  'plate',
  'name',
] as const;
export type PersonalDataType = (typeof personalDataTypes)[number];

/** By what a hit was known. `lib/text/personal-data.ts` says it in Chinese. */
export type Why =
  | 'check_digit' // 18 digits by GB 11643: region, day of birth, check digit
  | 'region_and_day' // 15 digits: region and day of birth
  | 'mobile_prefix'
  | 'area_code'
  | 'after_telephone' // seven or eight digits after 电话
  | 'luhn_and_prefix'
  | 'email_form'
  | 'plate_form'
  | 'names_with_amounts';

/** What looks like personal data. `start` and `end` count UTF-16 characters; names of one list share its number. */
export type Hit = { type: PersonalDataType; text: string; start: number; end: number; why: Why; list?: number };

/** The words around a hit, cut to `reach` characters on each side; what is cut off is marked by an ellipsis. */
export function surroundings(text: string, { start, end }: { start: number; end: number }, reach = 24) {
  const from = safeCut(text, Math.max(0, start - reach));
  const to = safeCut(text, Math.min(text.length, end + reach));
  return {
    before: (from > 0 ? '…' : '') + oneLine(text.slice(from, start)),
    hit: text.slice(start, end),
    after: oneLine(text.slice(end, to)) + (to < text.length ? '…' : ''),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

// Never between the halves of a surrogate pair.
const safeCut = (text: string, at: number) =>
  at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
