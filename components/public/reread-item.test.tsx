import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { type Posting, PublishedItem } from '@/components/public/published-item';
import { anItemSnapshot } from '@/lib/documents/an-item-snapshot';
import type { ItemSnapshot } from '@/lib/documents/item-snapshot';
import { rereadItem } from '@/lib/documents/reading/items/compare';
import { expectEachDigitRead } from '@/lib/documents/reading/testing/changed-digits';
import type { ItemBlock } from '@/lib/domain/items/body';
import { organisationSettings } from '@/lib/domain/organisation';

// What lib/documents/reading/items/mutation.test.ts does to files, done to the page.
vi.setConfig({ testTimeout: 60_000 });

const picture = createHash('sha256').update('x').digest('hex');
const pictured: ItemBlock[] = [
  { id: 'i1', kind: 'image', sha256: picture, alt: '第3户“改造”后 <完工> & 入住' },
  { id: 'l1', kind: 'list', ordered: false, entries: [[{ text: '一\n二' }], [], [{ text: ' ' }]] },
  {
    id: 't1',
    kind: 'table',
    headerRows: 1,
    rows: [[{ runs: [{ text: '跨' }], rowspan: 2 }], [{ runs: [{ text: '短' }] }], []],
  },
];
const snapshots = [
  anItemSnapshot(),
  anItemSnapshot(
    {
      body: pictured,
      validity: 'repealed',
      endedOn: '2021-01-05',
      importedFrom: { publishedOn: '2015-03-05', place: '公开栏' },
    },
    { number: 2, note: '第3户更正为1500元。' },
  ),
];
const now = { validity: 'lapsed' as const, endedOn: '2022-12-31' as const, postings: [] };

function pageOf({ item, indexNumber, facts }: ItemSnapshot, postings: readonly Posting[] = []) {
  const publishedAt = new Date(`${facts.publishedOn}T01:30:00Z`);
  const edition = { ...facts, act: 'publish' as const, title: item.title, publishedAt };
  return renderToStaticMarkup(
    <PublishedItem
      organisation={{
        ...{ slug: 'deting', name: item.organisation.name, shortName: '德亭镇', officeName: '党政办公室' },
        ...{ settings: organisationSettings.parse({}), columns: [], hasGuide: false },
      }}
      size="standard"
      found={{
        item: 12,
        edition,
        editions: [edition],
        indexNumber,
        firstPublishedAt: new Date('2020-07-06T01:30:00Z'),
      }}
      content={{ item, before: null, ...now, related: [], postings }}
      files={[{ extension: 'pdf', size: 20_480 }]}
    />,
  );
}

const posting: Posting = {
  ...{ id: '1', place: '镇政府信息公开栏', postedOn: '2020-07-07', takenDownOn: null, photograph: null },
};

const pages = snapshots.map((snapshot) => ({ snapshot, html: pageOf(snapshot) }));
const faultsOf = (html: string, snapshot: ItemSnapshot) => rereadItem('html', Buffer.from(html), snapshot, now);

// Signed are the facts, the title, the body, the signature, the attachments and the hashes.
const within = { signed: ['item-facts', 'item-prose', 'signature', 'hash'] };

describe('the public page of an item', () => {
  test('says what was signed, and whether it holds today', async () => {
    for (const { snapshot, html } of pages) expect(await faultsOf(html, snapshot)).toEqual([]);
  });

  test('says that it hung on the board, and was meant to where that was signed', async () => {
    const snapshot = anItemSnapshot({ ways: ['website'] });
    const [posted, never] = [pageOf(snapshot, [posting]), pageOf(snapshot)];
    const read = (html: string, postings: Posting[], of = snapshot) =>
      rereadItem('html', Buffer.from(html), of, { ...now, postings });
    expect(posted).toContain('政府网站、信息公告栏');
    expect(await read(posted, [posting])).toEqual([]);
    const place = '信息属性，公开方式';
    const [website, both] = ['公开方式：政府网站', '公开方式：政府网站、信息公告栏'];
    expect(await read(posted, [])).toEqual([{ medium: 'html', place, expected: website, found: both }]);
    expect(await read(never, [posting])).toEqual([{ medium: 'html', place, expected: both, found: website }]);
    const meant = anItemSnapshot();
    expect(await read(pageOf(meant, [posting]), [posting], meant)).toEqual([]);
  });

  test('gives away each of 200 changed digits, anywhere in the item', async () => {
    await expectEachDigitRead(pages, within, (wrong, { snapshot }) => faultsOf(wrong, snapshot), 200);
  });

  test('names the cell, what was signed and what it says', async () => {
    const [{ snapshot, html } = expect.fail('no page')] = pages;
    expect(await faultsOf(html.replace('9300', '9800').replace('?x=1&amp;y=2', '?x=1'), snapshot)).toEqual([
      { medium: 'html', place: '正文第4块（表格），第3行第2列', expected: '9300', found: '9800' },
      {
        ...{ medium: 'html', place: '链接', expected: 'https://www.example.gov.cn/a?x=1&y=2' },
        found: 'https://www.example.gov.cn/a?x=1',
      },
    ]);
  });
});
