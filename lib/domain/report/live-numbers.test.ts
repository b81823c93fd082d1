import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '@/lib/domain/report/a-report';
import { cellAt, valueAt } from '@/lib/domain/report/cells';
import type { CellAddress } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { emptyDraft, formats } from '@/lib/domain/report/formats';
import { countedAt, hasOpenNumber, liveNumbers, settledDraft, tokenOf } from '@/lib/domain/report/live-numbers';

const [format2019, format2021] = ['2019', '2021'].map((id) => formats.find((format) => format.id === id)) as [
  ReportFormat,
  ReportFormat,
];
const typed = { origins: {} };

describe('counted cells', () => {
  test.each(formats)('format $id counts cells that it has; a total stays the sum of its parts', (format) => {
    const cells = Object.keys(format.counted).map((address) => cellAt(format, address));
    expect(cells.every((cell) => cell !== null)).toBe(true);
    const registers = Object.fromEntries(Object.values(format.counted).map((source) => [source, 1]));
    for (const cell of cells) expect(cell && countedAt(format, cell.address, registers) === null).toBe(cell?.computed);
  });

  test('a register fills its cell; one without records leaves what was typed', () => {
    const draft = emptyDraft(format2021);
    const address: CellAddress = 't2_5/licensing/decisions';
    expect(valueAt(settledDraft(format2021, draft, typed, { 'ledger/licensing/count': 38 }).tables, address)).toBe(38);
    expect(valueAt(settledDraft(format2021, draft, typed, {}).tables, address)).toBeNull();
  });

  test('yuan are printed in 万元 with the four places of the format', () => {
    const registers = { 'ledger/government_procurement/amount': '5344.00' };
    const address = 't2_9/government_procurement/total_amount';
    expect(countedAt(format2019, address, registers)?.value).toBe('0.5344');
    expect(countedAt(format2019, address, { 'ledger/government_procurement/amount': '5344.50' })?.value).toBe('0.5345');
  });

  test('what the clerk types over with a reason stands', () => {
    const address: CellAddress = 't2_5/licensing/decisions';
    const office = { origins: { [address]: { kind: 'typed_over' as const, note: '县局委托办理2件未登记' } } };
    const draft = { ...emptyDraft(format2021), tables: { t2_5: { licensing: { decisions: 40 } } } };
    const settled = settledDraft(format2021, draft, office, { 'ledger/licensing/count': 38 });
    expect(valueAt(settled.tables, address)).toBe(40);
  });
});

describe('live numbers in prose', () => {
  const draftWith = (text: string) => ({ ...emptyDraft(format2021), text: { s1: blocksOf([text]) } });
  const written = (text: string, registers: Record<string, number | string>) =>
    settledDraft(format2021, draftWith(text), typed, registers).text.s1?.[0]?.text;

  test('a count follows its register', () => {
    const text = `全年公开此类信息${tokenOf(['items/class/key-tasks'])}条。`;
    expect(written(text, { 'items/class/key-tasks': 345 })).toBe('全年公开此类信息345条。');
    expect(written(text, { 'items/class/key-tasks': 346 })).toBe('全年公开此类信息346条。');
  });

  test('sums, cells and totals can stand in it', () => {
    const sum = tokenOf(['items/class/a', 'items/class/b', 't2_5/licensing/decisions']);
    const registers = { 'items/class/a': 1, 'items/class/b': 2, 'ledger/licensing/count': 38 };
    expect(written(`共${sum}件`, registers)).toBe('共41件');
  });

  test('a number without a value stays open', () => {
    const text = `新收${tokenOf(['t3/new_received/total'])}件`;
    expect(written(text, {})).toBe(text);
    expect(hasOpenNumber(text)).toBe(true);
    expect(hasOpenNumber('新收3件')).toBe(false);
  });

  test('the names that every object has are no sources', () => {
    expect(written('{{constructor}}', {})).toBe('{{constructor}}');
  });

  test('whatever stands around it is kept, and every number is found where it stands', () => {
    const plain = fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[{}]/g, ''));
    const parts = fc.array(fc.tuple(plain, fc.nat({ max: 9_999 })), { maxLength: 5 });
    fc.assert(
      fc.property(parts, plain, (list, end) => {
        const text = list.map(([before], n) => before + tokenOf([`items/class/c${n}`])).join('') + end;
        const registers = Object.fromEntries(list.map(([, count], n) => [`items/class/c${n}`, count]));
        expect(written(text, registers)).toBe(list.map(([before, count]) => before + count).join('') + end);
        const found = liveNumbers(text, (source) => registers[source] ?? null);
        expect(found.map(({ value }) => value)).toEqual(list.map(([, count]) => count));
        expect(found.every(({ start, end: to, sources }) => text.slice(start, to) === tokenOf(sources))).toBe(true);
      }),
    );
  });
});
