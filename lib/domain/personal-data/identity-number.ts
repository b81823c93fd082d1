import { isDay } from '@/lib/domain/calendar/day';
import { type Candidate, type DigitRun, gapBetween, isFigureOrCode } from '@/lib/domain/personal-data/digit-runs';
import type { Why } from '@/lib/domain/personal-data/hit';

// GB/T 2260, first two digits; 81 to 83 residence permits, 91 permanent residence of foreigners.
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

type IdentityNumber = Candidate & { why: Why };

/** The 18th character that GB 11643 gives to 17 digits: a digit or X. */
export function checkCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** 身份证号: 18 characters with a check digit that is right, in one piece or in groups; 15 digits in one piece. */
export function identityNumbers(plain: string, runs: readonly DigitRun[]): IdentityNumber[] {
  return runs.flatMap((_, first): IdentityNumber[] => {
    const long = disabilityCard(plain, runs[first]) ?? eighteen(plain, runs, first);
    if (long) return [{ ...long, why: 'check_digit' }];
    const short = fifteen(plain, runs[first]);
    return short ? [{ ...short, why: 'region_and_day' }] : [];
  });
}

// 残疾人证: the holder's identity number, the kind (1 to 7) and the degree (1 to 4) of the disability.
function disabilityCard(plain: string, run: DigitRun | undefined): Candidate | null {
  if (!run) return null;
  const written = /^(\d{17}[\dXx])[1-7][1-4](?:[Bb]\d{1,2})?(?![A-Za-z0-9])/.exec(
    plain.slice(run.start, run.start + 26),
  );
  const [whole, number] = written ?? [];
  if (!whole || !number || !isIdentity(plain, number.toUpperCase(), run.start, run.start + whole.length)) return null;
  return { start: run.start, end: run.start + whole.length, digits: number };
}

const mostGroups = 6;

function eighteen(plain: string, runs: readonly DigitRun[], first: number): Candidate | null {
  const start = runs[first]?.start ?? 0;
  let digits = '';
  for (let at = first; at < first + mostGroups; at += 1) {
    const run = runs[at];
    if (!run || (at > first && !belongs(plain, runs[at - 1], run))) return null;
    digits += run.digits;
    if (digits.length > 18) return null;
    const whole = digits.length === 17 ? withX(plain, digits, run.end) : { digits, end: run.end };
    if (whole?.digits.length === 18)
      return isIdentity(plain, whole.digits, start, whole.end) ? { start, ...whole } : null;
  }
  return null;
}

// A narrow column breaks a number over two lines; the check digit tells that it is one.
const belongs = (plain: string, left: DigitRun | undefined, right: DigitRun) =>
  gapBetween(plain, left, right) !== null ||
  (left !== undefined && right.start - left.end <= 3 && /^ ?\r?\n ?$/.test(plain.slice(left.end, right.start)));

function withX(plain: string, digits: string, end: number) {
  const match = /^[ \-\u200b]?[Xx](?![A-Za-z0-9])/.exec(plain.slice(end, end + 3));
  return match && { digits: `${digits}X`, end: end + match[0].length };
}

/** Whether 18 characters are a number by GB 11643: region, day of birth, check character. */
export const isIdentityNumber = (number: string) =>
  /^\d{17}[\dX]$/.test(number) &&
  provinces.has(number.slice(0, 2)) &&
  isDayOfBirth(number.slice(6, 14)) &&
  checkCharacter(number) === number.charAt(17);

function isIdentity(plain: string, number: string, start: number, end: number): boolean {
  if (!provinces.has(number.slice(0, 2)) || !isDayOfBirth(number.slice(6, 14))) return false;
  if (checkCharacter(number) !== number.charAt(17)) return false;
  if (/[A-Za-z]/.test(plain.charAt(end))) return false;
  return !/(?:信用代码|机构代码)(?:为|是|:|\s|证|\()*$/.test(plain.slice(Math.max(0, start - 16), start));
}

function fifteen(plain: string, run: DigitRun | undefined): Candidate | null {
  if (run?.digits.length !== 15 || !/^\d\d(?!00)\d\d(?!00)/.test(run.digits)) return null;
  if (!provinces.has(run.digits.slice(0, 2)) || !isDayOfBirth(`19${run.digits.slice(6, 12)}`)) return null;
  const letters = /[A-Za-z]/.test(plain.charAt(run.start - 1) + plain.charAt(run.end));
  return letters || isFigureOrCode(plain, run.start, run.end) ? null : run;
}

const isDayOfBirth = (digits: string) =>
  /^(?:19|20)/.test(digits) && isDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
