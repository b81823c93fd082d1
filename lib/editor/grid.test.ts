import { expect, test } from 'vitest';
import { formatById } from '@/lib/domain/report/formats';
import { cellIn, type Direction, gridOf, spotOf, step } from '@/lib/editor/grid';

const gridOfSection = (section: string) => gridOf(format2019(), section);

const walk = (section: string, from: string, ...path: Direction[]) => {
  const grid = gridOfSection(section);
  const start = spotOf(grid, from as `${string}/${string}/${string}`);
  if (!start) throw new Error(`no cell ${from}`);
  return cellIn(
    grid,
    path.reduce((spot, direction) => step(grid, spot, direction), start),
  )?.address;
};

test('group rows carry no cells, totals are never stopped at', () => {
  expect(gridOfSection('s3').some((line) => line.some(({ row }) => !row.figures))).toBe(false);
  expect(walk('s3', 't3/new_received/other_org', 'right')).toBe('t3/new_received/other_org');
  expect(walk('s3', 't3/new_received/natural_person', 'row_end')).toBe('t3/new_received/other_org');
  expect(walk('s3', 't3/carried_forward/natural_person', 'up', 'down')).toBe('t3/carried_forward/natural_person');
});

test('down and up pass through tables of different width', () => {
  expect(walk('s2', 't2_6/coercive_measures/decisions', 'down')).toBe('t2_8/administrative_fees/change_this_year');
  expect(walk('s2', 't2_9/government_procurement/total_amount', 'start')).toBe('t2_1/rules/newly_made');
  expect(walk('s2', 't2_1/rules/newly_made', 'end')).toBe('t2_9/government_procurement/total_amount');
});

test('the next cell in reading order goes over totals and from table to table', () => {
  expect(walk('s3', 't3/new_received/other_org', 'next')).toBe('t3/carried_over/natural_person');
  expect(walk('s2', 't2_1/normative_documents/total_disclosed', 'next')).toBe('t2_5/licensing/items_last_year');
  expect(walk('s2', 't2_5/licensing/items_last_year', 'previous')).toBe('t2_1/normative_documents/total_disclosed');
});

test('nothing lies beyond the corners', () => {
  expect(walk('s2', 't2_1/rules/newly_made', 'up', 'left')).toBe('t2_1/rules/newly_made');
  const last = 't4/cases/litigation_after_reconsideration_pending';
  expect(walk('s4', last, 'down', 'right')).toBe(last);
});

function format2019() {
  const format = formatById('2019');
  if (!format) throw new Error('no format 2019');
  return format;
}
