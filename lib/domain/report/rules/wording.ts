import { z } from 'zod';
import { liveNumbers } from '@/lib/domain/report/live-numbers';
import { quoted } from '@/lib/domain/report/rules/narrative';
import { type Passage, placeOf, squeeze } from '@/lib/domain/report/rules/prose';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';

export const basisInForce = rule({
  id: 'G-BASIS',
  wording: '引用的文件在报告年度有效，不引用已经被替代的文件。',
  basis: '年度报告审核要求',
  severity: 'warn',
  needs: ['prose'],
  settings: z.strictObject({
    outdated: z.array(z.strictObject({ words: z.array(z.string()).min(1), instead: z.string() })),
  }),
  examples: {
    passes: { format: '2021', preamble: ['根据国办公开办函〔2021〕30号要求编制。'] },
    fails: { format: '2021', preamble: ['根据国办公开办函﹝2019﹞60号要求编制。'] },
  },
  find: ({ passages }, { outdated }) =>
    outdated.flatMap(({ words, instead }) =>
      words.flatMap((word) =>
        occurrences(passages, squeeze(word).plain).map(({ at, place, written }) => ({
          at,
          places: [place],
          facts: { written, instead },
        })),
      ),
    ),
});

export const typos = rule({
  id: 'G-TYPO',
  wording: '没有常见的错字、漏字、重复字和重复标点。',
  basis: '政府网站严重表述错误检查要求；年度报告审核实践',
  severity: 'warn',
  needs: ['prose'],
  settings: z.strictObject({ words: z.record(z.string(), z.string()) }),
  examples: {
    passes: { format: '2021', preamble: ['本报告所列数据的统计期限为2021年1月1日至12月31日。'] },
    fails: { format: '2021', preamble: ['本报所列数据的统计期限为2021年1月1日至12月31日。'] },
  },
  find: ({ passages }, { words }) =>
    Object.entries(words).flatMap(([wrong, right]) =>
      occurrences(passages, squeeze(wrong).plain).map(({ at, place, written }) => ({
        at,
        places: [place],
        facts: { written, right },
      })),
    ),
});

export const openNumbers = rule({
  id: 'G-OPEN-NUMBER',
  wording: '正文引用的数都已有数值，没有留下空的引用。',
  basis: '《政府信息公开条例》第六条：及时、准确地公开政府信息',
  severity: 'block',
  needs: ['prose'],
  settings: z.strictObject({}),
  examples: {
    passes: { format: '2021', text: { s6: ['全年公开信息12条。'] } },
    fails: { format: '2021', text: { s6: ['全年公开信息{{items/class/none}}条。'] } },
  },
  find: ({ passages }) =>
    passages.flatMap((passage) => {
      const numbers = liveNumbers(passage.text, () => null);
      return numbers.map(({ start, end, sources }): Fault => {
        const { section, block } = passage;
        const quote = passage.text.slice(start, end);
        return {
          at: `${section}/${block}/${sources.join('+')}`,
          places: [{ kind: 'text', section, block, start, end, quote }],
          facts: { sources: sources.join('+') },
        };
      });
    }),
});

export const years = rule({
  id: 'G-YEARS',
  wording: '正文里的年份是报告年度；写到上年、下年的，只用于对比、结转、施行时间和工作打算；文件名称里的年份也要核对。',
  basis: '年度报告审核要求：不沿用往年文字',
  severity: 'warn',
  needs: ['prose'],
  settings: z.strictObject({
    /** Sections that speak of last year's problems and next year's plans. */ looseSections: z.array(z.string()),
  }),
  examples: {
    passes: {
      format: '2021',
      text: { s1: ['2021年，我镇公开信息较2020年增加，自2019年5月15日新条例施行以来，工作不断规范。'] },
    },
    fails: { format: '2021', text: { s1: ['按照2020年政务公开工作要点，全面推进公开工作。'] } },
  },
  find: ({ passages, report: { year } }, { looseSections }) =>
    passages.flatMap((passage) =>
      [...passage.plain.matchAll(/(\d{4}|[二一][零〇一二三四五六七八九]{3})年/g)].flatMap((match): Fault[] => {
        const stated = yearOf(match[1] ?? '');
        if (stated === null || Math.abs(stated - year) > 100 || stated === year || stated === year + 1) return [];
        if (stated === year - 1 && looseSections.includes(passage.section)) return [];
        if (stated === year - 1 && speaksOfProblems(passage, match.index)) return [];
        if (isDated(passage, match.index, match[0].length, stated > year)) return [];
        const place = placeOf(passage, match.index, match.index + match[0].length);
        const around = placeOf(
          passage,
          Math.max(0, match.index - 6),
          Math.min(passage.plain.length, match.index + match[0].length + 12),
        );
        return [
          {
            at: quoted(around),
            places: [place],
            facts: { stated, year, around: around.kind === 'text' ? around.quote : '' },
          },
        ];
      }),
    ),
});

const digits = '零一二三四五六七八九';

function yearOf(text: string): number | null {
  const read = /^\d{4}$/.test(text)
    ? text
    : [...text].map((sign) => (sign === '〇' ? 0 : digits.indexOf(sign))).join('');
  const year = Number(read);
  return year >= 1949 && year <= 2100 ? year : null;
}

// What was found wrong last year is put right this year, and named after last year.
const speaksOfProblems = ({ plain }: Passage, at: number) =>
  /整改|问题|反馈|不足|通报/.test(
    (/[^。;]*$/.exec(plain.slice(Math.max(0, at - reach), at))?.[0] ?? '') +
      (/^[^。;]*/.exec(plain.slice(at, at + reach))?.[0] ?? ''),
  );

// How far from a year the words that explain it are looked for.
const reach = 300;

// A year that compares, carries over, begins or plans says openly that it is another year.
function isDated({ plain }: Passage, start: number, length: number, future: boolean): boolean {
  const clause = /[^,;。:]*$/.exec(plain.slice(Math.max(0, start - reach), start))?.[0] ?? '';
  const after = plain.slice(start + length, start + length + 18);
  if (/统计(?:期限|时限)|期限为|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:起)?(?:至|到|[-—~])$/.test(clause)) return true;
  if (/^\d{1,2}月\d{1,2}日(?:起)?(?:至|到|[-—~])/.test(after)) return true;
  if (/(?:较|比|与|同|自|从|于|继|相较于?|对比|超过|低于|高于)$/.test(clause.slice(-4))) return true;
  if (
    /^(?:以来|起|度?相比|度?结转|度?同期|底结转|末结转|(?:年?度)?的?(?:年度)?(?:报告|年报)|年报|修订|版|颁布|施行|实施|成立)/.test(
      after,
    )
  )
    return true;
  if (/^(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起)?[^,。;]{0,8}(?:施行|实施|颁布|修订|以来|起|成立)/.test(after)) return true;
  if (future && (/(?:到|至|截至)$/.test(clause) || /^(?:远景|基本|全面|前|目标)/.test(after))) return true;
  return /\d{4}(?:年)?(?:至|到|[-—~])$/.test(clause) || /^度?(?:至|到|[-—~])\d{4}/.test(after);
}

type Occurrence = { at: string; place: ReturnType<typeof placeOf>; written: string };

export function occurrences(passages: readonly Passage[], word: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (const passage of passages) {
    for (let at = passage.plain.indexOf(word); at >= 0; at = passage.plain.indexOf(word, at + word.length)) {
      const place = placeOf(passage, at, at + word.length);
      found.push({ at: quoted(place), place, written: place.kind === 'text' ? place.quote : word });
    }
  }
  return found;
}
