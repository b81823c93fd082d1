import 'server-only';
import { Decimal } from 'decimal.js';
import { type Actor, can } from '@/lib/domain/access';
import { id as rowId } from '@/lib/domain/input';
import type { CorrectedEntry, LedgerKind, NewEntry } from '@/lib/domain/ledger/entry';
import { now, today } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db';
import type { LedgerEntry, Prisma } from '@/lib/server/generated/client';
import { holdOrganisation } from '@/lib/server/people/accounts';
import { record } from '@/lib/server/record';
import { Refusal } from '@/lib/server/refusal';

/** Enters the figures of a month into a ledger; answers the entry's id. Nobody enters a month that has not begun. */
export async function addEntry({ kind, month, fieldId, ...figures }: NewEntry, actor: Actor): Promise<string> {
  askToKeep(actor);
  if (month > today().slice(0, 7)) throw new Refusal([{ code: 'bad_input', field: 'month', problem: 'too_large' }]);
  return db.$transaction(async (tx) => {
    const { organisationId } = actor;
    const field = await tx.field.findFirst({ where: { id: fieldId, organisationId } });
    if (!field) throw new Refusal([{ code: 'not_found' }]);
    if (field.closedAt) throw new Refusal([{ code: 'bad_input', field: 'fieldId', problem: 'unknown_choice' }]);
    return write(tx, { kind, month: firstDayOf(month), fieldId, ...figures, correctsId: null }, actor);
  });
}

/**
 * Sets right what an entry said, by a further entry that makes up the difference. A correction of a correction is one of
 * the first entry. An entry that already says so is left alone.
 */
export async function correctEntry({ id, kind, count, amount, source }: CorrectedEntry, actor: Actor): Promise<void> {
  askToKeep(actor);
  return db.$transaction(async (tx) => {
    const { organisationId } = actor;
    await holdOrganisation(tx, organisationId); // of two corrections at once the second reads the first
    const [first, ...later] = await tx.ledgerEntry.findMany({
      where: { organisationId, kind, OR: [{ id, correctsId: null }, { correctsId: id }] },
      orderBy: [{ correctsId: { sort: 'asc', nulls: 'first' } }, { at: 'asc' }],
    });
    if (!first) throw new Refusal([{ code: 'not_found' }]);
    const stands = sumOf([first, ...later]);
    const missing = {
      count: count - stands.count,
      amount: amount === null ? null : new Decimal(amount).minus(stands.amount ?? 0).toFixed(2),
    };
    if (missing.count === 0 && Number(missing.amount ?? 0) === 0) return;
    const { month, fieldId } = first;
    await write(tx, { kind, month, fieldId, ...missing, source, correctsId: id }, actor);
  });
}

type Written = Pick<LedgerEntry, 'kind' | 'month' | 'fieldId' | 'count' | 'source' | 'correctsId'> & {
  amount: string | null;
};

async function write(tx: Tx, entry: Written, actor: Actor): Promise<string> {
  const { organisationId, id: userId } = actor;
  const { id } = await tx.ledgerEntry.create({
    data: { ...entry, organisationId, userId, at: now() },
    select: { id: true },
  });
  const { kind: ledger, month, count, amount, correctsId: corrects } = entry;
  const said = { ledger, month: month.toISOString().slice(0, 7), count, amount, corrects };
  await record(tx, actor, null, { kind: 'ledger_entry_added', entryId: id, ...said });
  return id;
}

const shown = {
  id: true,
  kind: true,
  month: true,
  count: true,
  amount: true,
  source: true,
  correctsId: true,
  at: true,
  field: { select: { id: true, name: true } },
  user: { select: { name: true } },
} satisfies Prisma.LedgerEntrySelect;
type Row = Prisma.LedgerEntryGetPayload<{ select: typeof shown }>;

/** One entry as it stands now, with every correction below it. */
export type LedgerLine = ReturnType<typeof lineOf>;

/** The entries of a ledger and year with their corrections, newest month first, and what they come to. */
export async function ledgerOf(kind: LedgerKind, year: number, actor: Actor) {
  askToSee(actor);
  const month = { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) };
  const rows = await db.ledgerEntry.findMany({
    where: { organisationId: actor.organisationId, kind, month },
    orderBy: [{ month: 'desc' }, { at: 'asc' }],
    select: shown,
  });
  const lines = rows
    .filter(({ correctsId }) => correctsId === null)
    .map((row) =>
      lineOf(
        row,
        rows.filter(({ correctsId }) => correctsId === row.id),
      ),
    );
  return { lines, total: sumOf(rows), recorded: rows.length > 0 };
}

/** One entry with its corrections; null for none and for another organisation's. */
export async function ledgerEntry(id: string, actor: Actor): Promise<LedgerLine | null> {
  askToSee(actor);
  if (!rowId.safeParse(id).success) return null;
  const { organisationId } = actor;
  const rows = await db.ledgerEntry.findMany({
    where: { organisationId, OR: [{ id }, { correctsId: id }] },
    orderBy: { at: 'asc' },
    select: shown,
  });
  const first = rows.find((row) => row.id === id && row.correctsId === null);
  return first
    ? lineOf(
        first,
        rows.filter((row) => row !== first),
      )
    : null;
}

/** The fields that an entry can be about. */
export const ledgerFields = (actor: Actor) => {
  askToSee(actor);
  return db.field.findMany({
    where: { organisationId: actor.organisationId, closedAt: null },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
};

function lineOf(first: Row, corrections: readonly Row[]) {
  const { id, kind, month, field, count, amount } = first;
  return {
    ...{ id, kind, month: month.toISOString().slice(0, 7), field },
    stands: sumOf([first, ...corrections]),
    first: { count, amount: amount?.toFixed(2) ?? null, ...writtenBy(first) },
    corrections: corrections.map((row) => ({
      id: row.id,
      count: row.count,
      amount: row.amount?.toFixed(2) ?? null,
      ...writtenBy(row),
    })),
  };
}

const writtenBy = ({ source, at, user }: Row) => ({ source, at, by: user.name });

function sumOf(rows: readonly Pick<LedgerEntry, 'count' | 'amount'>[]) {
  const amounts = rows.flatMap(({ amount }) => (amount ? [amount] : []));
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    amount: amounts.length > 0 ? Decimal.sum(...amounts.map(String)).toFixed(2) : null,
  };
}

const firstDayOf = (month: string) => new Date(`${month}-01T00:00:00Z`);

function askToKeep(actor: Actor) {
  if (!can(actor, 'create')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
}

function askToSee(actor: Actor) {
  if (!can(actor, 'view')) throw new Refusal([{ code: 'not_allowed', denial: 'role_missing' }]);
}
