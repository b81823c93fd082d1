import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { isZero } from '@/lib/domain/report/cells';
import { isNothing, placeOfSection, proseOf } from '@/lib/domain/report/rules/contents';
import { quantitiesIn } from '@/lib/domain/report/rules/numerals';
import { placeOf, sentencesOf } from '@/lib/domain/report/rules/prose';
import { cellAddress, type Fault, rule } from '@/lib/domain/report/rules/rule';
import { cellPlace } from '@/lib/domain/report/rules/view';

const fee = z.strictObject({ cell: cellAddress, section: z.string() });

export const feeAndSectionSix = rule({
  id: 'T2-FEE-S6',
  wording: '表二有行政事业性收费的，“其他需要报告的事项”不能只写“无”。',
  basis: '年度报告审核要求：正文与表格的数据一致',
  severity: 'warn',
  needs: ['text'],
  settings: fee,
  examples: {
    passes: {
      format: '2021',
      cells: { 't2_8/administrative_fees/fee_amount': '0.04' },
      text: { s6: ['2021年收取信息处理费共计400元。'] },
    },
    fails: { format: '2021', cells: { 't2_8/administrative_fees/fee_amount': '0.04' }, text: { s6: ['无。'] } },
  },
  find: (view, { cell, section }) => {
    const value = view.value(cell);
    if (value === null || isZero(value) || !isNothing(proseOf(view.passages, section))) return [];
    return [
      {
        at: section,
        places: [placeOfSection(view, section), cellPlace(cell)],
        facts: { cell: view.label(cell), value },
      },
    ];
  },
});

export const feeStated = rule({
  id: 'T2-FEE-STATED',
  wording: '正文写的信息处理费，不多于表二行政事业性收费金额。',
  basis: '信息处理费属于行政事业性收费（国办函〔2020〕109号）',
  severity: 'warn',
  needs: ['prose'],
  settings: z.strictObject({ cell: cellAddress }),
  examples: {
    passes: {
      format: '2021',
      cells: { 't2_8/administrative_fees/fee_amount': '0.04' },
      text: { s6: ['2021年收取信息处理费共计400元。'] },
    },
    fails: {
      format: '2021',
      cells: { 't2_8/administrative_fees/fee_amount': '0' },
      text: { s6: ['2021年收取信息处理费共计400元。'] },
    },
  },
  find: (view, { cell }) => {
    const value = view.value(cell);
    if (value === null) return [];
    return view.passages.flatMap((passage) =>
      sentencesOf(passage).flatMap((sentence): Fault[] => {
        if (!/信息处理费/.test(sentence.plain) || /标准|每件|每页|元\/|按件|按量/.test(sentence.plain)) return [];
        const after = sentence.plain.indexOf('信息处理费');
        const stated = quantitiesIn(sentence.plain).find(
          ({ unit, approximate, start }) => unit === '元' && !approximate && start > after,
        );
        if (!stated || new Decimal(stated.value).div(10_000).lte(value)) return [];
        const place = placeOf(passage, sentence.start + after, sentence.start + stated.end);
        const facts = {
          stated: stated.value,
          inTenThousands: new Decimal(stated.value).div(10_000).toFixed(),
          cell: view.label(cell),
          value,
        };
        return [{ at: `${passage.section}#${passage.block}`, places: [place, cellPlace(cell)], facts }];
      }),
    );
  },
});

export const feeUnpaid = rule({
  id: 'T3-FEE-LINK',
  wording: '表三有“逾期未按收费通知要求缴纳费用”的，“其他需要报告的事项”写明收费通知情况。',
  basis: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
  severity: 'warn',
  needs: ['text'],
  settings: z.strictObject({ cell: cellAddress, section: z.string(), words: z.array(z.string()).min(1) }),
  examples: {
    passes: {
      format: '2021',
      cells: { 't3/other_fee_unpaid/total': 1 },
      text: { s6: ['发出收费通知1件，申请人逾期未缴纳信息处理费。'] },
    },
    fails: { format: '2021', cells: { 't3/other_fee_unpaid/total': 1 }, text: { s6: ['无'] } },
  },
  find: (view, { cell, section, words }) => {
    const value = view.value(cell);
    const plain = proseOf(view.passages);
    if (value === null || isZero(value) || words.some((word) => plain.includes(word))) return [];
    return [
      {
        at: section,
        places: [placeOfSection(view, section), cellPlace(cell)],
        facts: { cell: view.label(cell), value },
      },
    ];
  },
});
