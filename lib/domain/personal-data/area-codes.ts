// Area codes of the mainland, without the 0. Three figures with the 0 where the city is dialled with eight.
const short = '10 20 21 22 23 24 25 27 28 29';
const long = `310-319 335 349-359 370-379 391-396 398 411-419 421 427 429 431-440 448 451-459 464 467-470 471-479 482 483
  510-520 523 527 530-539 543 546 550-559 561-566 570-580 591-599 631-635 660 662 663 668 691 692 701 710-719 722 724
  728 730-739 743-746 750-760 762 763 766 768-779 790-799 812 813 816-818 825-827 830-839 851-859 870-879 881 883
  886-888 891-898 901-903 906 908 909 911-919 930-939 941 943 951-955 970-977 979 990-999`;

const codes = new Set(
  `${short} ${long}`
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const [from = '', to = from] = part.split('-');
      return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `0${Number(from) + at}`);
    }),
);

/** Whether these digits, the 0 included, are an area code. */
export const isAreaCode = (digits: string): boolean => codes.has(digits);

/** How long the number after this area code may be. */
export const localLengths = (areaCode: string): readonly number[] => (areaCode.length === 3 ? [8] : [7, 8]);
