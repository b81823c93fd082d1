import type { Day } from '@/lib/domain/calendar/day';

/**
 * The information processing fee (Article 42; 国办函〔2020〕109号): per item or per page, one way for a request, never both.
 * Both tariffs are progressive: each step's rate is charged on what lies within the step. Whole 元 throughout.
 */
type Band = { upTo: number; each: number };

const pageBands: readonly Band[] = [
  { upTo: 30, each: 0 },
  { upTo: 100, each: 10 },
  { upTo: 200, each: 20 },
  { upTo: Number.POSITIVE_INFINITY, each: 40 },
];

/** 元 for a number of A4 pages of one request: 30 are free, 201 cost 2,740. RangeError for what is no count. */
export function pageFee(pages: number): number {
  counted(pages);
  let fee = 0;
  let from = 0;
  for (const { upTo, each } of pageBands) {
    fee += Math.max(Math.min(pages, upTo) - from, 0) * each;
    from = upTo;
  }
  return fee;
}

/** 元 for the items of one applicant in one calendar month, together: 10 are free, 31 cost 2,200. */
export function itemFee(items: number): number {
  counted(items);
  if (items <= 10) return 0;
  if (items <= 30) return (items - 10) * 100;
  // From the 31st on each ten cost 100 元 more an item than the ten before.
  const tens = Math.floor((items - 30) / 10);
  const full = (tens * (tens + 1) * 1_000) / 2 + tens * 1_000;
  return 2_000 + full + (items - 30 - tens * 10) * (tens + 2) * 100;
}

/** A request of one applicant, of which a fee per item is asked. `items`: the smallest reasonable units (一事一申请). */
export type ItemRequest = { id: string; on: Day; items: number };

export type ItemCharge = { id: string; month: string; itemsBefore: number; items: number; fee: number };

/**
 * What each request of one applicant costs by item: those of one calendar month are counted together in the order of
 * their days, and each is charged what it adds. The requests of several applicants must not be mixed.
 */
export function itemCharges(requests: readonly ItemRequest[]): ItemCharge[] {
  const soFar = new Map<string, number>();
  const inOrder = [...requests].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return inOrder.map(({ id, on, items }) => {
    const month = on.slice(0, 7);
    const itemsBefore = soFar.get(month) ?? 0;
    soFar.set(month, itemsBefore + items);
    return { id, month, itemsBefore, items, fee: itemFee(itemsBefore + items) - itemFee(itemsBefore) };
  });
}

function counted(number: number) {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`no count: ${number}`);
}
