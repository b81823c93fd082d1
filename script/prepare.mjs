// Installs, generates and builds what is missing or out of date. Plain JavaScript and no packages: it runs before any
// is installed. `--no-build` leaves out the production build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const generated = join(root, 'lib/server/generated');
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation-client.ts',
  'next.config.mjs',
  'postcss.config.mjs',
];
const notBuilt = /(\.test\.tsx?|\/testing\/.*|\/generated\/.*)$/;

refuseOldNode();
if (!isInstalled()) step('安装依赖', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
const schema = fingerprint(['prisma/schema.prisma', 'package-lock.json']);
unlessStamped(join(generated, '.stamp'), schema, () =>
  step('生成数据库客户端', 'npx', ['--no-install', 'prisma', 'generate']),
);
if (!process.argv.includes('--no-build')) {
  const code = fingerprint([...sources, 'prisma/schema.prisma', 'package.json', 'package-lock.json', 'tsconfig.json']);
  unlessStamped(join(root, '.next/built-from'), code, () => step('构建', 'npx', ['--no-install', 'next', 'build']));
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (fits) return;
  console.error(`需要 Node.js 20.19、22.12 或 24 以上版本，当前为 ${process.versions.node}。`);
  process.exit(1);
}

/** npm keeps a list of what it has installed: is it what the lock file asks for? */
function isInstalled() {
  const list = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(list, 'utf8')).packages;
  const fits = (path) => (present[path] ? present[path].version === wanted[path].version : wanted[path].optional);
  return Object.keys(wanted).every((path) => path === '' || fits(path));
}

function fingerprint(names) {
  const hash = createHash('sha256').update(process.version);
  for (const file of names.flatMap((name) => filesUnder(join(root, name)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return notBuilt.test(path) ? [] : [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesUnder(join(path, name)));
}

function unlessStamped(stamp, fingerprint, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  work();
  writeFileSync(stamp, fingerprint);
}

function step(name, command, args) {
  console.error(`${name} ……`);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  console.error(`${name}未能完成，原因见上。`);
  process.exit(1);
}
