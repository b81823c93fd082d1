import { randomUUID } from 'node:crypto';
import { aReport } from '@/lib/domain/report/a-report';
import { check } from '@/lib/domain/report/check';
import { formats } from '@/lib/domain/report/formats';
import { handOverPages } from '@/lib/pages/hand-over';
import { db } from '@/lib/server/db';
import { cookieFor, sessionCookie } from '@/lib/server/people/session-cookie';
import { aServer, type Server } from '@/lib/server/testing/a-server';
import { aTownship } from '@/lib/server/testing/a-township';
import { aBenchDatabase } from '@/script/bench/a-bench-database';
import { documentLines } from '@/script/bench/documents';
import { benchFiles } from '@/script/bench/files';
import { importLines } from '@/script/bench/import';

// Medians of several runs on the production build, against what we aim at. Later work adds lines to it.
type Line = { what: string; aim: number; runs: number; work: () => Promise<unknown> | unknown };

const database = await aBenchDatabase();

handOverPages();
let server = await aServer({});
const township = await aTownship();
const draft = await township.aReport({ status: 'draft', year: 2023 });
const item = await township.anItem({ status: 'draft' });
const inReview = await township.aReport({ status: 'in_review', year: 2022 });
const cold = await coldPages([2019, 2020, 2021, 2024]);
const drafter = `${sessionCookie}=${await cookieFor(township.people.drafter.sessionId)}`;
const leader = `${sessionCookie}=${await cookieFor(township.people.section_leader.sessionId)}`;

const rules = formats.map((format): Line => {
  const report = aReport(format);
  return {
    what: `all rules on a full report, format ${format.id}`,
    aim: 2,
    runs: 500,
    work: () => check(report, { format }),
  };
});
let count = 0;
const lines: Line[] = [
  ...rules,
  { what: 'one autosave round trip at the server', aim: 30, runs: 100, work: save },
  { what: 'opening the editor', aim: 60, runs: 50, work: () => get(`/admin/reports/${draft.id}`, drafter) },
  {
    what: 'opening the review page',
    aim: 60,
    runs: 50,
    work: () => get(`/admin/reports/${inReview.id}/review`, leader),
  },
  { what: 'a public page from memory', aim: 5, runs: 200, work: () => get('/deting/reports/2020') },
  { what: 'a public page that nobody asked for before', aim: 150, runs: 15, work: () => get(cold.pop() ?? '') },
  ...documentLines(),
  ...(await benchFiles(item.id, asDrafter)),
  ...importLines(township.people),
];
const rows = [];
for (const line of lines) rows.push(rowOf(line, await median(line)));

await server.end('SIGTERM');
const restart: Line = { what: 'a cold start to the first answered page', aim: 5000, runs: 5, work: start };
rows.push(rowOf(restart, await median(restart)));
console.table(rows);

await db.$disconnect();
await database.end();

async function save() {
  count += 1;
  const note = (n: number) => (n === 0 ? '' : `第${n}次保存`);
  const changes = [{ kind: 'note', from: note(count - 1), to: note(count) }];
  const response = await fetch(`${server.address}/api/reports/${draft.id}/draft`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: drafter, origin: server.address },
    body: JSON.stringify({ saveId: randomUUID(), base: count, changes }),
  });
  if (!response.ok) throw new Error(`a save was answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

function asDrafter(path: string, init: RequestInit = {}) {
  const headers = { ...init.headers, cookie: drafter };
  return fetch(`${server.address}${path}`, { ...init, headers });
}

/** Addresses of public pages, each to be asked for once. */
async function coldPages(years: number[]): Promise<string[]> {
  const reports = await Promise.all(years.map((year) => township.aReport({ status: 'published', year })));
  const paths = ['', '/reports', ...reports.flatMap(({ year }) => [`/reports/${year}`, `/reports/${year}/1`])];
  return paths.flatMap((path) => [`/${township.slug}${path}`, `/l/${township.slug}${path}`]);
}

async function get(path: string, cookie = '') {
  const response = await fetch(`${server.address}${path}`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${path} was answered ${response.status}`);
  await response.arrayBuffer();
}

async function start() {
  const started: Server = await aServer({});
  server = started;
  await get('/deting/reports/2020');
  return () => started.end('SIGTERM');
}

/** Milliseconds of the run in the middle; what a run leaves open is closed off the clock. */
async function median({ runs, work }: Line): Promise<number> {
  const times: number[] = [];
  for (let run = -Math.min(runs, 5); run < runs; run += 1) {
    const begun = performance.now();
    const close = await work();
    const took = performance.now() - begun;
    if (typeof close === 'function') await close();
    if (run >= 0) times.push(took); // the first few warm up
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function rowOf({ what, aim, runs }: Line, took: number) {
  return { what, 'median ms': Number(took.toPrecision(3)), 'aim ms': aim, runs, reached: took <= aim ? 'yes' : 'no' };
}
