import { expect, test } from 'vitest';
import type { Change } from '@/lib/domain/report/changes';
import { formatById } from '@/lib/domain/report/formats';
import { changeViews, movedWords, sentencesKept, totalsMoved } from '@/lib/text/changes';

const format = formatById('2019') ?? expect.fail();

const changes: Change[] = [
  { kind: 'cell', address: 't2_9/procurement/amount', before: '5344.0000', after: '0.5344' },
  { kind: 'cell', address: 't3/new_received/natural_person', before: 1, after: 0 },
  { kind: 'cell', address: 't3/new_received/total', before: 1, after: 0 },
  { kind: 'unchanged', section: 's1', sentences: 4 },
  {
    kind: 'sentence',
    section: 's1',
    block: 'b3',
    before: null,
    after: '2020年没有收到申请。',
    parts: [{ kind: 'added', text: '2020年没有收到申请。' }],
  },
];

test('a change names its place, and its figure as it would be printed', () => {
  const [, received, sentence] = changeViews(format, changes);
  expect(received).toMatchObject({ place: 't3/new_received/natural_person', mark: '数', before: '1', after: '0' });
  expect(received?.title).toContain('自然人');
  expect(sentence).toMatchObject({ place: 's1#b3', title: '总体情况', mark: '新增1句', before: null });
});

test('totals that follow are counted, not listed', () => {
  expect(changeViews(format, changes)).toHaveLength(3);
  expect(totalsMoved(format, changes)).toBe(1);
  expect(sentencesKept(changes)).toBe(4);
});

test('the distance to last year is exact, and has no percentage from nothing', () => {
  expect(movedWords(483, 545, '条')).toBe('多62条（12.8%）');
  expect(movedWords('1.2860', '0.5344', '万元')).toBe('少0.7516万元（58.4%）');
  expect(movedWords(0, 3, '件')).toBe('多3件');
  expect(movedWords(null, 3, '件')).toBe('');
});
