import type { GuideContent } from '@/lib/domain/guide/content';
import { clausesOf, countOf, type Fault, guideRule, sentencesOf, written } from '@/lib/domain/guide/rules/rule';

const regulations = '《中华人民共和国政府信息公开条例》';
const days = new RegExp(`${written}个?(工作日|日|天)`);
const others = /第三方|征求|被征求|其他机关/;

/** What the law gives for each matter, in working days (Articles 26, 30, 32, 33). A clause is of the first that fits. */
const periods: { matter: string; days: number; about: (text: string) => boolean }[] = [
  { matter: '延长答复期限', days: 20, about: (text) => /延长/.test(text) },
  {
    ...{ matter: '告知补正', days: 7 },
    about: (text) => /补正/.test(text) && !/补正期限/.test(text),
  },
  { matter: '第三方提出意见', days: 15, about: (text) => others.test(text) && /意见/.test(text) },
  {
    ...{ matter: '主动公开', days: 20 },
    about: (text) => /形成|变更/.test(text) && /公开/.test(text),
  },
  {
    ...{ matter: '答复', days: 20 },
    about: (text) => /答复/.test(text) && !others.test(text) && !/复议|诉讼/.test(text),
  },
];

function statedDays(guide: GuideContent): { fault: Fault; stated: number; days: number; working: boolean }[] {
  return clausesOf(guide).flatMap(({ field, text }) => {
    const [quote, count = '', unit] = days.exec(text) ?? [];
    const period = periods.find(({ about }) => about(text));
    if (!quote || !period) return [];
    const { matter, days: lawful } = period;
    const fault = { field, facts: { matter, quote, days: lawful } };
    return [{ fault, stated: countOf(count), days: lawful, working: unit === '工作日' }];
  });
}

export const tooLong = guideRule({
  id: 'GD-PERIOD-LONG',
  wording: '写明的期限不能比条例规定的长，也不能把工作日写成日。',
  basis: `${regulations}第二十六条、第三十条、第三十二条、第三十三条`,
  severity: 'block',
  examples: {
    passes: { draft: { periods: '不能当场答复的，自收到申请之日起二十个工作日内予以答复。' } },
    fails: { draft: { periods: '自收到申请之日起30个工作日内予以答复。' } },
  },
  find: ({ guide }) =>
    statedDays(guide)
      .filter(({ stated, days: lawful, working }) => stated > lawful || (stated === lawful && !working))
      .map(({ fault }) => fault),
});

export const superseded = guideRule({
  id: 'GD-PERIOD-OLD',
  wording:
    '写明的期限比条例规定的短。15个工作日答复、延长15个工作日是2019年5月15日以前的规定；承诺更快办理的，说明原因。',
  basis: `${regulations}第三十三条`,
  severity: 'warn',
  examples: {
    passes: {},
    fails: { draft: { periods: '自收到申请之日起15个工作日内予以答复。' } },
  },
  find: ({ guide }) =>
    statedDays(guide)
      .filter(({ stated, days: lawful }) => stated < lawful)
      .map(({ fault }) => fault),
});

export const answered = guideRule({
  id: 'GD-PERIOD',
  wording: '办理期限里要写明多少个工作日内答复。',
  basis: `${regulations}第三十三条第二款`,
  severity: 'block',
  examples: { passes: {}, fails: { draft: { periods: '本机关及时答复。' } } },
  find: ({ guide }) =>
    guide.texts.periods.some((text) => /答复/.test(text) && days.test(text)) ? [] : [{ field: 'periods' }],
});

export const purpose = guideRule({
  id: 'GD-PURPOSE',
  wording: '申请政府信息公开不需要说明用途，也不以生产、生活、科研等特殊需要为条件。',
  basis: `${regulations}第二十七条`,
  severity: 'block',
  examples: {
    passes: { draft: { application: '申请公开政府信息不需要说明用途。' } },
    fails: { draft: { application: '申请人应当写明所需信息的用途。' } },
  },
  find: ({ guide }) =>
    clausesOf(guide).flatMap(({ field, text }): Fault[] => {
      const [quote] = /用途|特殊需要|与本人[^。]{0,6}(?:相关|有关)的证明/.exec(text) ?? [];
      return quote && !/不|无需|无须/.test(text) ? [{ field, facts: { quote } }] : [];
    }),
});

export const oldLaw = guideRule({
  id: 'GD-LAW-OLD',
  wording:
    '不引用已经修订或者废止的规定：2007年的条例（国务院令第492号）、2008年的收费规定、监察机关和法制办公室的旧称。',
  basis: `${regulations}（国务院令第711号，2019年5月15日起施行）`,
  severity: 'warn',
  examples: {
    passes: { draft: { duties: '依照国务院令第711号，负责政府信息公开工作。' } },
    fails: { draft: { remedies: '对不予公开的决定不服的，应当先申请行政复议；也可以向监察机关举报。' } },
  },
  find: ({ guide }) =>
    sentencesOf(guide).flatMap(({ field, text }): Fault[] => {
      const [quote] = /第492号|发改价格〔2008〕\d+号|监察机关|监察部门|法制办公室|工商行政管理局/.exec(text) ?? [];
      return quote ? [{ field, facts: { quote } }] : [];
    }),
});
