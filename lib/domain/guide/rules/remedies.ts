import { countOf, type Fault, guideRule, sentencesOf, written } from '@/lib/domain/guide/rules/rule';
import { remedyPeriods } from '@/lib/domain/requests/remedies';

const reconsideration = '《中华人民共和国行政复议法》（2024年1月1日起施行）';
const first = /(?:应当先|必须先|要先|先)[^。；]{0,40}行政复议|复议前置/;

export const reconsiderationFirst = guideRule({
  id: 'GD-REMEDY-FIRST',
  wording: '2024年1月1日起，对不予公开的决定不服的，应当先申请行政复议，对复议决定不服的再提起诉讼；指南要写明。',
  basis: `${reconsideration}第二十三条第一款第四项、第二款`,
  severity: 'block',
  examples: {
    passes: {},
    fails: {
      draft: { remedies: '对不予公开的决定不服的，可以自知道之日起60日内申请行政复议，或者6个月内提起行政诉讼。' },
    },
  },
  find: ({ guide: { texts } }) =>
    texts.remedies.length === 0 || texts.remedies.some((text) => /不予公开/.test(text) && first.test(text))
      ? []
      : [{ field: 'remedies' }],
});

const { reconsiderationDays, suitMonths, suitAfterReconsiderationDays } = remedyPeriods;
const count = (unit: string) => new RegExp(`${written}${unit}`);

export const remedyTimes = guideRule({
  id: 'GD-REMEDY-TIME',
  wording: '申请行政复议的期限是60日；直接起诉的期限是6个月，对复议决定不服起诉的期限是15日。',
  basis: `${reconsideration}第二十条；《中华人民共和国行政诉讼法》第四十五条、第四十六条`,
  severity: 'block',
  examples: {
    passes: {},
    fails: {
      draft: {
        remedies:
          '对不予公开的决定不服的，应当先自知道之日起60日内申请行政复议。对其他行为不服的，可以3个月内向人民法院起诉。',
      },
    },
  },
  find: ({ guide }) =>
    sentencesOf(guide)
      .filter(({ field }) => field === 'remedies')
      .flatMap(({ field, text }): Fault[] =>
        text.split('，').flatMap((clause) => {
          const found =
            /行政复议决定/.test(clause) && /诉讼|起诉/.test(clause)
              ? wrong(clause, count('(?:个工作)?日'), suitAfterReconsiderationDays)
              : /诉讼|起诉/.test(clause)
                ? wrong(clause, count('个月'), suitMonths)
                : /申请行政复议/.test(clause)
                  ? wrong(clause, count('(?:个工作)?日'), reconsiderationDays)
                  : null;
          return found ? [{ field, facts: { quote: found } }] : [];
        }),
      ),
});

function wrong(clause: string, stated: RegExp, lawful: number): string | null {
  const [quote, number = ''] = stated.exec(clause) ?? [];
  return quote && (countOf(number) !== lawful || quote.includes('工作日')) ? quote : null;
}
