import { clausesOf, countOf, type Fault, guideRule, sentencesOf, written } from '@/lib/domain/guide/rules/rule';
import { itemFee, pageFee } from '@/lib/domain/requests/fees';

const regulation = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）';

export const oldFees = guideRule({
  id: 'GD-FEE-OLD',
  wording: '2019年5月15日起不再收取检索、复制、邮寄等成本费用，也就没有减免。',
  basis: '《中华人民共和国政府信息公开条例》第四十二条',
  severity: 'block',
  examples: {
    passes: { draft: { fees: '本机关依申请提供政府信息，不收取检索、复制、邮寄等成本费用。' } },
    fails: { draft: { fees: '本机关依申请提供政府信息，按规定收取检索、复制、邮寄等成本费用。' } },
  },
  find: ({ guide }) =>
    clausesOf(guide).flatMap(({ field, text }): Fault[] => {
      const [quote] =
        /(?:检索|复制|邮寄|工本|成本)[^，。]{0,8}费用?|减免[^，。]{0,6}费|费[^，。]{0,4}减免/.exec(text) ?? [];
      return quote && !/不(?:再)?收|不(?:再)?收取|免收|取消|停止/.test(text) ? [{ field, facts: { quote } }] : [];
    }),
});

export const feeBasis = guideRule({
  id: 'GD-FEE-BASIS',
  wording: '收费一节要写明不收取费用的原则，收取信息处理费的要写明依据（国办函〔2020〕109号）。',
  basis: regulation,
  severity: 'block',
  examples: { passes: {}, fails: { draft: { fees: '申请过多的，收取信息处理费。' } } },
  find: ({ guide: { texts } }) => {
    const said = texts.fees.join('');
    const lacks = !/不(?:再)?收|免收/.test(said) || (/信息处理费/.test(said) && !/国办函〔2020〕109号/.test(said));
    return said !== '' && lacks ? [{ field: 'fees' }] : [];
  },
});

const perItem = new Set(Array.from({ length: 60 }, (_, at) => itemFee(at * 10 + 11) - itemFee(at * 10 + 10)));
const perPage = new Set([0, 50, 150, 250].map((page) => pageFee(page + 1) - pageFee(page)));

export const rates = guideRule({
  id: 'GD-FEE-RATE',
  wording: '写明的单价和免费的件数、页数，要和收费标准一致。',
  basis: regulation,
  severity: 'block',
  examples: {
    passes: { draft: { fees: '本机关不收取费用。按国办函〔2020〕109号，30页以下不收费，31至100页每页10元。' } },
    fails: { draft: { fees: '本机关不收取费用。按国办函〔2020〕109号，31至100页每页1元。' } },
  },
  find: ({ guide }) =>
    sentencesOf(guide).flatMap(({ field, text }): Fault[] => {
      const amounts = [
        ...text.matchAll(/(?<each>每)?(?<unit>[件页])(?<amount>\d+)元/g),
        ...text.matchAll(/(?<amount>\d+)元(?:\/|每)(?<unit>[件页])/g),
      ];
      const wrong = amounts.filter(({ groups }) => {
        const lawful = groups?.unit === '件' ? perItem : perPage;
        return !lawful.has(Number(groups?.amount));
      });
      return [
        ...wrong.map(([quote]) => ({ field, facts: { quote } })),
        ...wrongFree(text).map((quote) => ({ field, facts: { quote } })),
      ];
    }),
});

const free = new RegExp(`${written}([件页])(?:（[^）]*）)?(?:以下|以内|及以下)[^。；]{0,6}(?:不收|免收|免费)`, 'g');

const wrongFree = (text: string): string[] =>
  [...text.matchAll(free)].flatMap(([quote, count = '', unit]) => {
    const charge = unit === '件' ? itemFee : pageFee;
    const pieces = countOf(count);
    return charge(pieces) === 0 && charge(pieces + 1) > 0 ? [] : [quote];
  });
