import {
  type Candidate,
  type DigitRun,
  dashed,
  gapBetween,
  isFigureOrCode,
  touchesLetters,
} from '@/lib/domain/personal-data/digit-runs';

const prefix = /^1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;
const groupings = ['11', '3-4-4', '3-8', '7-4', '3-3-5', '4-3-4', '4-4-3'];
const telephoneLabel = /(?:电话|手机|号码|联系|微信|tel|mobile|phone)[^\d\n]{0,6}$/i;

/** Whether these eleven digits are a number of one of the mobile networks. */
export const isMobile = (digits: string): boolean => digits.length === 11 && prefix.test(digits);

/** 手机号码: eleven digits, with 86 before them or not, in one piece or in the usual groups. */
export function mobileNumbers(plain: string, runs: readonly DigitRun[]): Candidate[] {
  return runs.flatMap((_, first) => mobileFrom(plain, runs, first) ?? []);
}

function mobileFrom(plain: string, runs: readonly DigitRun[], first: number): Candidate | null {
  const run = runs[first];
  if (!run) return null;
  const joined = /^(?:00)?86(1\d{10})$/.exec(run.digits);
  const last = joined ? first : lastOfGroups(plain, runs, first);
  const digits =
    joined?.[1] ??
    runs
      .slice(first, last + 1)
      .map((group) => group.digits)
      .join('');
  const end = runs[last]?.end ?? 0;
  if (!isMobile(digits) || isFigureOrCode(plain, run.start, end) || touchesLetters(plain, run.start, end)) return null;
  const country = joined ? null : countryCode(plain, runs[first - 1], run);
  if (country === null && !standsAlone(plain, runs, first, last)) return null;
  const start = country ?? run.start;
  return { start: plain.charAt(start - 1) === '+' ? start - 1 : start, end, digits };
}

function lastOfGroups(plain: string, runs: readonly DigitRun[], first: number): number {
  const gap = gapBetween(plain, runs[first], runs[first + 1]);
  let shape = String(runs[first]?.digits.length);
  for (let last = first; last < first + 3; last += 1) {
    if (last > first) {
      if (gap === null || gap.length > 1 || gapBetween(plain, runs[last - 1], runs[last]) !== gap) break;
      shape += `-${runs[last]?.digits.length}`;
    }
    if (groupings.includes(shape) && isMobile(digitsOf(runs, first, last))) return last;
  }
  return first;
}

const digitsOf = (runs: readonly DigitRun[], first: number, last: number) =>
  runs
    .slice(first, last + 1)
    .map((run) => run.digits)
    .join('');

/** Where +86 before the number starts. */
function countryCode(plain: string, before: DigitRun | undefined, run: DigitRun): number | null {
  const is86 = before && /^(?:00)?86$/.test(before.digits) && gapBetween(plain, before, run) !== null;
  return is86 ? before.start : null;
}

// Groups inside a row of figures are figures, and what is tied on with a dash is a code, unless it is named a telephone.
function standsAlone(plain: string, runs: readonly DigitRun[], first: number, last: number): boolean {
  const gaps = [gapBetween(plain, runs[first - 1], runs[first]), gapBetween(plain, runs[last], runs[last + 1])];
  const neighbours = [runs[first - 1], runs[last + 1]];
  const tied = gaps.some((gap, at) => dashed(gap) && !isPersonal(neighbours[at]));
  const inRow = last > first && gaps.some((gap) => gap === ' ');
  if (!tied && !inRow) return true;
  const start = runs[first]?.start ?? 0;
  return telephoneLabel.test(plain.slice(Math.max(0, start - 12), start));
}

const isPersonal = (run: DigitRun | undefined) =>
  run !== undefined && (isMobile(run.digits) || run.digits.length === 18 || run.digits.length === 17);
