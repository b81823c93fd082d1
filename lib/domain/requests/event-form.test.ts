import { expect, test } from 'vitest';
import { eventOfForm } from '@/lib/domain/requests/event-form';
import { requestEventKinds } from '@/lib/domain/requests/events';

const asked = { on: '2026-03-02' };

test('forms become events: numbers, yes and no, nothing', () => {
  expect(
    eventOfForm('extended', { ...asked, workingDays: ' 10 ', consentedOn: '2026-03-01', consentBy: '王某' }, 'k'),
  ).toEqual({
    id: 'k',
    kind: 'extended',
    on: '2026-03-02',
    workingDays: 10,
    consentedOn: '2026-03-01',
    consentBy: '王某',
  });
  expect(eventOfForm('other_body_consulted', { ...asked, body: '县财政局', joint: 'no' }, 'k')).toMatchObject({
    joint: false,
  });
  expect(eventOfForm('litigation_opened', { ...asked, after: '' }, 'k')).toMatchObject({ after: null });
});

test('an answer brings its row of table three', () => {
  expect(eventOfForm('replied', { ...asked, reply: 'already_public' }, 'k')).toMatchObject({ row: 'granted' });
  expect(eventOfForm('replied', { ...asked, reply: 'not_responsible' }, 'k')).toMatchObject({
    row: 'unavailable_not_held',
  });
});

test('the fee is computed: 31 items 2,200, the 11th of a month 100, 201 pages 2,740; what costs nothing is refused', () => {
  const fee = (typed: Record<string, string>) => eventOfForm('fee_noticed', { ...asked, before: '0', ...typed }, 'k');
  expect(fee({ method: 'items', quantity: '31' })).toMatchObject({ amount: 2200 });
  expect(fee({ method: 'items', quantity: '1', before: '10' })).toMatchObject({ amount: 100 });
  expect(fee({ method: 'pages', quantity: '201' })).toMatchObject({ amount: 2740 });
  expect(fee({ method: 'pages', quantity: '30' })).toMatchObject([{ because: 'no_fee_due', field: 'quantity' }]);
  expect(fee({ method: 'pages', quantity: '三十', amount: '1' })).toMatchObject([
    { field: 'quantity', problem: 'not_a_number' },
  ]);
});

test('what is left out or wrong is told by its field', () => {
  expect(eventOfForm('extended', { on: '2026-02-30', workingDays: '', consentedOn: '', consentBy: '' }, 'k')).toEqual([
    { code: 'bad_input', field: 'workingDays', problem: 'required' },
  ]);
  expect(eventOfForm('extended', { on: '2026-02-30', workingDays: '5', consentedOn: '', consentBy: '' }, 'k')).toEqual([
    { code: 'bad_input', field: 'on', problem: 'not_a_day' },
    { code: 'bad_input', field: 'consentedOn', problem: 'required' },
    { code: 'bad_input', field: 'consentBy', problem: 'required' },
  ]);
  expect(
    eventOfForm('extended', { ...asked, workingDays: '21', consentedOn: '2026-03-01', consentBy: '王某' }, 'k'),
  ).toEqual([{ code: 'bad_input', field: 'workingDays', problem: 'too_large' }]);
  expect(eventOfForm('replied', asked, 'k')).toEqual([{ code: 'bad_input', field: 'reply', problem: 'required' }]);
  expect(eventOfForm('other_body_consulted', { ...asked, joint: 'perhaps' }, 'k')).toMatchObject([{ field: 'joint' }]);
});

test('an empty form of any kind is refused by its day, and never throws', () => {
  for (const kind of requestEventKinds) {
    const answer = eventOfForm(kind, {}, 'k');
    expect(Array.isArray(answer), kind).toBe(true);
  }
});
