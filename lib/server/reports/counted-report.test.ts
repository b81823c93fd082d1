import { expect, test } from 'vitest';
import { blocksOf } from '@/lib/domain/report/a-report';
import { valueAt } from '@/lib/domain/report/cells';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { kindOf } from '@/lib/server/documents/document-kinds';
import { moveDocument } from '@/lib/server/documents/move-document';
import { addEntry } from '@/lib/server/items/ledger';
import { parseReport } from '@/lib/server/reports/annual-report';
import { reportDesk } from '@/lib/server/reports/reports';
import { reviewOf } from '@/lib/server/reports/review';
import { saveDraft } from '@/lib/server/reports/save-draft';
import { aTownship } from '@/lib/server/testing/a-township';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

test('what the ledger counts goes into the frozen cells and sentences, and moves with it until then', async () => {
  const { id: organisationId, people, aReport } = await aTownship();
  const { drafter } = people;
  const { id } = await aReport({ status: 'draft', year: 2022 });
  const field = await db.field.findFirstOrThrow({ where: { organisationId } });
  const enter = (count: number) =>
    addEntry(
      { kind: 'licensing', month: '2022-03', fieldId: field.id, count, amount: null, source: '许可台账' },
      drafter,
    );
  const desk = await reportDesk(id, drafter);
  const before = desk?.state.draft.text.s1 ?? [];
  const sentence = blocksOf(['全年办理行政许可{{t2_5/licensing/decisions}}件。']).map((block) => ({
    ...block,
    id: 'live',
  }));
  await saveDraft(
    {
      ...{ id, saveId: crypto.randomUUID(), base: desk?.document.version ?? 0 },
      changes: [{ kind: 'text', section: 's1', from: [...before], to: [...before, ...sentence] }],
    },
    drafter,
  );
  const frozen = async () => {
    const document = await db.document.findUniqueOrThrow({ where: { id } });
    return parseReport((await kindOf('annual_report').prepare(db, document)).content);
  };
  await enter(12);
  const first = await frozen();
  expect(valueAt(first.tables, 't2_5/licensing/decisions')).toBe(12);
  expect(first.text?.s1?.at(-1)?.text).toBe('全年办理行政许可12件。');
  await enter(3);
  expect((await frozen()).text?.s1?.at(-1)?.text).toBe('全年办理行政许可15件。');
});

test('a counted cell is typed over only with a reason, and the leaders see it', async () => {
  const { id: organisationId, people, aReport } = await aTownship();
  const { drafter, section_leader: leader } = people;
  const { id } = await aReport({ status: 'draft', year: 2022 });
  const field = await db.field.findFirstOrThrow({ where: { organisationId } });
  await addEntry(
    { kind: 'licensing', month: '2022-03', fieldId: field.id, count: 38, amount: null, source: '许可台账' },
    drafter,
  );
  const address = 't2_5/licensing/decisions' as const;
  const desk = await reportDesk(id, drafter);
  const from = valueAt(desk?.state.draft.tables ?? {}, address);
  const type = (note: string | null) =>
    saveDraft(
      {
        ...{ id, saveId: crypto.randomUUID(), base: 0 },
        changes: [
          { kind: 'cell', address, from, to: 40, ...(note !== null && { origin: { kind: 'typed_over', note } }) },
        ],
      },
      drafter,
    );
  for (const note of [null, ' ']) {
    expect(await issuesOf(type(note))).toEqual([{ code: 'counted_cell', field: address }]);
  }
  await type('县局委托办理2件没有登记');
  const { version } = await db.document.findUniqueOrThrow({ where: { id } });
  const secrecy = { result: 'public' as const, by: '孙某', at: today(), statement: '' };
  await moveDocument({ id, version, move: 'submit', note: '', secrecy }, drafter);
  expect((await reviewOf(id, leader))?.typedOver).toEqual([
    { address, value: 40, counted: 38, reason: '县局委托办理2件没有登记' },
  ]);
});
