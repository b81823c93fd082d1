import { z } from 'zod';
import { chineseNumber } from '@/lib/domain/report/rules/numerals';
import { type Passage, placeOf } from '@/lib/domain/report/rules/prose';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';

export const outline = rule({
  id: 'G-OUTLINE',
  wording: '层次序数连续：（一）（二）、1. 2.、一是二是，从一开始，不跳号、不重号。',
  basis: '《党政机关公文格式》（GB/T 9704—2012）',
  severity: 'warn',
  needs: ['prose'],
  settings: z.strictObject({}),
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['（一）主动公开', '一是公开政策。二是公开财政信息。', '（二）依申请公开', '一是畅通渠道。'] },
    },
    fails: { format: '2021', text: { s1: ['（二）依申请公开', '一是畅通渠道。三是规范答复。'] } },
  },
  find: ({ passages }) => {
    const bySection = grouped(passages);
    return [...bySection.values()].flatMap((own) => [...numberedBlocks(own), ...enumerations(own)]);
  },
});

function grouped(passages: readonly Passage[]): Map<string, Passage[]> {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) groups.set(passage.section, [...(groups.get(passage.section) ?? []), passage]);
  return groups;
}

// （一） and 1. at the beginning of a block; the lower level begins anew under each of the higher.
function numberedBlocks(passages: readonly Passage[]): Fault[] {
  const faults: Fault[] = [];
  const last = { upper: 0, lower: 0 };
  for (const passage of passages) {
    const [upper, inBrackets = ''] = /^\(([一二三四五六七八九十]{1,3})\)/.exec(passage.plain) ?? [];
    const [lower, digits = ''] = /^(\d{1,2})[.、](?!\d)/.exec(passage.plain) ?? [];
    const level = upper ? 'upper' : lower ? 'lower' : null;
    if (!level) continue;
    const number = upper ? (chineseNumber(inBrackets) ?? 0) : Number(digits);
    if (number !== last[level] + 1 && !(level === 'lower' && number === 1))
      faults.push(fault(passage, 0, upper ?? lower ?? '', expected(level, last[level] + 1)));
    last[level] = number;
    if (upper) last.lower = 0;
  }
  return faults;
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const chinese = (number: number) =>
  number <= 10 ? (numerals[number] ?? '') : number < 20 ? `十${numerals[number - 10]}` : String(number);
const expected = (level: 'upper' | 'lower', number: number) =>
  level === 'upper' ? `（${chinese(number)}）` : `${number}.`;

// 一是…二是… may nest, and may begin anew at any time; a number that follows no other is out of order.
function enumerations(passages: readonly Passage[]): Fault[] {
  const faults: Fault[] = [];
  let open: number[] = [];
  for (const passage of passages) {
    if (passage.kind !== 'paragraph' || /^\([一二三四五六七八九十]+\)/.test(passage.plain)) open = [];
    for (const match of passage.plain.matchAll(/(^|[。;:,])([一二三四五六七八九十]{1,3})是/g)) {
      const [, lead = '', text = ''] = match;
      const number = chineseNumber(text) ?? 0;
      const before = open.lastIndexOf(number - 1);
      if (number === 1) open = [...open, 1];
      else if (before >= 0) open = [...open.slice(0, before), number];
      else {
        const next = (open.at(-1) ?? 0) + 1;
        faults.push(fault(passage, match.index + lead.length, `${text}是`, `${chinese(next)}是`));
        open = [...open.slice(0, -1), number];
      }
    }
  }
  return faults;
}

function fault(passage: Passage, start: number, written: string, wanted: string): Fault {
  const place = placeOf(passage, start, start + written.length);
  return {
    at: `${passage.section}#${passage.block}:${written}@${wanted}`,
    places: [place],
    facts: { written: place.kind === 'text' ? place.quote : written, expected: wanted },
  };
}
