import { allowedBy } from '@/lib/domain/personal-data/allowed';
import { bankCards } from '@/lib/domain/personal-data/bank-card';
import { type Candidate, digitRuns } from '@/lib/domain/personal-data/digit-runs';
import { emailAddresses } from '@/lib/domain/personal-data/email-address';
import type { Hit, PersonalDataType, Why } from '@/lib/domain/personal-data/hit';
import { identityNumbers } from '@/lib/domain/personal-data/identity-number';
import { landlineNumbers } from '@/lib/domain/personal-data/landline-number';
import { mobileNumbers } from '@/lib/domain/personal-data/mobile-number';
import { namesInRows } from '@/lib/domain/personal-data/name-rows';
import { namesHeadingParts, namesSharingAmount, namesWithAmounts } from '@/lib/domain/personal-data/name-runs';
import { plainCharacters } from '@/lib/domain/personal-data/plain-characters';
import { vehiclePlates } from '@/lib/domain/personal-data/vehicle-plate';

/**
 * What in a text looks like personal data, in the order of the text and without overlaps. Cells of a table row are best
 * parted by tabs. `allow` holds values that are the office's own, in any spelling. What counts as a hit and what does not
 * is written in docs/decisions/what-counts-as-personal-data.md. The time grows with the length of the text and no faster.
 */
export function findPersonalData(text: string, { allow = [] }: { allow?: readonly string[] } = {}): Hit[] {
  const plain = plainCharacters(text);
  const taken = new Uint8Array(text.length);
  const hits: Hit[] = [];
  const take = (type: PersonalDataType, why: Why, { start, end }: { start: number; end: number }, list?: number) => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    hits.push({ type, text: text.slice(start, end), start, end, why, ...(list === undefined ? {} : { list }) });
  };
  takeNumbers(plain, take);
  const numbers = new Map(hits.flatMap(({ type, start, end }) => [[start, type] as const, [end - 1, type] as const]));
  const lists = [
    ...namesInRows(plain, (at) => numbers.get(at)),
    ...namesWithAmounts(plain),
    ...namesHeadingParts(plain),
    ...namesSharingAmount(plain),
  ];
  for (const [list, names] of lists.entries()) {
    for (const name of names) take('name', 'names_with_amounts', name, list + 1);
  }
  const isAllowed = allowedBy(allow);
  return hits.filter((hit) => !isAllowed(hit)).sort((one, other) => one.start - other.start);
}

type Take = (type: PersonalDataType, why: Why, place: { start: number; end: number }) => void;

// The surest first: what is an identity number is no card, what is an address holds no telephone.
function takeNumbers(plain: string, take: Take) {
  const runs = digitRuns(plain);
  const all = (type: PersonalDataType, why: Why, found: readonly Candidate[]) => {
    for (const place of found) take(type, why, place);
  };
  for (const found of identityNumbers(plain, runs)) take('identity_number', found.why, found);
  all('email', 'email_form', emailAddresses(plain));
  all('bank_card', 'luhn_and_prefix', bankCards(plain, runs));
  all('mobile', 'mobile_prefix', mobileNumbers(plain, runs));
  for (const found of landlineNumbers(plain, runs)) take('landline', found.why, found);
  all('plate', 'plate_form', vehiclePlates(plain));
}
