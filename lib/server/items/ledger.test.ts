import { describe, expect, test } from 'vitest';
import type { NewEntry } from '@/lib/domain/ledger/entry';
import { closeField } from '@/lib/server/catalogue/fields';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { addEntry, correctEntry, ledgerEntry, ledgerOf } from '@/lib/server/items/ledger';
import { registersOf } from '@/lib/server/reports/registers';
import { aTownship } from '@/lib/server/testing/a-township';
import { issuesOf } from '@/lib/server/testing/issues-of';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asApplication } = withDatabase();

async function aLedger() {
  const { id: organisationId, people } = await aTownship();
  const { id: fieldId } = await db.field.findFirstOrThrow({ where: { organisationId } });
  const enter = (entry: Partial<NewEntry> = {}) =>
    addEntry(
      { kind: 'licensing', month: '2020-07', fieldId, count: 38, amount: null, source: '许可台账第3册', ...entry },
      people.drafter,
    );
  return { organisationId, people, fieldId, enter };
}

describe('the ledgers', () => {
  test('feed the registers of their year, and of no other', async () => {
    const { organisationId, enter } = await aLedger();
    await enter({ month: '2020-01', count: 20 });
    await enter({ month: '2020-12', count: 18 });
    await enter({ month: '2021-01', count: 7 });
    const registers = await registersOf(db, organisationId, 2020);
    expect(registers['ledger/licensing/count']).toBe(38);
    expect(registers).not.toHaveProperty(['ledger/penalties/count']);
    expect(await registersOf(db, organisationId, 2021)).toMatchObject({
      'ledger/licensing/count': 7,
      'ledger/licensing/count@2020': 38,
    });
  });

  test('keep yuan exact', async () => {
    const { organisationId, people, enter } = await aLedger();
    for (const amount of ['0.10', '0.20', '5343.70']) await enter({ kind: 'government_procurement', count: 1, amount });
    const registers = await registersOf(db, organisationId, 2020);
    expect(registers['ledger/government_procurement/amount']).toBe('5344.00');
    const { total } = await ledgerOf('government_procurement', 2020, people.auditor);
    expect(total).toEqual({ count: 3, amount: '5344.00' });
  });

  test('are corrected by new entries, as often as it takes', async () => {
    const { organisationId, people, enter } = await aLedger();
    const id = await enter({ count: 83 });
    const put = (count: number, source = '抄错，见第12页') =>
      correctEntry({ id, kind: 'licensing', count, amount: null, source }, people.drafter);
    await put(38);
    await put(38, '再说一遍');
    await put(39, '漏记1件');
    const entry = await ledgerEntry(id, people.section_leader);
    expect(entry?.stands.count).toBe(39);
    expect(entry?.first).toMatchObject({ count: 83, source: '许可台账第3册', by: people.drafter.name });
    expect(entry?.corrections.map(({ count, source }) => [count, source])).toEqual([
      [-45, '抄错，见第12页'],
      [1, '漏记1件'],
    ]);
    expect((await registersOf(db, organisationId, 2020))['ledger/licensing/count']).toBe(39);
  });

  test('two corrections at once end at one of the two figures', async () => {
    const { people, enter } = await aLedger();
    const id = await enter({ count: 5 });
    const put = (count: number) =>
      correctEntry({ id, kind: 'licensing', count, amount: null, source: '更正' }, people.drafter);
    await Promise.all([put(7), put(9)]);
    expect([7, 9]).toContain((await ledgerEntry(id, people.drafter))?.stands.count);
  });

  test('take no month that has not begun, and no closed or foreign field', async () => {
    const { people, fieldId, enter } = await aLedger();
    const other = await aLedger();
    const later = `${now().getFullYear() + 1}-01`;
    expect(await issuesOf(enter({ month: later }))).toMatchObject([{ field: 'month' }]);
    expect(await issuesOf(enter({ fieldId: other.fieldId }))).toMatchObject([{ code: 'not_found' }]);
    await closeField({ id: fieldId }, people.administrator);
    expect(await issuesOf(enter())).toMatchObject([{ field: 'fieldId' }]);
  });

  test('are kept by those who draft, and by nobody else', async () => {
    const { people, fieldId } = await aLedger();
    const entry = { kind: 'licensing', month: '2020-07', fieldId, count: 1, amount: null, source: '台账' } as const;
    for (const role of ['section_leader', 'principal_leader', 'administrator', 'auditor'] as const) {
      expect(await issuesOf(addEntry(entry, people[role]))).toMatchObject([{ code: 'not_allowed' }]);
    }
  });

  test('cannot be rewritten in the database', async () => {
    const { enter } = await aLedger();
    const id = await enter();
    const rewrite = asApplication(`UPDATE ledger_entry SET count = 1 WHERE id = '${id}'`);
    await expect(rewrite).rejects.toThrow(/permission denied|append-only/);
  });
});

test('every entry is a line of the trail', async () => {
  const { organisationId, enter } = await aLedger();
  const entryId = await enter({ kind: 'administrative_fees', count: 2, amount: '30.50' });
  const last = await db.auditEvent.findFirstOrThrow({ where: { organisationId }, orderBy: { sequence: 'desc' } });
  expect(JSON.parse(last.event)).toEqual({
    ...{ kind: 'ledger_entry_added', entryId, ledger: 'administrative_fees' },
    ...{ month: '2020-07', count: 2, amount: '30.50', corrects: null },
  });
});
