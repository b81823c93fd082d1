import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { postgresProgram, type RunPostgresProgram } from '@/server/postgres-program';
import { StartRefused } from '@/server/start-refused';

const { Client, escapeLiteral } = pg;
type Client = pg.Client;

/** Our own PostgreSQL, running: where the application and where migrations connect. */
export type OwnPostgres = { url: string; ownerUrl: string; adminUrl: string; stop: () => Promise<void> };

type Options = {
  settings?: Record<string, string>;
  /** Hears that the server is gone; it is being started again at the same address. */
  onLost?: () => void;
};

const passwordsFile = z.object({ postgres: z.string(), gongkai_owner: z.string(), gongkai_app: z.string() });
type Passwords = z.infer<typeof passwordsFile>;

const database = 'gongkai';
const fixed = {
  ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC' },
  // Otherwise a row that is refused stands in its log with all its values.
  log_error_verbosity: 'terse',
  // A search for a common word goes through tens of thousands of rows: kept in memory, sorted and counted there.
  ...{ shared_buffers: '256MB', work_mem: '16MB' },
};
// Held shared by every process that uses the cluster, so that the last one to leave stops it.
const inUse = 7_180_001;
const patience = 60_000;

/**
 * Starts the PostgreSQL under `folder`, made on first use; or joins the one already running there, be it another
 * process's or the orphan of one that was killed. Should it be gone some day, it is started again where it was.
 */
export async function startPostgres(folder: string, { settings = {}, onLost }: Options = {}): Promise<OwnPostgres> {
  const cluster = resolve(folder, 'postgres');
  const passwords = await makeCluster(resolve(folder), cluster);
  const run = await postgresProgram(cluster);
  const port = (await portOfRunning(cluster, passwords)) ?? (await start(run, cluster, await freePort(), settings));
  const url = (login: keyof Passwords, name: string) =>
    `postgresql://${login}:${passwords[login]}@127.0.0.1:${port}/${name}`;

  const keeper = await holdOpen(url('postgres', 'postgres'), async () => {
    onLost?.();
    if ((await portOfRunning(cluster, passwords)) === null) await start(run, cluster, port, settings);
  });
  await makeRolesAndDatabase(keeper.client(), passwords);
  return {
    url: url('gongkai_app', database),
    ownerUrl: url('gongkai_owner', database),
    adminUrl: url('postgres', 'postgres'),
    async stop() {
      if (await keeper.leave()) await run('pg_ctl', ['stop', '--wait', '--mode=fast', '-D', cluster]);
    },
  };
}

async function makeCluster(folder: string, cluster: string): Promise<Passwords> {
  const file = join(folder, 'database.json');
  if (existsSync(cluster)) return readPasswords(file);

  await mkdir(folder, { recursive: true });
  const secret = () => randomBytes(24).toString('hex');
  const passwords = { postgres: secret(), gongkai_owner: secret(), gongkai_app: secret() };
  await writeSecret(file, `${JSON.stringify(passwords, null, 2)}\n`);

  // Made aside and moved into place: what was interrupted half-way is begun again.
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const run = await postgresProgram(unfinished);
  const { uid, gid } = await stat(unfinished);
  const passwordFile = `${unfinished}.password`;
  await writeSecret(passwordFile, passwords.postgres);
  await chown(passwordFile, uid, gid);
  // The builtin C.UTF-8 sorts the same on every machine and after every upgrade of its libraries.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const entry = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await run('initdb', [`--pgdata=${unfinished}`, ...locale, ...entry]);
  await rm(passwordFile);
  await rename(unfinished, cluster);
  return passwords;
}

async function writeSecret(file: string, text: string) {
  await writeFile(file, text, { mode: 0o600 });
  await chmod(file, 0o600);
}

async function readPasswords(file: string): Promise<Passwords> {
  if (!existsSync(file)) throw new StartRefused({ code: 'passwords_missing', file });
  return passwordsFile.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** The port of the PostgreSQL that already runs on this cluster; null when none does. */
async function portOfRunning(cluster: string, passwords: Passwords): Promise<number | null> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(100)) {
    const lock = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
    if (lock === null) return null;
    const [pid, , , port] = lock.split('\n').map(Number);
    if (!pid || !alive(pid)) return null;
    if (await belongsToAnother(pid)) {
      await rm(join(cluster, 'postmaster.pid'));
      return null;
    }
    if (!port) continue;
    const client = await connect(`postgresql://postgres:${passwords.postgres}@127.0.0.1:${port}/postgres`).catch(
      () => null,
    );
    if (!client) continue;
    await client.end();
    return port;
  }
  return null;
}

function alive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// After a crash the number of the dead server may have gone to some other program, which PostgreSQL mistakes for it;
// or the dead server still counts as a process, because nobody collected it.
async function belongsToAnother(pid: number) {
  const [, name, state] = /^\d+ \((.*)\) (\S)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')) ?? [];
  return name !== undefined && (name !== 'postgres' || state === 'Z');
}

async function start(run: RunPostgresProgram, cluster: string, port: number, settings: Record<string, string>) {
  const log = join(cluster, 'server.log');
  const options = { ...fixed, port: String(port), ...settings };
  const flags = Object.entries(options).map(([name, value]) => `-c ${name}='${value}'`);
  await run('pg_ctl', ['start', '--wait', '--timeout=60', '-D', cluster, '-l', log, '-o', flags.join(' ')]).catch(
    async (error) => {
      const lines = (await readFile(log, 'utf8').catch(() => String(error.stderr))).trim().split('\n');
      throw new StartRefused({ code: 'postgres_failed', log, reason: lines.at(-1) ?? '' });
    },
  );
  return port;
}

async function makeRolesAndDatabase(admin: Client, passwords: Passwords) {
  await admin.query('SELECT pg_advisory_lock($1)', [inUse + 1]);
  const missing = async (sql: string, name: string) => (await admin.query(sql, [name])).rowCount === 0;
  for (const role of ['gongkai_owner', 'gongkai_app'] as const) {
    if (await missing('SELECT 1 FROM pg_roles WHERE rolname = $1', role)) {
      await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD ${escapeLiteral(passwords[role])}`);
    }
  }
  if (await missing('SELECT 1 FROM pg_database WHERE datname = $1', database)) {
    await admin.query(`CREATE DATABASE ${database} OWNER gongkai_owner`);
  }
  await admin.query('SELECT pg_advisory_unlock($1)', [inUse + 1]);
}

/**
 * Holds the lock of those who use the cluster, by a connection that is renewed when it is lost. `leave` gives it back and
 * answers whether nobody else holds it.
 */
async function holdOpen(address: string, revive: () => Promise<void>) {
  let left = false;
  let client = await hold();
  let reviving: Promise<void> | undefined;

  async function hold() {
    const next = await connect(address);
    next.on('error', lost);
    next.on('end', lost);
    await next.query('SELECT pg_advisory_lock_shared($1)', [inUse]);
    return next;
  }

  function lost() {
    if (left) return;
    reviving ??= holdAgain().finally(() => {
      reviving = undefined;
    });
  }

  async function holdAgain() {
    for (let wait = 250; !left; wait = Math.min(wait * 2, 5_000)) {
      try {
        await revive();
        client = await hold();
        return;
      } catch {
        await sleep(wait, undefined, { ref: false }); // said by revive(); tried until it is well or we leave
      }
    }
  }

  return {
    client: () => client,
    async leave(): Promise<boolean> {
      left = true;
      await reviving;
      try {
        await client.query('SELECT pg_advisory_unlock_shared($1)', [inUse]);
        const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS alone', [inUse]);
        await client.end();
        return rows[0].alone;
      } catch {
        return false; // the server is gone already, and the lock with it
      }
    },
  };
}

async function connect(connectionString: string) {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  await client.connect();
  return client;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
