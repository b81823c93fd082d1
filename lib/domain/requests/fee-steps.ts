import { itemFee, pageFee } from '@/lib/domain/requests/fees';

/** One step of a tariff: units from the first to the last at one price each, in whole 元. */
export type FeeStep = { from: number; to: number; each: number; fee: number };

/** The steps of the tariff by page that a number of A4 pages of one request runs through. */
export const pageSteps = (pages: number): FeeStep[] => stepsOf(pageFee, 0, pages);

/** The steps of the tariff by item for the next items of an applicant after those before in the same month. */
export const itemSteps = (before: number, items: number): FeeStep[] => stepsOf(itemFee, before, items);

// The price of a unit is what it adds: the tariff itself is asked, and not written a second time.
function stepsOf(fee: (count: number) => number, before: number, units: number): FeeStep[] {
  const steps: FeeStep[] = [];
  for (let unit = before + 1; unit <= before + units; unit += 1) {
    const each = fee(unit) - fee(unit - 1);
    const last = steps.at(-1);
    if (last?.each === each) {
      last.to = unit;
      last.fee += each;
    } else {
      steps.push({ from: unit, to: unit, each, fee: each });
    }
  }
  return steps;
}
