import { beforeAll, expect, test, vi } from 'vitest';
import { isReportExtension } from '@/lib/documents/report-formats';
import { publicFile } from '@/lib/server/public-files';
import { publicRoute } from '@/lib/server/public-route';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { type Get, type VerifiedEdition, verifyPublic } from '@/lib/server/verify-public';

// A website without pages: the files are real. The pages are read in e2e/downloads.spec.ts, from the real one.
vi.setConfig({ testTimeout: 60_000 });
withDatabase();

let town: Township;
beforeAll(async () => {
  town = await aTownship();
});

const get: Get = async (address) => {
  const { status } = await publicRoute(address);
  const [, slug = '', year, number, extension = ''] =
    /^\/([^/]+)\/reports\/(\d+)\/(\d+)\/report\.(\w+)$/.exec(address) ?? [];
  if (!isReportExtension(extension) || status !== 200) return { status, body: new Uint8Array() };
  const file = await publicFile(slug, Number(year), Number(number), extension);
  return { status, body: file?.bytes ?? new Uint8Array() };
};

const altering =
  (wanted: string, alter: (text: string) => string): Get =>
  async (address) => {
    const answer = await get(address);
    if (!answer || !address.endsWith(wanted)) return answer;
    return { ...answer, body: Buffer.from(alter(Buffer.from(answer.body).toString('utf8'))) };
  };

async function verified(getter: Get, all = false): Promise<VerifiedEdition[]> {
  const editions: VerifiedEdition[] = [];
  for await (const edition of verifyPublic(town.slug, getter, all)) editions.push(edition);
  return editions;
}

const faultsInFiles = ({ faults }: VerifiedEdition) =>
  faults.filter((fault) => fault.kind !== 'misprint' || fault.medium !== 'html');

test('files that say what was signed have no fault, of the edition that holds or of all', async () => {
  const { id } = await town.aReport({ status: 'published', year: 2023 });
  await town.correct(id, '导言补充一句。', []);
  expect((await verified(get)).map(({ number }) => number)).toEqual([2]);
  const all = await verified(get, true);
  expect(all.map(({ number, answers }) => [number, answers])).toEqual([
    [1, 7],
    [2, 9],
  ]);
  expect(all.flatMap(faultsInFiles)).toEqual([]);
});

test('a page that is no report, a figure that is another, and JSON with a space more are faults', async () => {
  const [edition] = await verified(get);
  expect(edition?.faults.map((fault) => fault.kind === 'misprint' && fault.medium)).toEqual(Array(4).fill('html'));

  const altered = await verified(altering('.csv', (text) => text.replace(/(总计,)\d+/, '$1987654')));
  expect(altered.flatMap(faultsInFiles)).toMatchObject([
    { kind: 'misprint', medium: 'csv', place: expect.stringContaining('总计'), found: '987654' },
  ]);
  const spaced = await verified(altering('.json', (text) => `${text} `));
  expect(spaced.flatMap(faultsInFiles)).toMatchObject([
    { kind: 'hash', address: expect.stringMatching(/2\/report\.json$/) },
  ]);
});

test('an address that answers otherwise than it should is a fault', async () => {
  const silent = await verified(async (address) => (address.endsWith('.pdf') ? null : get(address)));
  expect(silent.flatMap(faultsInFiles)).toMatchObject([{ kind: 'status', expected: 200, found: null }]);
});

test('what is withdrawn must be gone in every form', async () => {
  const { year } = await town.aReport({ status: 'withdrawn', year: 2021 });
  const gone = (await verified(get)).find(({ title }) => title.includes(String(year)));
  expect(gone).toMatchObject({ withdrawn: true, answers: 9, faults: [] });
  const kept = await verified(async (address) =>
    address.includes(`/${year}/1/report.docx`) ? { status: 200, body: new Uint8Array() } : get(address),
  );
  expect(kept.find(({ title }) => title.includes(String(year)))?.faults).toMatchObject([
    { kind: 'status', expected: 410, found: 200 },
  ]);
});
