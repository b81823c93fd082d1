import { type DefaultTreeAdapterTypes, parse, serializeOuter } from 'parse5';
import { expect, test } from '@/e2e/support/story';
import { drawnPage } from '@/lib/pages/drawn-page';
import type { ComingPage } from '@/lib/server/documents/coming-pages';
import { offeredFiles } from '@/lib/server/public/public-files';
import { publicGuide } from '@/lib/server/public/public-guide';
import { offeredItemFiles } from '@/lib/server/public/public-item-files';
import { publicItem } from '@/lib/server/public/public-items';
import { publicOrganisation } from '@/lib/server/public/public-organisation';
import { publishedReport } from '@/lib/server/public/public-reports';
import { bringGuide } from '@/lib/server/testing/a-guide-on-its-way';
import type { Township } from '@/lib/server/testing/a-township';
import { verifyPublic } from '@/lib/server/verify/verify-public';

test('公众下载报告的每种格式，文件名照机关的习惯，内容与签发的一致', async ({ page, aReport, baseURL, request }) => {
  const report = await aReport({ status: 'published', year: 2023 });
  await page.goto(`/${report.organisationSlug}/reports/2023`);
  const files = page.getByRole('region', { name: '下载' });
  await expect(files.getByRole('listitem')).toHaveText([
    /^PDF\d+ KB，适合阅读和打印$/,
    /^Word\d+ KB/,
    /XLSX/,
    /CSV/,
    /JSON/,
  ]);

  const arriving = page.waitForEvent('download');
  await files.getByRole('link', { name: 'Word' }).click();
  expect((await arriving).suggestedFilename()).toBe(`${report.title}.docx`);

  const pdf = await request.get((await files.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect(pdf.headers()['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(report.title)}.pdf`);

  // Every page and file, as a citizen gets them from this website, against what was signed.
  const get = async (address: string) => {
    const answer = await fetch(`${baseURL}${address}`);
    return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
  };
  for await (const edition of verifyPublic(report.organisationSlug, get, true)) {
    expect(edition).toMatchObject({ number: 1, withdrawn: false, answers: 9, faults: [] });
  }
});

test('公众看到的网页，就是公开前读回核对的那一页', { tag: '@once' }, async ({ township, aReport, request }) => {
  await aReport({ status: 'published', year: 2022 });
  const item = await township.anItem({ status: 'published' });
  await bringGuide({ status: 'published' }, township.people);
  for (const size of ['standard', 'large'] as const) {
    for (const { path, page } of await readPages(township, Number(item.path.slice('items/'.length)))) {
      const served = await request.get(`${size === 'large' ? '/l' : ''}/${township.slug}/${path}`);
      expect(mainOf(await served.text())).toBe(mainOf(drawnPage({ ...page, size })));
    }
  }
});

/** What is drawn and read before a publication, of what is public now. */
async function readPages({ id, slug }: Township, number: number): Promise<{ path: string; page: ComingPage }[]> {
  const [organisation, report, item, guide] = [
    await publicOrganisation(slug),
    await publishedReport(slug, 2022),
    await publicItem({ id, slug }, number),
    await publicGuide(slug),
  ];
  if (!organisation || !report?.content || !item?.content || !guide?.content)
    throw new Error('something is not public');
  const shown = { organisation, size: 'standard' as const };
  return [
    {
      path: 'reports/2022',
      page: {
        ...shown,
        kind: 'report',
        found: report,
        content: report.content,
        files: await offeredFiles(slug, report),
      },
    },
    {
      path: `items/${number}`,
      page: { ...shown, kind: 'item', found: item, content: item.content, files: await offeredItemFiles(id, item) },
    },
    { path: 'guide', page: { ...shown, kind: 'guide', found: guide, content: guide.content } },
  ];
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** The page without its frame, and without the comments by which Next.js parts two texts. */
function mainOf(html: string): string {
  const found = find(parse(html));
  if (!found) throw new Error('the page has no main part');
  return serializeOuter(found).replace(/<!--.*?-->/gs, '');
}

function find(node: Node): DefaultTreeAdapterTypes.Element | null {
  if ('tagName' in node && node.tagName === 'main') return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = find(child);
    if (found) return found;
  }
  return null;
}
