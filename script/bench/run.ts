import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// `npm run bench` measures everything; `npm run bench -- everyday`, `million` or `requests` a part of it. Each part has
// a process and a database of its own.

const parts: Record<string, string> = {
  everyday: 'script/bench.ts',
  public: 'script/bench/public.ts',
  million: 'script/bench/million.ts',
  requests: 'script/bench/requests.ts',
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);

for (const name of named.length > 0 ? named : Object.keys(parts)) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx/esm', parts[name] ?? ''], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
