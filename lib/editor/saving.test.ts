import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CellAddress } from '@/lib/domain/report/content';
import { emptyDraft, formatById } from '@/lib/domain/report/formats';
import { type DraftState, mergeDraft } from '@/lib/domain/report/merge';
import { deskOf } from '@/lib/editor/desk';
import type { Answer, Door } from '@/lib/editor/door';
import { valueIn } from '@/lib/editor/places';
import { type Batch, edit } from '@/lib/editor/replica';
import type { ReportTypes } from '@/lib/editor/report-draft';
import { saverOf } from '@/lib/editor/saving';

const format = formatById('2019') ?? fail('no format 2019');
const address: CellAddress = 't3/granted/natural_person';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a save goes out within two seconds of the last key, and of the first one in a long run of keys', async () => {
  const { key, saves, shown } = office();
  key(1);
  expect(shown()).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(900);
  expect([saves.length, shown()]).toEqual([1, 'saved']);
  for (let at = 0; at < 10; at += 1) {
    key(at + 10);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(saves.length).toBe(2);
});

test('what is taken back before it went out is not sent, and the line says so', async () => {
  const { key, saves, shown } = office();
  key(1);
  key(null);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([saves.length, shown()]).toEqual([0, 'saved']);
});

test('a save that is lost is sent again, the same one, until the server is back', async () => {
  const { key, saves, shown, answers, server } = office();
  answers.push({ kind: 'unreachable' }, { kind: 'unreachable' });
  key(1);
  await vi.advanceTimersByTimeAsync(900);
  expect(shown()).toBe('offline');
  key(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown()).toBe('saved');
  expect(new Set(saves.slice(0, 3).map(({ saveId }) => saveId)).size).toBe(1);
  expect(valueIn(server.state, { kind: 'cell', address })).toBe(2);
});

test('signed out, everything waits and then goes on', async () => {
  const { key, shown, answers, server } = office();
  answers.push({ kind: 'signed_out' });
  key(7);
  await vi.advanceTimersByTimeAsync(900);
  expect(shown()).toBe('signed_out');
  await vi.advanceTimersByTimeAsync(2_000);
  expect([shown(), valueIn(server.state, { kind: 'cell', address })]).toEqual(['saved', 7]);
});

test('what the server will never take is said and mended with the next key, not sent for ever', async () => {
  const { key, saves, shown, answers } = office();
  answers.push({ kind: 'refused', issues: [{ code: 'bad_input', field: address, problem: 'too_large' }] });
  key(7);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([saves.length, shown()]).toEqual([1, 'refused']);
  key(8);
  await vi.advanceTimersByTimeAsync(900);
  expect([saves.length, shown()]).toEqual([2, 'saved']);
});

test('what the rules of input refuse is not sent, and is not called saved', async () => {
  const { desk, key, saves, shown, write } = office();
  write('文\u0007字');
  await vi.advanceTimersByTimeAsync(5_000);
  expect([saves.length, shown()]).toEqual([0, 'refused']);
  key(1);
  await vi.advanceTimersByTimeAsync(900);
  expect([saves.length, shown()]).toEqual([1, 'refused']);
  write('文字');
  await vi.advanceTimersByTimeAsync(900);
  expect([saves.length, shown()]).toEqual([2, 'saved']);
  expect(desk.get().replica.server.draft.preamble).toEqual([{ id: 'b1', kind: 'paragraph', text: '文字' }]);
});

test('with the leaders nothing is sent any more, and nothing is thrown away', async () => {
  const { key, saves, shown, answers, desk } = office();
  answers.push({ kind: 'closed', issues: [{ code: 'move_not_open', status: 'in_review' }] });
  key(7);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([saves.length, shown()]).toEqual([1, 'closed']);
  expect(valueIn(desk.get().replica.wanted, { kind: 'cell', address })).toBe(7);
});

/** A desk, and a server that answers what it is told to and otherwise saves. */
function office() {
  const state: DraftState = { draft: emptyDraft(format), office: { origins: {}, reasons: {}, publishOn: null } };
  const server = { version: 0, state };
  const desk = deskOf(format, server);
  const saves: Batch<ReportTypes>[] = [];
  const answers: Answer<ReportTypes>[] = [];
  const door: Door<ReportTypes> = {
    async save(batch) {
      saves.push(batch);
      const told = answers.shift();
      if (told) return told;
      server.state = mergeDraft(format, server.state, batch.changes).state;
      server.version += 1;
      return { kind: 'saved', ...server, conflicts: [] };
    },
    news: async () => ({ kind: 'unchanged' }),
  };
  const saver = saverOf(desk, door, () => true);
  const key = (to: number | null) => {
    desk.update((before) => {
      const from = valueIn(before.replica.wanted, { kind: 'cell', address });
      return { ...before, replica: edit(before.replica, { kind: 'cell', address, from, to }) };
    });
    saver.touched();
  };
  const write = (text: string) => {
    desk.update((before) => {
      const from = before.replica.wanted.draft.preamble;
      const to = [{ id: 'b1', kind: 'paragraph' as const, text }];
      return { ...before, replica: edit(before.replica, { kind: 'text', section: 'preamble', from, to }) };
    });
    saver.touched();
  };
  return { desk, key, write, saves, answers, server, shown: () => desk.get().saving.kind };
}

function fail(message: string): never {
  throw new Error(message);
}
