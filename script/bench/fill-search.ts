import pg from 'pg';
import { townshipText } from '@/lib/server/testing/township-texts';

const bodies = 20_000;

/**
 * Gives the entries of `aMillionItems`, which took off the triggers, bodies of an ordinary length, and enters them where a
 * search looks: half of them over each of two connections, the indices last.
 */
export async function fillSearch(ownerUrl: string) {
  const [one, other] = [new pg.Client({ connectionString: ownerUrl }), new pg.Client({ connectionString: ownerUrl })];
  await Promise.all([one.connect(), other.connect()]);
  const inHalves = (work: (client: pg.Client, half: number) => Promise<unknown>) =>
    Promise.all([work(one, 0), work(other, 1)]);
  try {
    await one.query('CREATE TABLE made_up (number int PRIMARY KEY, body text NOT NULL)');
    const texts = Array.from({ length: bodies }, (_, number) => townshipText(number).body);
    await one.query('INSERT INTO made_up SELECT at - 1, body FROM unnest($1::text[]) WITH ORDINALITY AS t (body, at)', [
      texts,
    ]);
    await inHalves((client, half) =>
      client.query(`UPDATE public_entry SET text = title || E'\\n' || body FROM made_up
        WHERE made_up.number = (hashtext(document_id::text) & 1073741823) % ${bodies} AND ${halfOf(half)}`),
    );
    const indices = await takeIndices(one);
    await one.query('ALTER TABLE public_search DROP CONSTRAINT IF EXISTS public_search_document_id_fkey');
    await inHalves((client, half) =>
      client.query(`INSERT INTO public_search (organisation_id, document_id, year, node_id, class_id, first_published_at, numbers, title, folded)
        SELECT organisation_id, document_id, year, node_id, class_id, first_published_at,
          numbers_to_search(document_number, index_number), fold_for_search(title), fold_for_search(text)
        FROM public_entry WHERE NOT withdrawn AND ${halfOf(half)} ORDER BY document_id`),
    );
    await inHalves(async (client, half) => {
      await client.query("SET maintenance_work_mem = '512MB'");
      for (const sql of indices.filter((_, at) => at % 2 === half)) await client.query(sql);
    });
    await one.query('DROP TABLE made_up');
    for (const table of ['public_entry', 'public_search']) await one.query(`VACUUM (ANALYZE) ${table}`);
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}

const halfOf = (half: number) => `(hashtext(organisation_id::text) & 1) = ${half}`;

/** Takes the indices of keys off; answers what makes them again, as they were. */
async function takeIndices(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sql: string }>(
    "SELECT indexname AS name, indexdef AS sql FROM pg_indexes WHERE indexname ~ '^public_search_\\d+_keys$'",
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ name, sql }) => `${sql}; ALTER INDEX ${name} ALTER COLUMN 1 SET STATISTICS 0`);
}
