import { beforeAll, expect, test } from 'vitest';
import { foldForSearch, foldNumber } from '@/lib/domain/search/fold';
import { longestQuery, searchQuery } from '@/lib/domain/search/query';
import { publicSearch } from '@/lib/server/public/public-search';
import { anOrganisation } from '@/lib/server/testing/an-organisation';
import { diceOf, townshipText } from '@/lib/server/testing/township-texts';
import { withDatabase } from '@/lib/server/testing/with-database';

const { asOwner } = withDatabase();

type Entry = { id: string; title: string; text: string; year: number; at: Date };

const count = 20_000;
let town: { id: string };
let neighbour: { id: string };
let entries: Entry[];

beforeAll(async () => {
  await asOwner(`DO $$ DECLARE reference record; BEGIN
    FOR reference IN SELECT conrelid::regclass AS of, conname AS name FROM pg_constraint
      WHERE conrelid IN ('public_entry'::regclass, 'public_search'::regclass) AND contype = 'f' LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', reference.of, reference.name);
    END LOOP; END $$`);
  [town, neighbour] = [await anOrganisation('德亭镇'), await anOrganisation('大章镇')];
  entries = Array.from({ length: count }, (_, at) => anEntry(at));
  await enter(town.id, entries);
  // What the neighbour publishes in the same words must never be found here.
  await enter(
    neighbour.id,
    entries.slice(0, 500).map((entry, at) => ({ ...entry, id: idOf(count + at) })),
  );
}, 120_000);

test('the database folds every character as we do', async () => {
  const characters = Array.from({ length: 0xffff }, (_, at) => at + 1).filter((code) => code < 0xd800 || code > 0xdfff);
  const text = String.fromCharCode(...characters);
  const [row] = await asOwner('SELECT fold_for_search($1) AS folded, fold_number($1) AS number', [text]);
  expect(row).toEqual({ folded: foldForSearch(text), number: foldNumber(text) });
});

test('1,000 queries find what a search for substrings finds, neither more nor less', async () => {
  const dice = diceOf(1);
  const folded = entries.map(({ id, title, text, year }) => ({ id, year, text: foldForSearch(`${title}\n${text}`) }));
  let found = 0;
  for (let run = 0; run < 1_000; run += 1) {
    const query = searchQuery(aQuery(dice));
    if (!query || query.words.length === 0) continue;
    const expected = folded.filter(({ text }) => query.words.every((word) => text.includes(word)));
    const { cells } = await publicSearch(town.id, query);
    expect(byYear(cells), query.words.join(' ')).toEqual(byYear(expected.map(({ year }) => ({ year, count: 1 }))));
    if (expected.length <= 200) {
      expect((await everyHit(query)).toSorted(), query.words.join(' ')).toEqual(
        expected.map(({ id }) => id).toSorted(),
      );
    }
    if (expected.length > 0) found += 1;
  }
  expect(found).toBeGreaterThan(600);
}, 600_000);

test.each([
  ["'; DROP TABLE public_search; --"],
  ['%'],
  ['_'],
  ['\\'],
  ['.*'],
  ['$1'],
  ['[公'],
  ['"公开"'],
  ['\0'],
  ['\u{20000}'],
  ['😀'],
  ['\ud800'],
  ['null'],
  ['公'.repeat(longestQuery)],
])('%j is looked for as it stands', async (typed) => {
  const query = searchQuery(typed) ?? { words: ['-'], number: '' };
  const expected = entries.filter(({ title, text }) =>
    query.words.every((word) => foldForSearch(`${title}\n${text}`).includes(word)),
  );
  expect(await cellsOf(query)).toBe(query.words.length === 0 ? 0 : expected.length);
});

test('a number stands first, then what has it in its title, then the newest', async () => {
  const at = (day: number) => new Date(Date.UTC(2022, 0, day));
  const made = [
    { title: '关于石灰窑整治的通知', text: '各村：', at: at(1), documentNumber: '石政〔2022〕7号' },
    { title: '石灰窑整治方案', text: '石灰窑共三处。', at: at(2) },
    { title: '整治情况通报', text: '石灰窑已经关停，石政〔2022〕7号所列三处。', at: at(9) },
    { title: '石灰窑关停公告', text: '公告如下。', at: at(3) },
  ].map((entry, n) => ({ ...entry, id: idOf(count + 1000 + n), year: 2022 }));
  await enter(town.id, made);
  const titles = async (typed: string) => {
    const query = searchQuery(typed);
    return query && (await publicSearch(town.id, query)).hits.map(({ line }) => line.title);
  };
  expect(await titles('石灰窑')).toEqual(['石灰窑关停公告', '石灰窑整治方案', '关于石灰窑整治的通知', '整治情况通报']);
  expect(await titles('石政[2022]7号')).toEqual(['关于石灰窑整治的通知']);
  expect(await titles('石政〔2022〕7号')).toEqual(['关于石灰窑整治的通知', '整治情况通报']);
});

test('an index number is found whole and by its last part, and only so', async () => {
  const id = idOf(count + 2000);
  await enter(town.id, [
    { id, title: '编号', text: '无', year: 2021, at: new Date(), indexNumber: '11410325MB1/2021-00077' },
  ]);
  const ids = async (typed: string) => {
    const query = searchQuery(typed);
    return query ? everyHit(query) : [];
  };
  expect(await ids('11410325mb1／2021-00077')).toEqual([id]);
  expect(await ids('2021-00077')).toEqual([id]);
  expect(await ids('2021-0007')).toEqual([]);
});

test('what is withdrawn is not found, and is again when it is public again', async () => {
  const query = searchQuery('独此一家的饕餮') ?? { words: [], number: '' };
  const entry = { id: idOf(count + 3000), title: '独此一家的饕餮', text: '无', year: 2021, at: new Date() };
  await enter(town.id, [entry]);
  expect(await everyHit(query)).toEqual([entry.id]);
  await asOwner('UPDATE public_entry SET withdrawn = true WHERE document_id = $1', [entry.id]);
  expect(await everyHit(query)).toEqual([]);
  await asOwner("UPDATE public_entry SET withdrawn = false, text = '改过' WHERE document_id = $1", [entry.id]);
  expect(await cellsOf({ words: ['改过'], number: '' })).toBe(1);
});

test('filters leave what passes them, and the counts stay those of everything found', async () => {
  const query = searchQuery('公示') ?? { words: [], number: '' };
  const all = await publicSearch(town.id, query);
  const some = await publicSearch(town.id, query, { year: 2019 });
  expect(some.cells).toEqual(all.cells);
  expect(all.cells.find(({ year }) => year === 2019)?.count).toBeGreaterThan(0);
  expect(new Set(some.hits.map(({ line }) => line.firstPublishedAt.getUTCFullYear()))).toEqual(new Set([2019]));
});

test('the index is asked, not the rows one by one', async () => {
  const plan = await asOwner(
    `EXPLAIN SELECT FROM public_search WHERE organisation_id = $1 AND search_keys(organisation_id, folded, numbers)
       @> search_keys_of_words($1, ARRAY['公开'])`.replaceAll('$1', `'${town.id}'::uuid`),
  );
  expect(JSON.stringify(plan)).toContain('Bitmap Index Scan');
});

const cellsOf = async (query: { words: string[]; number: string }) =>
  (await publicSearch(town.id, query)).cells.reduce((sum, cell) => sum + cell.count, 0);

function byYear(cells: readonly { year: number; count: number }[]): Record<number, number> {
  const years: Record<number, number> = {};
  for (const { year, count } of cells) years[year] = (years[year] ?? 0) + count;
  return years;
}

/** Leafs through all pages. */
async function everyHit(query: { words: string[]; number: string }): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const { hits } = await publicSearch(town.id, query, {}, page);
    if (hits.length === 0) return ids;
    ids.push(...hits.map(({ line }) => idOf(Number(line.path.slice('items/'.length)))));
  }
}

/** One to seven characters out of an entry, now and then two or three such words, changed in case and width, or of nowhere. */
function aQuery(dice: ReturnType<typeof diceOf>): string {
  const word = () => {
    const { title, text } = entries[dice.below(count)] ?? { title: '', text: '' };
    const from = dice.below(3) === 0 ? title : text;
    const start = dice.below(from.length);
    const cut = from.slice(start, start + 1 + dice.below(7)).replaceAll('\n', '');
    switch (dice.below(8)) {
      case 0:
        return cut.toUpperCase();
      case 1:
        return cut.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
      case 2:
        return `${cut}${dice.pick(['的', '不', '号', '2', 'x'])}`;
      default:
        return cut;
    }
  };
  return Array.from({ length: dice.pick([1, 1, 1, 1, 2, 2, 3]) }, word).join(dice.pick([' ', '　', '  ']));
}

function anEntry(at: number): Entry {
  const { title, body } = townshipText(at);
  const day = new Date(Date.UTC(2016, 0, 1) + at * 12_000_000);
  return { id: idOf(at), title, text: at % 2 === 0 ? `${title}\n${body}` : body, year: day.getUTCFullYear(), at: day };
}

function idOf(at: number) {
  return `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`;
}

type NewEntry = Entry & { documentNumber?: string; indexNumber?: string };

/** Entries as they stand after publication; the documents that they would belong to are left out. */
async function enter(organisationId: string, rows: readonly NewEntry[]) {
  await asOwner(
    `INSERT INTO public_entry (document_id, organisation_id, kind, path, publication_id, number, title, text, year,
       first_published_at, published_at, document_number, index_number)
     SELECT id, $1::uuid, 'item', 'items/' || right(id::text, 12)::int, id, 1, title, text, year, at, at, document_number, index_number
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::timestamptz[], $7::text[], $8::text[])
       AS r (id, title, text, year, at, document_number, index_number)`,
    [
      organisationId,
      rows.map(({ id }) => id),
      rows.map(({ title }) => title),
      rows.map(({ text }) => text),
      rows.map(({ year }) => year),
      rows.map(({ at }) => at),
      rows.map(({ documentNumber = '' }) => documentNumber),
      rows.map(({ indexNumber = null }) => indexNumber),
    ],
  );
}
