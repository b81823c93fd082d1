import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The linter holds the table of imports; this holds the linter. Each row: a file, what it may import, what it may not.
const table: [file: string, allowed: string, forbidden: string][] = [
  ['lib/domain/a.ts', '@/lib/domain/issue', '@/lib/server/db'],
  ['lib/domain/report/b.ts', 'zod', 'react'],
  ['lib/domain/c.ts', './issue', 'next/headers'],
  ['lib/domain/d.ts', 'decimal.js', '../server/db'],
  ['lib/text/a.ts', '@/lib/domain/issue', 'react'],
  ['lib/text/b.ts', '@/lib/text/issues', '@/lib/server/db'],
  ['lib/documents/a.ts', '@/lib/text/issues', '@/lib/server/db'],
  ['lib/documents/b.ts', '@/lib/domain/issue', 'react'],
  ['lib/pages/a.tsx', '@/components/public/report-page', '@/lib/server/db'],
  ['lib/pages/b.ts', '@/lib/server/documents/page-maker', '@/app/layout'],
  ['lib/sheets/a.ts', '@/lib/domain/sheet', '@/lib/server/db'],
  ['lib/sheets/b.ts', 'exceljs', '@/lib/text/register'],
  ['lib/files/a.ts', '@/lib/domain/attachment', '@/lib/server/db'],
  ['lib/files/b.ts', 'fflate', '@/lib/text/issues'],
  ['lib/editor/a.ts', '@/lib/domain/issue', '@/lib/server/db'],
  ['lib/editor/b.ts', 'idb', 'react'],
  ['lib/server/a.ts', '@/lib/domain/issue', '@/components/ui/button'],
  ['lib/server/b.ts', '@prisma/adapter-pg', 'react-dom/server'],
  ['lib/server/c.ts', '@/lib/server/db', '@/app/layout'],
  ['lib/server/d.ts', 'zod', '@/lib/text/issues'],
  ['lib/server/e.ts', '@/lib/server/documents/page-maker', '@/lib/pages/drawn-page'],
  ['components/ui/a.tsx', 'react', '@/lib/domain/issue'],
  ['components/ui/b.tsx', './button', '@/components/report/gist'],
  ['components/report/a.tsx', '@/lib/text/issues', '@/lib/server/db'],
  ['components/report/b.tsx', '@/components/ui/button', '@/app/layout'],
  ['components/office/a.tsx', '@/components/report/gist', '@/lib/server/documents/work'],
  ['components/editor/a.tsx', '@/lib/editor/replica', '@/lib/server/reports/save-draft'],
  ['app/(public)/a.tsx', '@/lib/server/public/public-reports', '@/lib/server/reports/reports'],
  ['app/(public)/c.tsx', '@/lib/server/public/public-search', '@/lib/server/documents/public-entry'],
  ['app/(public)/[slug]/b.tsx', '@/components/report/gist', '@/lib/server/db'],
  ['app/admin/a.tsx', '@/lib/server/reports/reports', '@/lib/server/db'],
  ['app/admin/reports/[id]/b.tsx', '@/lib/text/issues', '@/lib/server/generated/client'],
  ['app/api/a.ts', '@/lib/server/reports/save-draft', 'pg'],
  ['server/a.ts', '@/lib/server/db', '@/components/ui/button'],
  ['bin/commands/a.ts', '@/lib/domain/issue', '@/app/layout'],
];
const touching = ['new Date()', 'Date.now()', 'Math.random()', 'process.env.PORT'];

let folder: string;
let refused: Map<string, number>;
const root = join(import.meta.dirname, '../..');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-lint-'));
  for (const name of ['biome.json', '.gitignore', 'script/lint/pure-domain.grit']) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  for (const [file, allowed, forbidden] of table) {
    await write(`allowed/${file}`, `import { x } from '${allowed}';\n\nexport const y = x;\n`);
    await write(`forbidden/${file}`, `import { x } from '${forbidden}';\n\nexport const y = x;\n`);
  }
  for (const [n, code] of touching.entries())
    await write(`forbidden/lib/domain/touch-${n}.ts`, `export const y = ${code};\n`);
  refused = new Map([...(await lint('allowed')), ...(await lint('forbidden'))]);
});
afterAll(() => rm(folder, { recursive: true }));

test.each(table)('%s may import %s, and not %s', (file) => {
  expect([refused.get(`allowed/${file}`), refused.get(`forbidden/${file}`)]).toEqual([undefined, 1]);
});

test.each([...touching.entries()])('lib/domain may not use %s: %s', (n) => {
  expect(refused.get(`forbidden/lib/domain/touch-${n}.ts`)).toBe(1);
});

async function write(name: string, text: string) {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

/** How many imports or expressions each file was refused for. */
async function lint(half: string): Promise<Map<string, number>> {
  // The table speaks of paths from the root, so each half is linted as a root of its own.
  await cp(join(folder, 'biome.json'), join(folder, half, 'biome.json'));
  await cp(join(folder, '.gitignore'), join(folder, half, '.gitignore'));
  await cp(join(folder, 'script'), join(folder, half, 'script'), { recursive: true });
  const biome = join(root, 'node_modules/.bin/biome');
  const output = await new Promise<string>((resolve) => {
    const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
    execFile(biome, args, { cwd: join(folder, half) }, (_error, stdout) => resolve(stdout));
  });
  const { diagnostics } = JSON.parse(output) as { diagnostics: { category: string; location: { path: string } }[] };
  const counts = new Map<string, number>();
  for (const { category, location } of diagnostics) {
    if (category !== 'plugin' && category !== 'lint/style/noRestrictedImports') continue;
    const path = `${half}/${location.path}`;
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}
