import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { PublicationFacts } from '@/components/report/publication-facts';
import { ReportDocument } from '@/components/report/report-document';
import { aSnapshot } from '@/lib/documents/a-snapshot';
import { reread } from '@/lib/documents/reading/compare';
import { expectEachDigitRead } from '@/lib/documents/reading/testing/changed-digits';
import type { Snapshot } from '@/lib/documents/snapshot';
import { aReport } from '@/lib/domain/report/a-report';
import { inventedFormat } from '@/lib/domain/report/an-invented-format';
import { report } from '@/lib/domain/report/content';
import deting2020 from '@/lib/domain/report/fixtures/deting-2020.json';
import { dayInProse } from '@/lib/text/days';

// What lib/documents/reading/mutation.test.ts does to files, done to the page.
vi.setConfig({ testTimeout: 60_000 });

const invented = inventedFormat();
const snapshots = [
  aSnapshot(report.parse(deting2020)),
  aSnapshot(aReport('2021')),
  aSnapshot(aReport(invented), invented),
];

const pageOf = ({ report: signed, format, facts }: Snapshot) =>
  renderToStaticMarkup(
    <ReportDocument
      report={signed}
      format={format}
      published="发布日期：2021年1月22日"
      signedOn={dayInProse(facts.publishedOn)}
      facts={
        <PublicationFacts
          signedBy={facts.signedBy}
          edition={{ number: 1, publishedAt: new Date(`${facts.publishedOn}T01:30:00Z`), sha256: facts.sha256 }}
          {...{ current: true, others: [], contentHref: '/', contact: '德亭镇人民政府党建办公室' }}
        />
      }
    />,
  );

const pages = snapshots.map((snapshot) => ({ snapshot, html: pageOf(snapshot) }));
const faultsOf = (html: string, snapshot: Snapshot) => reread('html', Buffer.from(html), snapshot);

// Signed are the title, the prose, the tables, the signature and the hash; what surrounds them is no report.
const within = { signed: ['prose', 'signature', 'hash'], around: ['details', 'to-contents'] };

describe('the public page', () => {
  test('says what was signed', async () => {
    for (const { snapshot, html } of pages) expect(await faultsOf(html, snapshot)).toEqual([]);
  });

  test('gives away each of 150 changed digits, anywhere in the report', async () => {
    await expectEachDigitRead(pages, within, (wrong, { snapshot }) => faultsOf(wrong, snapshot), 150);
  });

  test('names the cell, what was signed and what it says', async () => {
    const [{ snapshot, html } = expect.fail('no page')] = pages;
    const wrong = html.replace(/(id="t2_5-r01-c3"[^>]*>)38/, '$139');
    expect(await faultsOf(wrong.replace('一、总体情况</h2>', '一、总体情况。</h2>'), snapshot)).toEqual([
      { medium: 'html', place: '表二（五），行政许可，处理决定数量', expected: '38', found: '39' },
      { medium: 'html', place: '一、总体情况', expected: '一、总体情况', found: '一、总体情况。' },
    ]);
  });
});
