import { type Candidate, type DigitRun, gapBetween, isFigureOrCode } from '@/lib/domain/personal-data/digit-runs';

// Chinese banks' own prefixes before and beside UnionPay's 62; a bare 4 or 5 would take region codes for cards.
const prefixes =
  `62 103000 103001 955880 955881 955882 955888 95595 95596 95597 95598 95599 955100 955550 9111 966666 984301 984303
  601382 601428 402791 427010 427018 427019 427020 427028 427029 427030 427038 427039 427062 427064 438126 451804 451810
  451811 458071 489734 489735 489736 510529 513685 524091 526836 528856 530970 530990 543098 558360 403361 404117 404118
  404119 404120 404121 463758 519412 519413 520082 520083 552599 558730 514027 409665 409666 409668 409669 409670 409671
  409672 512315 512316 512411 512412 512732 514957 514958 518377 518378 518379 518474 518475 518476 524864 524865 525745
  525746 547766 552742 553131 558868 456351 438088 356833 356835 436742 436745 436718 436728 436738 436748 434061 434062
  421349 524094 526410 544033 552801 553242 558895 491031 489592 531693 532450 532458 356895 356896 356899 410062 468203
  402658 512425 524011 439188 439225 439226 439227 479228 479229 521302 518710 518718 545619 545620 545621 545623 552587
  356885 356886 356887 356888 356889 356890 405512 458123 458124 520169 521899 522964 552853 434910 442729 442730 404157
  404158 404159 404171 404172 404173 404174 433667 433668 433680 514906 518212 520108 556617 558916 406252 406254 425862
  356837 356838 356839 356840 481699 486497 524090 543159 415599 421393 421865 421869 421870 421871 407405 427570 427571
  464580 464581 472067 472068 512466 517636 523952 528948 545217 545392 545393 545431 545447 552288 553161 556610 412962
  412963 415752 415753 435744 435745 483536 528020 526855 356868 356869 438588 438589 451289 451290 461982 486493 486494
  486861 523036 524070 527414 528057 548738 549633 552398 404738 404739 456418 498451 515672 517650 525998 356850 356851
  356852 406365 406366 428911 436768 436769 436770 436771 487013 493427 520152 520382 541709 541710 548844 552794 558894
  523959 528708 528709 539867 539868`
    .trim()
    .split(/\s+/);
const known = new Set(prefixes);
const lengths = [2, 4, 5, 6];

/** The digit that ISO/IEC 7812 (Luhn) puts at the end of these digits. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const doubled = Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** 银行卡号: 16 to 19 digits with a known prefix and a right last digit, in one piece or in groups of at least four. */
export function bankCards(plain: string, runs: readonly DigitRun[]): Candidate[] {
  return runs.flatMap((_, first) => cardFrom(plain, runs, first) ?? []);
}

function cardFrom(plain: string, runs: readonly DigitRun[], first: number): Candidate | null {
  const start = runs[first]?.start ?? 0;
  const wanted = gapBetween(plain, runs[first], runs[first + 1]);
  let digits = '';
  let found: Candidate | null = null;
  for (let at = first; at < first + 6; at += 1) {
    const run = runs[at];
    if (!run || (at > first && gapBetween(plain, runs[at - 1], run) !== wanted)) break;
    digits += run.digits;
    if (digits.length > 19) break;
    if (isCard(digits) && !isFigureOrCode(plain, start, run.end)) found = { start, end: run.end, digits };
    // What is a card by itself takes in no neighbour; of groups only the last may be shorter than four.
    if (wanted === null || run.digits.length < 4 || (found && at === first)) break;
  }
  return found;
}

const isCard = (digits: string) =>
  digits.length >= 16 &&
  lengths.some((length) => known.has(digits.slice(0, length))) &&
  luhnDigit(digits.slice(0, -1)) === digits.slice(-1);
