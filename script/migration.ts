import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsFolder, schemaDifference } from '@/server/migrations';
import { startPostgres } from '@/server/postgres';

// Each migration keeps the schema that it leads to, so that the next one is the difference of two files.
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: script/migration name_in_snake_case');
  process.exit(2);
}
const schema = join(import.meta.dirname, '../prisma/schema.prisma');
const kept = (await readdir(migrationsFolder, { recursive: true })).filter((path) => path.endsWith('schema.prisma'));
const last = kept.sort().at(-1);
const before = last ? await readFile(join(migrationsFolder, last), 'utf8') : null;
const after = await readFile(schema, 'utf8');

const postgres = await startPostgres(process.env.DATA_DIR ?? 'data');
const sql = await schemaDifference(postgres.ownerUrl, before, after);
await postgres.stop();

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join(migrationsFolder, `${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'migration.sql'), sql);
await writeFile(join(folder, 'schema.prisma'), after);
console.log(folder);
