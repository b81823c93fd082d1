import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendar } from '@/lib/domain/calendar/calendar';
import { addDays } from '@/lib/domain/calendar/day';
import { clockOf } from '@/lib/domain/requests/clock';
import { randomness, somePattern } from '@/lib/domain/requests/oracle/patterns';
import { defaultReadings } from '@/lib/domain/requests/readings';
import { columnsOf } from '@/lib/domain/requests/request-columns';
import { requestSources } from '@/lib/domain/requests/sources';
import { db } from '@/lib/server/db';
import { cookieFor, sessionCookie } from '@/lib/server/people/session-cookie';
import { eventsOf } from '@/lib/server/requests/request-events';
import { requestFigures, standingRequests } from '@/lib/server/requests/request-figures';
import { aSecret, aServer } from '@/lib/server/testing/a-server';
import { signedIn } from '@/lib/server/testing/an-organisation';
import { diceOf } from '@/lib/server/testing/township-texts';
import { aMillionRequests } from '@/script/bench/a-million-requests';
import { type Measure, p95Of } from '@/script/bench/p95';
import { migrate } from '@/server/migrations';
import { startPostgres } from '@/server/postgres';

// What is measured on a million requests of 200 organisations, in a database of its own that is thrown away.

const folder = await mkdtemp(join(tmpdir(), 'gongkai-requests-'));
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '8GB' };
const postgres = await startPostgres(folder, { settings });
Object.assign(process.env, { DATABASE_URL: postgres.url, DATABASE_OWNER_URL: postgres.ownerUrl, DATA_DIR: folder });
await migrate(postgres.ownerUrl);
const { organisationId, userId } = await aMillionRequests(postgres.ownerUrl);
await askColumns();

process.env.SESSION_SECRET = aSecret();
const server = await aServer({ GONGKAI_DEMO: 'off' });
const { sessionId } = await signedIn(userId, organisationId);
const headers = { cookie: `${sessionCookie}=${await cookieFor(sessionId)}` };
const dice = diceOf(2021);
const year = () => 2019 + dice.below(7);
const day = Array.from({ length: 3_000 }, (_, n) => addDays('2019-01-01', n));
const random = randomness(5);
const patterns = Array.from({ length: 10_000 }, () =>
  somePattern(200 + random.upTo(2_300), (n) => day[n] ?? '2027-01-01', random),
);
const ground = { calendar, today: '2025-11-05' as const, readings: defaultReadings };
const page = async (search: string) => {
  const response = await fetch(`${server.address}/admin/requests${search}`, { headers });
  if (response.status !== 200) throw new Error(`the register was answered ${response.status}`);
  await response.arrayBuffer();
};

const measures: Measure[] = [
  {
    what: 'tables three and four, of one organisation and year',
    aim: 100,
    runs: 60,
    async work() {
      const of = year();
      requestSources(await standingRequests(db, organisationId, { from: of, to: of }), of);
    },
  },
  {
    what: 'the same with the year before, as a report asks for it',
    aim: 150,
    runs: 40,
    work: () => requestFigures(db, organisationId, year()),
  },
  {
    what: 'the same as it stood at the end of that January',
    aim: 300,
    runs: 20,
    async work() {
      const of = year();
      await requestFigures(db, organisationId, of, new Date(`${of + 1}-01-31T08:00:00Z`));
    },
  },
  {
    what: 'the clock of 10,000 requests',
    aim: 1_000,
    runs: 5,
    async work() {
      for (const events of patterns) clockOf(events, ground);
    },
  },
  { what: 'the register of requests', aim: 100, runs: 60, work: () => page('') },
  {
    what: 'the register under a filter',
    aim: 100,
    runs: 60,
    work: () =>
      page(
        dice.pick([
          '?stage=open',
          '?due=overdue',
          `?year=${year()}`,
          '?applicant=other_org',
          '?result=granted',
          '?sort=due',
        ]),
      ),
  },
  {
    what: 'the requests behind a cell of a report',
    aim: 150,
    runs: 30,
    work: () =>
      page(`?counted=requests/${dice.pick(['new_received', 'granted', 'results_total'])}/total&report=${year()}`),
  },
];
console.table(await p95Of(measures));
await server.end('SIGTERM');
await db.$disconnect();
await postgres.stop();
await rm(folder, { recursive: true });

/** What was filled in is what the register would have written: asked of a few. */
async function askColumns() {
  const some = await db.disclosureRequest.findMany({ where: { organisationId }, take: 200, orderBy: { id: 'asc' } });
  const on = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
  for (const row of some) {
    const columns = columnsOf(await eventsOf(db, row.id), { calendar, today: '2025-11-05', readings: defaultReadings });
    const filled = [on(row.receivedOn), on(row.endedOn), row.resultRow, row.casesOpen, on(row.caseMovedOn), row.stage];
    const told = [
      columns.receivedOn,
      columns.endedOn,
      columns.resultRow,
      columns.casesOpen,
      columns.caseMovedOn,
      columns.stage,
    ];
    if (String(filled) !== String(told))
      throw new Error(`request ${row.id} was filled with ${filled}, and its events say ${told}`);
  }
}
