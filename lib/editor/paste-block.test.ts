import { expect, test } from 'vitest';
import { formatById } from '@/lib/domain/report/formats';
import { gridOf, spotOf } from '@/lib/editor/grid';
import { pasteBlock } from '@/lib/editor/paste-block';
import { sheetOfText } from '@/lib/editor/pasted-table';

const paste = (section: string, from: `${string}/${string}/${string}`, text: string) => {
  const format = formatById('2019');
  const grid = format ? gridOf(format, section) : [];
  return pasteBlock(grid, spotOf(grid, from) ?? { row: -1, column: -1 }, sheetOfText(text));
};

test('a block fills from the active cell', () => {
  const { filled, refused } = paste('s2', 't2_5/licensing/items_last_year', '４\t-1\t1,234\r\n\t0\t38\r\n');
  expect(refused).toEqual([]);
  expect(filled).toEqual([
    { address: 't2_5/licensing/items_last_year', value: 4 },
    { address: 't2_5/licensing/change_this_year', value: -1 },
    { address: 't2_5/licensing/decisions', value: 1234 },
    { address: 't2_5/other_services/items_last_year', value: null },
    { address: 't2_5/other_services/change_this_year', value: 0 },
    { address: 't2_5/other_services/decisions', value: 38 },
  ]);
});

test('totals are passed over, what is doubtful is refused at its cell, what falls outside is counted', () => {
  const pasted = paste('s3', 't3/carried_forward/legal_service_institution', '1\t约2件\t9\t7\n5');
  expect(pasted.filled).toEqual([{ address: 't3/carried_forward/legal_service_institution', value: 1 }]);
  expect(pasted.refused).toEqual([
    { address: 't3/carried_forward/other_org', text: '约2件', problem: 'doubtful_number' },
  ]);
  expect(pasted).toMatchObject({ computed: 1, outside: 2 });
});
