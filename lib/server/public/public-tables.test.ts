import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// What citizens read comes from what is public alone: no draft can leak through a table that is never opened.
const models = ['organisation', 'publication', 'publicEntry', 'catalogueNode', 'boardPosting', 'storedFile'];
const tables = ['public_entry', 'public_search', 'public_relation', 'catalogue_node', 'by_words', 'found', 'unnest'];

test('the public side opens what is public, and nothing else', async () => {
  const names = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.test.ts'));
  expect(names).toContain('public-search.ts');
  for (const name of names) {
    const opened = openedIn(await readFile(join(import.meta.dirname, name), 'utf8'));
    expect([...models, ...tables], name).toEqual(expect.arrayContaining(opened));
  }
});

test('what opens another table is seen', () => {
  expect(openedIn('await db.document.findMany({})')).toEqual(['document']);
  expect(openedIn('db.$queryRaw`SELECT 1 FROM document d JOIN "revision" r ON true`')).toEqual([
    'document',
    'revision',
  ]);
  expect(openedIn('const { db: all } = home; tx.draftChange.count()')).toEqual(['draftChange']);
});

function openedIn(source: string): string[] {
  const code = source.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '').replace(/^import .*$/gm, '');
  const called = [...code.matchAll(/\b(?:db|tx)\s*\.\s*([a-z]\w*)/g)];
  const named = [...code.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO)\s+"?([a-z_]+)/g)];
  return [...called, ...named].flatMap(([, name]) => name ?? []);
}
