import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { freePort } from '@/lib/server/testing/a-server';
import { anNginx, nginxProgram } from '@/lib/server/testing/an-nginx';
import { type Load, load } from '@/script/bench/load';

type Front = { name: string; url: URL; end: () => Promise<unknown> };

const connections = 32;
const seconds = 10;
const rounds = 3;

/** Addresses that nobody has asked for before, and searches that nobody has made. */
export type FirstAsked = { cold: readonly string[]; searches: readonly string[] };

/**
 * One public page by this product, by Next.js alone and by nginx serving the same bytes compressed beforehand, in turn, on
 * this machine, the client included; then what has to be made first, beside Next.js. Tables of medians; without nginx a line that
 * says so.
 */
export async function compareFronts(ours: string, path: string, first: FirstAsked) {
  const url = new URL(path, ours);
  const fronts = [{ name: 'this product', url, end: async () => {} }, await plainNext(path)];
  const nginx = await staticNginx(url);
  if (nginx) fronts.push(nginx);
  else console.log('nginx is not installed: the comparison with it is left out');

  const loads = fronts.map((): Load[] => []);
  for (const { url } of fronts) await load(url, connections, 2);
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, { url }] of fronts.entries()) loads[n]?.push(await load(url, connections, seconds));
  }
  printLoads(fronts, loads);
  const firstAnswers = [];
  for (const { name, url } of fronts.slice(0, 2)) {
    firstAnswers.push({
      what: name,
      'cold ms': await middleOf(first.cold, url),
      'search ms': await middleOf(first.searches, url),
    });
  }
  console.table(firstAnswers);
  for (const { end } of fronts) await end();
}

function printLoads(fronts: readonly Front[], loads: readonly (readonly Load[])[]) {
  const [own, next, other] = loads.map((each) => ({ perSecond: median(each, 'perSecond'), p99: median(each, 'p99') }));
  if (!own || !next) throw new Error('nothing was measured');
  console.table(
    [own, next, other].flatMap((each, n) =>
      each ? [{ what: fronts[n]?.name, 'a second': Math.round(each.perSecond), 'p99 ms': round(each.p99) }] : [],
    ),
  );
  console.table([
    ...(other ? [aim('of the rate of nginx', own.perSecond / other.perSecond, 0.6, 'at least')] : []),
    aim('times the rate of plain Next.js', own.perSecond / next.perSecond, 30, 'at least'),
    aim('p99 ms', own.p99, 10, 'under'),
  ]);
}

/** Milliseconds of the answer in the middle, each address asked for once. */
async function middleOf(addresses: readonly string[], site: URL): Promise<number> {
  const times: number[] = [];
  for (const address of addresses) {
    const begun = performance.now();
    const answer = await fetch(new URL(address, site));
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
    times.push(performance.now() - begun);
  }
  return round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN);
}

const round = (value: number) => Number(value.toPrecision(3));

const aim = (what: string, value: number, goal: number, how: 'at least' | 'under') => ({
  ...{ what, measured: round(value), aim: `${how} ${goal}` },
  reached: (how === 'under' ? value < goal : value >= goal) ? 'yes' : 'no',
});

function median(loads: readonly Load[], figure: keyof Load): number {
  const sorted = loads.map((each) => each[figure]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function plainNext(path: string): Promise<Front> {
  const port = await freePort();
  const program = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [program, 'start', '--port', String(port), '--hostname', 'localhost'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const url = new URL(path, `http://localhost:${port}`);
  const answers = () =>
    fetch(url).then(
      ({ status }) => status === 200,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error('next start ended');
    await after(100);
  }
  return {
    name: 'plain Next.js',
    url,
    async end() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function staticNginx(url: URL): Promise<Front | null> {
  const program = nginxProgram();
  if (!program) return null;
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-static-'));
  const file = join(folder, `${url.pathname}.gz`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await compressedPage(url));
  const nginx = await anNginx(program, {
    server: `location / { root ${folder}; gzip_static always; gzip_vary on; default_type "text/html; charset=utf-8"; }`,
  });
  return {
    name: 'nginx, gzip_static',
    url: new URL(url.pathname, nginx.address),
    async end() {
      await nginx.end();
      await rm(folder, { recursive: true });
    },
  };
}

/** As it goes over the wire, which `fetch` does not show. */
async function compressedPage(url: URL): Promise<Buffer> {
  const [answer] = await once(request(url, { headers: { 'accept-encoding': 'gzip' } }).end(), 'response');
  return buffer(answer);
}
