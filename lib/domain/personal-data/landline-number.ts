import { isDay } from '@/lib/domain/calendar/day';
import { isAreaCode, localLengths } from '@/lib/domain/personal-data/area-codes';
import {
  type Candidate,
  type DigitRun,
  dashed,
  gapBetween,
  isFigureOrCode,
  touchesLetters,
} from '@/lib/domain/personal-data/digit-runs';
import type { Why } from '@/lib/domain/personal-data/hit';

/** 固定电话: with an area code, in one piece or parted from it; without one where 电话 stands before it. */
export function landlineNumbers(plain: string, runs: readonly DigitRun[]): (Candidate & { why: Why })[] {
  const found: (Candidate & { why: Why })[] = [];
  let after = -1; // the run after which a row of telephones may go on: 电话：66330011、66330022
  for (let first = 0; first < runs.length; first += 1) {
    const withArea = areaAndLocal(plain, runs, first);
    if (withArea) {
      found.push({ ...withArea.candidate, why: 'area_code' });
      after = withArea.last;
      first = withArea.last;
      continue;
    }
    const local = afterTelephone(plain, runs, first, after === first - 1);
    if (!local) continue;
    found.push({ ...local.candidate, why: 'after_telephone' });
    after = local.last;
    first = local.last;
  }
  return found;
}

type Found = { candidate: Candidate; last: number };

function areaAndLocal(plain: string, runs: readonly DigitRun[], first: number): Found | null {
  const run = runs[first];
  if (!run || dashed(gapBetween(plain, runs[first - 1], run))) return null;
  const whole = inOnePiece(run.digits);
  if (whole) return finished(plain, runs, { first, last: first, digits: run.digits });
  const country = /^(?:00)?86$/.test(run.digits) && gapBetween(plain, run, runs[first + 1]) !== null;
  const at = country ? first + 1 : first;
  const area = country ? `0${runs[at]?.digits.replace(/^0/, '')}` : run.digits;
  if (!isAreaCode(area) || gapBetween(plain, runs[at], runs[at + 1]) === null) return null;
  for (const last of [at + 1, at + 2]) {
    const local = localOf(plain, runs, at + 1, last);
    if (local && isLocal(local) && localLengths(area).includes(local.length)) {
      return finished(plain, runs, { first, last, digits: area + local });
    }
  }
  return null;
}

const isLocal = (digits: string) => /^[2-9]\d{6,7}$/.test(digits);

const inOnePiece = (digits: string) =>
  [3, 4].some((length) => {
    const [area, local] = [digits.slice(0, length), digits.slice(length)];
    return isAreaCode(area) && isLocal(local) && localLengths(area).includes(local.length);
  });

function localOf(plain: string, runs: readonly DigitRun[], first: number, last: number): string | null {
  const digits = runs[first]?.digits ?? '';
  if (last === first) return digits;
  const gap = gapBetween(plain, runs[first], runs[last]);
  const second = runs[last]?.digits ?? '';
  return gap !== null && gap.length === 1 && [3, 4].includes(digits.length) && second.length === 4
    ? digits + second
    : null;
}

function finished(
  plain: string,
  runs: readonly DigitRun[],
  { first, last, digits }: { first: number; last: number; digits: string },
): Found | null {
  const [from, to] = [runs[first], runs[last]];
  if (!from || !to) return null;
  const bracketed = plain.charAt(from.start - 1) === '(' && plain.slice(from.start, to.end).includes(')');
  const start = bracketed ? from.start - 1 : from.start;
  if (isFigureOrCode(plain, start, to.end) || touchesLetters(plain, start, to.end)) return null;
  const extension = extensionAfter(plain, to.end);
  const extended = extension > 0;
  if (!extended && dashed(gapBetween(plain, to, runs[last + 1]))) return null;
  const plus = plain.charAt(start - 1) === '+' ? start - 1 : start;
  return { candidate: { start: plus, end: to.end + extension, digits }, last: extended ? last + 1 : last };
}

const extension = /^(?:-| ?转 ?| ?分机 ?| ?ext\.? ?)\d{1,5}(?![\d-])/i;
const extensionAfter = (plain: string, end: number) => extension.exec(plain.slice(end, end + 14))?.[0].length ?? 0;

const named = /(?:电话|座机|固话|传真|热线|tel|phone)(?:号码?)?(?:\([^()]{0,8}\))?[ :\t]{0,4}$/i;
const goesOn = /^[ ]?[、,;/和或][ ]?$/;

function afterTelephone(plain: string, runs: readonly DigitRun[], first: number, chained: boolean): Found | null {
  const run = runs[first];
  if (!run) return null;
  const before = plain.slice(Math.max(0, run.start - 20), run.start);
  const previous = runs[first - 1];
  const follows = chained && previous && goesOn.test(plain.slice(previous.end, run.start).slice(0, 4));
  if (!follows && !named.test(before)) return null;
  for (const last of [first, first + 1]) {
    const digits = localOf(plain, runs, first, last);
    if (digits && /^[2-8]/.test(digits) && isLocal(digits) && !isWrittenDay(digits)) {
      return finished(plain, runs, { first, last, digits });
    }
  }
  return null;
}

const isWrittenDay = (digits: string) =>
  digits.length === 8 && isDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
