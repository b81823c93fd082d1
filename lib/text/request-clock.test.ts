import { expect, test } from 'vitest';
import { calendar } from '@/lib/domain/calendar/calendar';
import { aRequest } from '@/lib/domain/requests/a-request';
import { clockOf } from '@/lib/domain/requests/clock';
import { ledgerOf } from '@/lib/domain/requests/ledger';
import { stretchesOf, stripOf } from '@/lib/domain/requests/ledger-views';
import { defaultReadings } from '@/lib/domain/requests/readings';
import { stateOf } from '@/lib/domain/requests/replay';
import { calendarNote, clockFacts, gapWords, stretchDays, stretchWords, stripLabel } from '@/lib/text/request-clock';
import { explanation } from '@/lib/text/request-explanation';

const today = '2021-11-03';
const ground = { calendar, today, readings: defaultReadings } as const;
const events = aRequest(
  ['2021-09-16', 'registered', { channel: 'internet' }],
  ['2021-09-17', 'received', { by: 'confirmation' }],
  ['2021-09-27', 'third_party_consulted'],
  ['2021-10-11', 'third_party_answered'],
  ['2021-10-26', 'extended', { workingDays: 10 }],
);
const ledger = ledgerOf(events, ground);
const clock = clockOf(events, ground);
const reply = clock.steps.find(({ name }) => name === 'reply') ?? null;

test('the large facts: last day, today, what is left, how long', () => {
  expect(clockFacts(clock, reply, today, 10).map(({ term, value, note }) => [term, value, note])).toEqual([
    ['最晚答复', '11月12日', '星期五'],
    ['今天是', '第23个工作日', '11月3日 星期三'],
    ['还剩', '7个工作日', ''],
    ['期限共', '30个工作日', '20个，延长10个'],
  ]);
});

test('stretches say which days they are, what they count for and why', () => {
  const said = stretchesOf(ledger).map((stretch) => [
    stretchDays(stretch, '2021'),
    ...Object.values(stretchWords(stretch, events, today)).flat(),
  ]);
  expect(said[0]).toEqual([
    '9月16日 周四',
    '申请已经到达，尚未确认收到',
    '16日网上提交的申请到达，登记',
    '（条例第三十一条第（三）项）',
  ]);
  expect(said).toContainEqual(['9月18日 周六', '调休上班', '（国务院办公厅关于部分节假日安排的通知）']);
  expect(said).toContainEqual([
    '9月28日至10月11日',
    '征求第三方意见，停止计算',
    '11日第三方答复',
    '其间有6个工作日（含10月9日周六调休上班），都不计。（条例第三十三条第三款）',
  ]);
  expect(said.at(-1)).toEqual(['11月8日至12日', '工作日，延长期内', '12日为最晚答复日', '']);
});

test('the strip and the calendar name pauses, the extension and the notices', () => {
  const marks = stripOf(ledger, today);
  expect(stripLabel(marks)).toBe('30个工作日，已过23个');
  expect(marks.flatMap((mark) => (mark.kind === 'day' ? [] : [gapWords(mark)]))).toEqual(['征求意见，停14天', '延长']);
  expect(calendarNote(ledger)).toBe('节假日和调休依据国务院办公厅2021年放假安排。右下角数字是第几个工作日。');
});

test('a day beyond the notices is said to be provisional', () => {
  const open = aRequest(['2027-03-01', 'registered'], ['2027-03-01', 'received']);
  const unsure = ledgerOf(open, { ...ground, today: '2027-03-02' });
  expect(calendarNote(unsure)).toContain('2027年的安排尚未公布，暂按周末推算');
});

test('the applicant is told in plain words why the answer is due then', () => {
  const said = explanation({ asked: '补助名单', state: stateOf(events), events, clock, reply, ledger });
  expect(said).toEqual([
    '您申请公开“补助名单”，我们于2021年9月17日收到。',
    '按照《政府信息公开条例》，应当自收到申请之日起20个工作日内答复。其中涉及他人权益，我们于2021年9月27日书面征求了第三方意见，2021年10月11日收到答复，这段时间依法不计入期限。经批准延长10个工作日，2021年10月26日已告知您。',
    '因此，最晚于2021年11月12日（星期五）答复您。周末和法定节假日不计，9月18日、9月26日调休上班，计入。',
  ]);
  const unconfirmed = aRequest(['2021-09-16', 'registered', { channel: 'internet' }]);
  expect(
    explanation({
      ...{ asked: '', events: unconfirmed, reply: null, ledger: [] },
      ...{ state: stateOf(unconfirmed), clock: clockOf(unconfirmed, ground) },
    }),
  ).toEqual([]);
});
