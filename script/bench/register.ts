import { countedKinds, type RegisterFilter, registerFilter, searchOf, sorts } from '@/lib/domain/items/register-filter';
import { statuses } from '@/lib/domain/workflow/moves';
import { db } from '@/lib/server/db';
import { registerPage } from '@/lib/server/items/register';
import { cookieFor, sessionCookie } from '@/lib/server/people/session-cookie';
import type { SignedIn } from '@/lib/server/people/sign-in-session';
import { registersOf } from '@/lib/server/reports/registers';
import { signedIn } from '@/lib/server/testing/an-organisation';
import { diceOf } from '@/lib/server/testing/township-texts';
import type { Filled, Town } from '@/script/bench/a-million-items';
import { type Measure, p95Of } from '@/script/bench/p95';

type Get = (path: string, cookie: string) => Promise<unknown>;

const dice = diceOf(2021);

/** What the office waits for at a million items: pages of the register under any filter, and what a report is counted from. */
export async function measureRegister({ ordinary, largest }: Filled, get: Get) {
  return p95Of([...(await inTown(ordinary, 'among 5,000', get)), ...(await inTown(largest, 'among 100,000', get))]);
}

async function inTown({ organisationId, userId }: Town, where: string, get: Get): Promise<Measure[]> {
  const clerk = await signedIn(userId, organisationId);
  const cookie = `${sessionCookie}=${await cookieFor(clerk.sessionId)}`;
  const ids = await idsIn(organisationId);
  const page = () => get(`/admin/items${searchOf(anyFilter(ids))}`, cookie);
  const further = async () => {
    const { after } = await registerPage(registerFilter.parse({ sort: dice.pick(['newest', 'formed']) }), clerk);
    return after;
  };
  const deep = await deepPlace(clerk);
  return [
    { what: `a page of the register with its counts, ${where}`, aim: 100, runs: 200, work: page },
    {
      what: `a page far on, ${where}`,
      aim: 100,
      runs: 50,
      work: () => get(`/admin/items${searchOf({ sort: 'formed', after: deep })}`, cookie),
    },
    { what: `the first page at the database, ${where}`, aim: 100, runs: 50, work: further },
    { what: `what is due, by field, ${where}`, aim: 100, runs: 50, work: () => get('/admin/items/due', cookie) },
    {
      what: `the counts for a report, ${where}`,
      aim: 100,
      runs: 50,
      work: () => registersOf(db, organisationId, 2012 + dice.below(12)),
    },
  ];
}

async function idsIn(organisationId: string) {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const where = { organisationId };
  return {
    nodes: ids(await db.catalogueNode.findMany({ where, select: { id: true } })),
    fields: ids(await db.field.findMany({ where, select: { id: true } })),
    people: ids(await db.user.findMany({ where, select: { id: true } })),
  };
}

/** Two or three things chosen, as somebody does who looks for something. */
function anyFilter({ nodes, fields, people }: Awaited<ReturnType<typeof idsIn>>): Partial<RegisterFilter> {
  const one = (list: readonly string[]) => dice.pick([list[0] ?? '', ...list]);
  const choices: (() => Partial<RegisterFilter>)[] = [
    () => ({ status: dice.pick([...statuses]) }),
    () => ({ node: one(nodes) }),
    () => ({ field: one(fields) }),
    () => ({ person: one(people) }),
    () => ({ year: 2010 + dice.below(15) }),
    () => ({ published: 2010 + dice.below(15) }),
    () => ({ due: dice.pick(['overdue', 'today', 'soon', 'late']) }),
    () => ({ reassess: 'due' }),
    () => ({ counted: dice.pick([...countedKinds]), report: 2010 + dice.below(15) }),
  ];
  const chosen = Array.from({ length: 1 + dice.below(3) }, () => choices[dice.below(choices.length)]?.());
  return Object.assign({ sort: dice.pick([...sorts]) }, ...chosen);
}

/** A place in the middle of the register by day of formation, as if somebody had paged there. */
async function deepPlace(clerk: SignedIn) {
  const middle = await db.disclosureItem.findFirstOrThrow({
    where: { organisationId: clerk.organisationId, formedOn: { lte: new Date('2017-06-30') } },
    orderBy: [{ formedOn: 'desc' }, { documentId: 'desc' }],
    select: { documentId: true, formedOn: true },
  });
  const day = middle.formedOn?.toISOString().slice(0, 10);
  return registerFilter.parse({ after: `${day ?? ''}_${middle.documentId}` }).after;
}
