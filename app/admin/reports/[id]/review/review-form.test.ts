import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviewForm } from '@/app/admin/reports/[id]/review/review-form';

const aForm = (more: Record<string, unknown>) => ({
  id: '0192f7a0-0000-7000-8000-000000000001',
  version: '7',
  sha256: 'a'.repeat(64),
  move: 'send_back',
  note: '',
  ...more,
});

const read = (more: Record<string, unknown>) => reviewForm.parse(aForm(more)).remarks;
const refused = (more: Record<string, unknown>) =>
  reviewForm.safeParse(aForm(more)).error?.issues.map(({ path, message }) => [path.join('.'), message]);

test('a returned change becomes a remark at its place, an agreed one does not', () => {
  const fields = {
    'place/1': 't3/new_received/total',
    'verdict/1': 'agree',
    'remark/1': '不算数',
    'place/2': 's1#b3',
    'verdict/2': 'return',
    'remark/2': ' 写全称。 ',
  };
  expect(read(fields)).toEqual([{ place: 's1#b3', words: '写全称。' }]);
});

test('a returned change must say what is wrong with it', () => {
  expect(refused({ 'place/1': 's1#b3', 'verdict/1': 'return', 'remark/1': ' ' })).toEqual([['remark/1', 'required']]);
});

test('paragraphs count when something is written, cells when row and column are chosen too', () => {
  const fields = {
    'block/s5#b1': '太空泛。',
    'block/s5#b2': '',
    'cell/t3/1': '这1件是什么？',
    'row/t3/1': 'new_received',
    'column/t3/1': 'natural_person',
    'cell/t3/2': '',
    'row/t3/2': '',
  };
  expect(read(fields)).toEqual([
    { place: 's5#b1', words: '太空泛。' },
    { place: 't3/new_received/natural_person', words: '这1件是什么？' },
  ]);
  expect(refused({ 'cell/t4/1': '不对', 'row/t4/1': '', 'column/t4/1': 'upheld' })).toEqual([['row/t4/1', 'required']]);
});

test('whatever is sent, the form answers with remarks or with a refusal, never with a fault', () => {
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('verdict/', 'block/x', 'cell/t3', 'cell/', 'remark/', 'note', 'version'),
  );
  const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant('return'));
  fc.assert(
    fc.property(fc.dictionary(names, values), (fields) => {
      reviewForm.safeParse(aForm(fields));
      reviewForm.safeParse(fields);
    }),
    { numRuns: 1_000 },
  );
});
