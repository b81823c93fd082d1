import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test, vi } from 'vitest';
import { indexResponse } from '@/app/(public)/data-file';
import { feedResponse } from '@/app/(public)/feed';
import { VerificationAlarm } from '@/components/office/verification-alarm';
import { PublicationFacts } from '@/components/report/publication-facts';
import { ReportDocument } from '@/components/report/report-document';
import { isIndexExtension } from '@/lib/documents/open-data/index-formats';
import { isReportExtension } from '@/lib/documents/report-formats';
import { publicPlace } from '@/lib/domain/public-address';
import { asTheOnlyOne } from '@/lib/server/as-the-only-one';
import { publicFile } from '@/lib/server/public/public-files';
import { publishedReport } from '@/lib/server/public/public-reports';
import { aTownship, type Township } from '@/lib/server/testing/a-township';
import { withDatabase } from '@/lib/server/testing/with-database';
import { keepOutcome, nightOf, standingFaults, verifyAll, verifyNight } from '@/lib/server/verify/verification';
import type { Get } from '@/lib/server/verify/verify-public';
import { dayInProse, dayOf } from '@/lib/text/days';

vi.setConfig({ testTimeout: 60_000 });
const { asOwner } = withDatabase();

let town: Township;
let title: string;
beforeAll(async () => {
  town = await aTownship();
  ({ title } = await town.aReport({ status: 'published', year: 2023 }));
});

/** The website without its frame: the report as its page lays it out, and files, index and feed themselves. */
const site: Get = async (address) => {
  const [, medium = ''] = /\/data\/index\.(\w+)$/.exec(address) ?? [];
  if (isIndexExtension(medium))
    return answerOf(await indexResponse(town.slug, medium, new Request('http://localhost')));
  if (address.endsWith('/feed.xml')) return answerOf(await feedResponse(town.slug));
  const place = publicPlace(address);
  const { year = 0, number } = place?.kind === 'report' ? place : {};
  const found = await publishedReport(town.slug, year, number);
  const extension = address.split('.').at(-1) ?? '';
  if (!found?.content) return { status: 404, body: new Uint8Array() };
  if (isReportExtension(extension)) {
    const file = await publicFile(town.slug, year, found.edition.number, extension);
    return { status: 200, body: file?.bytes ?? new Uint8Array() };
  }
  const page = renderToStaticMarkup(
    <ReportDocument
      {...found.content}
      published=""
      signedOn={dayInProse(dayOf(found.edition.publishedAt))}
      facts={<PublicationFacts {...found.edition} {...facts} edition={found.edition} />}
    />,
  );
  return { status: 200, body: Buffer.from(page) };
};
const answerOf = async (response: Response) => ({
  status: response.status,
  body: new Uint8Array(await response.arrayBuffer()),
});
const facts = { current: true, others: [], contentHref: '/', contact: '' };

const altered: Get = async (address) => {
  const answer = await site(address);
  if (!answer || !address.endsWith('.csv')) return answer;
  return {
    ...answer,
    body: Buffer.from(
      Buffer.from(answer.body)
        .toString('utf8')
        .replace(/(总计,)\d+/, '$1987654'),
    ),
  };
};

const night = (day: 1 | 2 | 3 | 4 | 5 | 6 | 7) => `2026-03-0${day}` as const;
const at = (day: number) => new Date(`2026-03-0${day}T02:31:00+08:00`);

async function alarm(actor = town.people.administrator): Promise<string | null> {
  const found = await standingFaults(actor);
  return found && renderToStaticMarkup(<VerificationAlarm {...found} />);
}

test.each([
  ['2026-03-02T02:29:59+08:00', '2026-03-01'],
  ['2026-03-02T02:30:00+08:00', '2026-03-02'],
  ['2026-03-02T23:59:00+08:00', '2026-03-02'],
  ['2026-03-03T00:10:00+08:00', '2026-03-02'],
])('%s belongs to the night to %s', (instant, day) => {
  expect(nightOf(new Date(instant), '02:30')).toBe(day);
});

test('what is as it was signed raises no alarm, and is read once a night', async () => {
  expect(await verifyNight(night(1), at(1), site)).toEqual([
    { name: town.people.administrator.organisation.name, faultCount: 0 },
  ]);
  expect(await verifyNight(night(1), at(1), altered)).toEqual([]);
  expect(await alarm()).toBeNull();
  expect(await asOwner('SELECT editions, answers, fault_count, faults FROM verification')).toEqual([
    { editions: 1, answers: 9, fault_count: 0, faults: [] },
  ]);
});

test('a changed file is told to administrators with cell, format and both values, until a later check is clean', async () => {
  await verifyNight(night(2), at(2), altered);
  expect(await alarm()).toMatch(
    new RegExp(
      `2026年3月2日核验发现.*有1处不一致.*<li>${title}第1版：CSV，[^<]*总计[^<]*：应为“\\d+”，读到“987654”。</li>`,
    ),
  );
  expect(await alarm(town.people.drafter)).toBeNull();

  await keepOutcome(town.id, await verifyAll(town, site), new Date('2026-03-02T09:00:00+08:00'), null);
  expect(await alarm()).toBeNull();
});

test('a changed row is told, whether it can still be read or not', async () => {
  const [{ snapshot: signed }] = (await asOwner('SELECT snapshot FROM publication')) as [{ snapshot: string }];
  await asOwner('ALTER TABLE publication DISABLE TRIGGER append_only, DROP CONSTRAINT publication_sha256');
  const keep = (snapshot: string) => asOwner('UPDATE publication SET snapshot = $1', [snapshot]);

  await keep(signed.replace(/"total":(\d)/, '"total":9$1'));
  await verifyNight(night(3), at(3), site);
  expect(await alarm()).toMatch(/PDF，表三，总计，[^<]*应为“9\d+”，读到“\d+”。<\/li>.*公开记录.*没有对应的一条。/);

  await keep(signed.slice(0, -1));
  await verifyNight(night(4), at(4), site);
  expect(await alarm()).toMatch(new RegExp(`<li>${title}第1版：保存的签发内容不能识别。</li>`));

  await keep(signed);
  await verifyNight(night(5), at(5), site);
  expect(await alarm()).toBeNull();
});

test('of several processes one does it', async () => {
  await asTheOnlyOne('verification', async () => {
    expect(await verifyNight(night(6), at(6), site)).toBeNull();
  });
  expect(await verifyNight(night(6), at(6), site)).toHaveLength(1);
});

test('a check that is broken off keeps nothing, and is done at the next turn', async () => {
  const broken: Get = async () => {
    throw new Error('leaving');
  };
  await expect(verifyNight(night(7), at(7), broken)).rejects.toThrow('leaving');
  expect(await verifyNight(night(7), at(7), site)).toHaveLength(1);
});
