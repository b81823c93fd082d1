import { beforeAll, expect, test } from 'vitest';
import { registerFilter } from '@/lib/domain/items/register-filter';
import { ledgerKinds } from '@/lib/domain/ledger/entry';
import { createNode } from '@/lib/server/catalogue/catalogue';
import { db } from '@/lib/server/db';
import { addEntry, correctEntry, ledgerOf } from '@/lib/server/items/ledger';
import { registerPage } from '@/lib/server/items/register';
import { registersOf } from '@/lib/server/reports/registers';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { recordsAddress } from '@/lib/text/registers';

const { asOwner } = withDatabase();
const year = 2020;
let town: Township;

beforeAll(async () => {
  town = await aTownship();
  // Nobody drafts and signs seven hundred items here: what is counted asks for neither revisions nor publications.
  await asOwner('ALTER TABLE public_entry DROP CONSTRAINT public_entry_publication');
  await asOwner('ALTER TABLE document DROP CONSTRAINT document_frozen');
  for (const { people } of [town, await aTownship()]) {
    for (const code of ['key-tasks', 'examples']) await createNode(ownNode(code), people.administrator);
    await fillItems(people.drafter);
    await fillLedgers(people.drafter);
  }
});

const ownNode = (code: string) => ({
  ...{ code, label: code, basis: '', ways: ['website' as const], fieldId: null },
  period: { days: 20, unit: 'working_day' as const },
});

// Two years and their edges, every state an item can be in, corrections of what is public and of what was withdrawn: each
// number walks through its own round.
async function fillItems({ organisationId, id: drafter }: { organisationId: string; id: string }) {
  const field = await db.field.findFirstOrThrow({ where: { organisationId } });
  const nodes = await db.catalogueNode.findMany({ where: { organisationId }, orderBy: { position: 'desc' }, take: 6 });
  const own = await db.catalogueNode.findMany({ where: { organisationId, kind: 'own' } });
  const idOf = "md5($1 || '-' || n)::uuid";
  await asOwner(
    `INSERT INTO document (id, organisation_id, kind, title, path, field_id, drafter_id, status, draft)
     SELECT ${idOf}, $1::uuid, 'item', '信息' || n, 'items/' || n, $2::uuid, $3::uuid,
       (ARRAY['published','published','withdrawn','signed','draft','in_review']::"DocumentStatus"[])[1 + n % 6], '{}'
     FROM generate_series(1, 700) n`,
    [organisationId, field.id, drafter],
  );
  await asOwner(
    `INSERT INTO disclosure_item (document_id, organisation_id, node_id, class_id, normative, validity, formed_on, ended_on, first_published_on)
     SELECT ${idOf}, $1::uuid, ($2::uuid[])[1 + n % 6], CASE WHEN n % 4 < 2 THEN ($3::uuid[])[1 + n % 2] END, n % 3 < 2,
       (ARRAY['valid','repealed','lapsed','valid']::"Validity"[])[1 + n % 4], formed,
       CASE WHEN n % 4 IN (1, 2) THEN formed + n % 500 END,
       CASE WHEN n % 6 < 3 OR n % 12 IN (4, 5) THEN formed + n % 50 END
     FROM generate_series(1, 700) n, LATERAL (SELECT date '2018-06-01' + n * 2 AS formed) AS day`,
    [organisationId, nodes.map(({ id }) => id), own.map(({ id }) => id)],
  );
  await asOwner(
    `INSERT INTO public_entry (document_id, organisation_id, kind, path, publication_id, number, title, text, node_id, class_id,
       first_published_at, published_at, year, withdrawn)
     SELECT document_id, item.organisation_id, 'item', path, gen_random_uuid(), 1, title, title, node_id, class_id,
       first_published_on, first_published_on, extract(year FROM first_published_on),
       item.status = 'withdrawn' OR item.status = 'draft' AND path LIKE '%0'
     FROM disclosure_item item JOIN document ON document.id = document_id
     WHERE item.organisation_id = $1::uuid AND first_published_on IS NOT NULL`,
    [organisationId],
  );
}

async function fillLedgers(drafter: Township['people']['drafter']) {
  const { id: fieldId } = await db.field.findFirstOrThrow({ where: { organisationId: drafter.organisationId } });
  for (const [at, kind] of ledgerKinds.entries()) {
    const amount = kind === 'administrative_fees' || kind === 'government_procurement' ? '1200.50' : null;
    for (const month of ['2019-12', '2020-01', '2020-12']) {
      const id = await addEntry({ kind, month, fieldId, count: 3 + at, amount, source: '台账' }, drafter);
      if (month === '2020-01') await correctEntry({ id, kind, count: 9, amount, source: '核对' }, drafter);
    }
  }
}

/** How many records stand behind an address, as its page counts them. */
async function listedAt(address: string): Promise<{ count: number; amount?: string | null }> {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const { drafter } = town.people;
  const chosen = Object.fromEntries(searchParams);
  if (pathname !== '/admin/ledger') {
    const filter = registerFilter.parse(chosen);
    expect(Object.keys(chosen).filter((key) => filter[key as 'counted'] === null)).toEqual([]); // nothing of it means nothing
    return { count: (await registerPage(filter, drafter)).total };
  }
  const kind = ledgerKinds.find((known) => known === chosen.kind) ?? 'licensing';
  return (await ledgerOf(kind, Number(chosen.year), drafter)).total;
}

test('every figure of the registers opens the records that it counts, and no others', async () => {
  const registers = await registersOf(db, town.id, year);
  const sources = Object.keys(registers);
  for (const source of sources) {
    const address = recordsAddress(source, year);
    const listed = await listedAt(address ?? '');
    const what = source.split('@')[0]?.endsWith('/amount') ? listed.amount : listed.count;
    expect([source, Number(what)]).toEqual([source, Number(registers[source])]);
  }
  const some = ['items', 'items/class/key-tasks', 'items/class/examples', 'ledger/licensing/count'];
  const normative = ['made', 'published', 'public', 'repealed', 'in_force'].map((what) => `normative/${what}`);
  for (const source of [...some, ...normative]) {
    expect([source, Number(registers[source]) > 2, Number(registers[`${source}@${year - 1}`]) > 2]).toEqual([
      ...[source, true, true],
    ]);
  }
  expect(new Set([...normative, 'items'].map((source) => registers[source])).size).toBe(6); // each says something else
});
