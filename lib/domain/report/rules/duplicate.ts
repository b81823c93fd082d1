import { z } from 'zod';
import type { Block, Report } from '@/lib/domain/report/content';
import { sectionPlace, squeezed } from '@/lib/domain/report/rules/prose';
import { type Fault, rule } from '@/lib/domain/report/rules/rule';

export const duplicate = rule({
  id: 'G-DUPLICATE',
  wording: '总体情况、存在的主要问题及改进情况，不与上年报告或者其他机关的报告雷同。',
  basis: '国办公开办函〔2021〕30号：不得内容雷同、敷衍塞责',
  severity: 'warn',
  needs: ['text', 'comparison'],
  settings: z.strictObject({
    sections: z.array(z.string()).min(1),
    /** How much of two texts, in per cent, must be the same. */
    likeness: z.int().min(50).max(100),
    /** A shorter text is not compared. */
    least: z.int(),
  }),
  examples: {
    passes: {
      format: '2021',
      text: {
        s1: ['认真做好公开工作。'],
        s5: ['公开内容不够全面，公开渠道比较单一，工作人员业务不够熟练，下一步将加强培训、拓宽渠道、补齐短板。'],
      },
      previous: {
        text: { s5: ['政策解读形式单一，群众参与度不高。今后计划制作图解、短视频，组织开放日，邀请群众代表参加。'] },
      },
    },
    fails: {
      format: '2021',
      year: 2022,
      text: {
        s5: [
          '2022年，公开内容不够全面，公开渠道比较单一，工作人员业务不够熟练，下一步将加强培训、拓宽渠道、补齐短板。',
        ],
      },
      previous: {
        text: {
          s5: [
            '2021年，公开内容不够全面，公开渠道比较单一，工作人员业务不够熟练，下一步将加强培训、拓宽渠道、补齐短板。',
          ],
        },
      },
    },
  },
  find: ({ report, previous, others }, { sections, likeness, least }) =>
    sections.flatMap((section): Fault[] => {
      const own = gramsOf(report, section);
      if (own.size < least) return [];
      const against = (other: Report, name: string) => ({
        name,
        year: other.year,
        share: Math.floor(100 * similarity(own, gramsOf(other, section))),
      });
      const compared = [
        ...(previous ? [against(previous, '')] : []),
        ...others.filter((other) => other !== report).map((other) => against(other, other.organisation.name)),
      ];
      return compared
        .filter(({ share }) => share >= likeness)
        .map(({ name, year, share }) => ({
          at: `${section}:${name}${year}`,
          places: [sectionPlace(section)],
          facts: { section, name, year, share },
        }));
    }),
});

// Sets of three signs in a row, figures left out: a text is not new because its numbers are.
const gramsByBlocks = new WeakMap<readonly Block[], ReadonlySet<number>>();

function gramsOf({ text = {} }: Report, section: string): ReadonlySet<number> {
  const blocks = text[section];
  if (!blocks) return new Set();
  const known = gramsByBlocks.get(blocks);
  if (known) return known;
  const grams = new Set<number>();
  const signs = blocks
    .map((block) => squeezed(block).plain)
    .join('')
    .replace(/\d+/g, '');
  for (let at = 0; at + 2 < signs.length; at += 1) {
    grams.add(signs.charCodeAt(at) * 961 + signs.charCodeAt(at + 1) * 31 + signs.charCodeAt(at + 2));
  }
  gramsByBlocks.set(blocks, grams);
  return grams;
}

function similarity(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0 || small.size / large.size < 0.5) return 0;
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared / (one.size + other.size - shared);
}
