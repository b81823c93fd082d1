import 'server-only';
import { z } from 'zod';
import { type Actor, can } from '@/lib/domain/access';
import { keptFaults, type Outcome, type VerificationFault, verificationFault } from '@/lib/domain/verification';
import { asTheOnlyOne } from '@/lib/server/as-the-only-one';
import { dayOf } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { auditVerify, organisationsToVerify } from '@/lib/server/verify/audit-verify';
import { verifyFeed } from '@/lib/server/verify/verify-feed';
import { verifyIndex } from '@/lib/server/verify/verify-index';
import { type Get, type VerifiedEdition, verifyPublic } from '@/lib/server/verify/verify-public';

/**
 * The night that an instant belongs to, as the day on which it ends: it begins at the time of the check ("02:30", in
 * China) and lasts until the same time of the next day.
 */
export function nightOf(at: Date, time: string) {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayOf(new Date(at.getTime() - (hours * 60 + minutes) * 60_000));
}

/**
 * Reads back everything that is public of every organisation for which that has not been done this night, in one process
 * only. Answers how many faults there are by organisation; null where another process is at it.
 */
export function verifyNight(night: Day, at: Date, get: Get): Promise<{ name: string; faultCount: number }[] | null> {
  return asTheOnlyOne('verification', async () => {
    const done = await db.verification.findMany({ where: { night: asDate(night) }, select: { organisationId: true } });
    const outcomes: { name: string; faultCount: number }[] = [];
    for (const { id, slug, name } of await organisationsToVerify(undefined)) {
      if (done.some(({ organisationId }) => organisationId === id)) continue;
      const outcome = await verifyAll({ id, slug }, get);
      await keepOutcome(id, outcome, at, night);
      outcomes.push({ name, faultCount: outcome.faultCount });
    }
    return outcomes;
  });
}

type Day = ReturnType<typeof dayOf>;

/** Reads back every edition of an organisation, what lists them, and its trail; `heard` is told of each edition as it is done. */
export async function verifyAll(
  { id, slug }: { id: string; slug: string },
  get: Get,
  { all = true, heard = () => {} }: { all?: boolean; heard?: (edition: VerifiedEdition) => void } = {},
): Promise<Outcome & { trail: Trail }> {
  const outcome: Outcome = { editions: 0, answers: 0, faultCount: 0, faults: [] };
  const add = (fault: VerificationFault) => {
    outcome.faultCount += 1;
    if (outcome.faults.length < keptFaults) outcome.faults.push(fault);
  };
  for await (const edition of verifyPublic(slug, get, all)) {
    const { title, number, answers, faults } = edition;
    outcome.editions += 1;
    outcome.answers += answers;
    for (const fault of faults) add({ of: 'edition', title, number, fault });
    heard(edition);
  }
  for (const verify of [verifyIndex, verifyFeed]) {
    for await (const edition of verify({ id, slug }, get)) {
      const { title, number, faults } = edition;
      for (const fault of faults) add({ of: 'edition', title, number, fault });
      heard(edition);
    }
  }
  const { broken, unwitnessed, lines, last } = await auditVerify(id);
  const faults: VerificationFault[] = unwitnessed.map(({ what, id: row }) => ({ of: 'row', what, id: row }));
  if (broken) faults.unshift({ of: 'line', ...broken });
  for (const fault of faults) add(fault);
  return { ...outcome, trail: { lines, last, faults } };
}

type Trail = { lines: number; last: { hash: string }; faults: VerificationFault[] };

/** Keeps what a check came to; `night` is null where somebody asked for it. */
export async function keepOutcome(organisationId: string, outcome: Outcome, at: Date, night: Day | null) {
  const { editions, answers, faultCount, faults } = outcome;
  const data = { organisationId, at, night: night && asDate(night), editions, answers, faultCount, faults };
  await db.verification.create({ data });
}

export type Standing = { day: Day; count: number; faults: VerificationFault[] };

/** What the newest check found wrong, for those who look after the installation; null where it found nothing. */
export async function standingFaults(actor: Actor): Promise<Standing | null> {
  if (!can(actor, 'manage')) return null;
  const newest = await db.verification.findFirst({
    where: { organisationId: actor.organisationId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  if (!newest || newest.faultCount === 0) return null;
  return { day: dayOf(newest.at), count: newest.faultCount, faults: z.array(verificationFault).parse(newest.faults) };
}

const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);
