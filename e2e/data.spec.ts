import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from '@/e2e/support/story';
import { type PublicPlace, publicPlace } from '@/lib/domain/public-address';
import { changeOrganisation, organisationOf } from '@/lib/server/organisation/organisation-settings';
import { bringGuide } from '@/lib/server/testing/a-guide-on-its-way';
import { aServer, freePort } from '@/lib/server/testing/a-server';
import type { Township } from '@/lib/server/testing/a-township';

const year = new Date().getFullYear();

test('没有脚本也能从首页找到数据，下载一年的压缩包，按清单核对', async ({
  browser,
  baseURL,
  viewport,
  township,
  request,
}) => {
  const made = await township.anItem({ status: 'published', title: '野外用火管理通知' });
  const report = await township.aReport({ status: 'published', year: 2023 });
  const context = await browser.newContext({ baseURL, viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/l/${township.slug}`);
  await page.getByRole('main').getByRole('link', { name: '公开数据下载' }).click();
  await expect(page).toHaveURL(`/l/${township.slug}/data`);
  await expect(page.getByRole('row', { name: /2023年/ })).toContainText('年度报告1份');
  await expect(page.getByRole('table', { name: '字段说明' }).getByRole('rowheader', { name: 'sha256' })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '2023年', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${township.people.drafter.organisation.name}2023年公开信息.zip`);
  const index = await request.get(
    (await page.getByRole('link', { name: '索引 JSON', exact: true }).getAttribute('href')) ?? '',
  );
  const { entries } = await index.json();
  expect(entries).toHaveLength(2);
  expect(entries).toContainEqual(expect.objectContaining({ title: report.title, sha256: report.sha256 }));

  const signed = await request.get(`/${township.slug}/reports/2023/1/report.json`);
  expect(signed.headers()['content-disposition']).toContain(
    `filename*=UTF-8''${encodeURIComponent(report.title)}.json`,
  );

  const zip = unzipSync(await (await request.get(`/${township.slug}/data/${year}.zip`)).body());
  const manifest = Object.entries(zip).find(([path]) => path.endsWith('/清单.json'))?.[1] ?? new Uint8Array();
  const [root] = Object.keys(zip)[0]?.split('/') ?? [];
  const { documents } = JSON.parse(Buffer.from(manifest).toString('utf8'));
  expect(documents).toEqual([expect.objectContaining({ title: made.title, sha256: made.sha256, holds: true })]);
  for (const { path, sha256 } of documents[0].files) {
    expect(
      createHash('sha256')
        .update(zip[`${root}/${path}`] ?? '')
        .digest('hex'),
      path,
    ).toBe(sha256);
  }
  await context.close();
});

test('撤下以后，索引和压缩包里都没有了 @once', async ({ township, request }) => {
  const made = await township.anItem({ status: 'published', title: '野外用火管理通知' });
  const index = async () => (await request.get(`/${township.slug}/data/index.csv`)).text();
  expect(await index()).toContain(made.title);
  const archive = await request.get(`/${township.slug}/data/${year}.zip`);
  expect(archive.headers()['x-content-type-options']).toBe('nosniff');
  const tag = { 'if-none-match': archive.headers().etag ?? '' };
  expect((await request.get(`/${township.slug}/data/${year}.zip`, { headers: tag })).status()).toBe(304);
  await township.withdrawItem(made.id);
  await expect.poll(index).not.toContain(made.title);
  expect((await request.get(`/${township.slug}/data/${year}.zip`)).status()).toBe(404);
});

const site = {
  ...{ name: '嵩县人民政府', domain: 'www.hnsongxian.gov.cn', idCode: '4103250001', icp: '豫ICP备05000001号' },
  ...{ publicSecurity: '豫公网安备41032502000001号', host: '嵩县人民政府办公室', hostPhone: '0379-66310000' },
  ...{
    emblemUrl: 'https://bszs.conac.cn/',
    faultsUrl: 'https://zfwzgl.www.gov.cn/',
    portalUrl: 'https://www.hnsongxian.gov.cn/',
  },
};

/** What an administrator types into the form of the organisation. */
async function labelled({ people }: Township) {
  const { administrator } = people;
  const { name, shortName, officeName, settings } = await organisationOf(administrator);
  const { requests: _, letters: __, ...rest } = settings;
  await changeOrganisation(
    { name, shortName, officeName, settings: { ...rest, site: { ...rest.site, ...site } } },
    administrator,
  );
}

const siteLabels = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const columnLabels = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const articleLabels = ['ArticleTitle', 'PubDate', 'ContentSource'];
const columns = [...siteLabels, ...columnLabels];
const articles = [...columns, ...articleLabels];

/** What each kind of page must say (国办发〔2017〕47号). */
const labelsOf: Partial<Record<PublicPlace['kind'], string[]>> = {
  ...{ home: columns, reports: columns, catalogue: columns, latest: columns, node: columns, data: columns },
  ...{ report: articles, item: articles, guide: articles, search: siteLabels },
};

test('每一种公开网页都有该有的标签、规范网址和页脚，大字版的链接都留在大字版 @once', async ({ township }) => {
  test.setTimeout(300_000);
  await labelled(township);
  await bringGuide({ status: 'published' }, township.people);
  const report = await township.aReport({ status: 'published', year: 2023 });
  await township.correct(report.id, '导言补充一句。', []);
  await township.aReport({ status: 'withdrawn', year: 2021 });
  await township.anItem({ status: 'published' });
  const server = await aServer({
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://www.example.gov.cn/gk',
    BASE_PATH: '/gk',
  });
  try {
    const home = `/gk/${township.slug}`;
    const queue = new Set([home, `/gk/l/${township.slug}`, `${home}/search?q=x`, `${home}/no-such-page`]);
    const kinds = new Set<string>();
    for (const address of queue) {
      const answer = await fetch(`${server.address}${address}`);
      const text = await answer.text();
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      const path = address.slice('/gk'.length).replace(/[?#].*/, '');
      const place = publicPlace(path);
      const { labels, links, canonical, foot } = readPage(text);
      if (place && place.kind !== 'front') kinds.add(place.kind);
      const expected = place ? (labelsOf[place.kind] ?? []) : siteLabels;
      expect(Object.keys(labels), address).toEqual(expect.arrayContaining(expected));
      expect(labels, address).toMatchObject({ SiteName: site.name, SiteDomain: site.domain, SiteIDCode: site.idCode });
      expect(labels.Description, address).not.toBe('');
      if (expected.includes('PubDate')) expect(labels.PubDate, address).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
      const plain = path.replace(/^\/l(?=\/)/, '');
      expect(canonical, address).toBe(place ? `https://www.example.gov.cn/gk${plain}` : null);
      for (const fact of [site.idCode, site.icp, site.publicSecurity, site.host, '我为政府网站找错']) {
        expect(foot, address).toContain(fact);
      }
      for (const link of links) {
        const own = link.startsWith(`${home}/`) || link.startsWith(`/gk/l/${township.slug}`) || link === home;
        if (own) queue.add(link.replace(/#.*/, ''));
        // What has one form for both sizes stands at one address; the link that changes the size leads out.
        const leaves =
          /\.(?:xml|json|csv|jsonld|zip)$/.test(link) || link.replace(/[?#].*/, '') === `/gk${plain}` || !place;
        if (address.startsWith('/gk/l/') && link.startsWith('/gk/') && !leaves) {
          expect(link, address).toMatch(/^\/gk\/l\//);
        }
      }
    }
    expect([...kinds].sort()).toEqual(Object.keys(labelsOf).sort());
  } finally {
    await server.end('SIGTERM');
  }
});

test('网站地图和robots.txt：地址完整，每一个都打得开，不提办公端 @once', async ({ page, township }) => {
  const gone = await township.anItem({ status: 'withdrawn' });
  const made = await township.anItem({ status: 'published', title: '一和二 & <三>' });
  await township.aReport({ status: 'published', year: 2023 });
  const server = await aServer({
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://www.example.gov.cn',
    BASE_PATH: '/gk',
  });
  const full = 'https://www.example.gov.cn/gk';
  const ask = (address: string) => fetch(`${server.address}/gk${address}`);
  const mapAt = async (address: string) => {
    const answer = await ask(address);
    expect([answer.status, answer.headers.get('content-type')], address).toEqual([
      200,
      'application/xml; charset=utf-8',
    ]);
    return readMap(await answer.text());
  };
  const readMap = (text: string) =>
    page.evaluate((xml) => {
      const { documentElement: root } = new DOMParser().parseFromString(xml, 'application/xml');
      const texts = (name: string) => [...root.getElementsByTagName(name)].map(({ textContent }) => textContent ?? '');
      return { root: root.tagName, namespace: root.namespaceURI, loc: texts('loc'), lastmod: texts('lastmod') };
    }, text);
  try {
    const maps = await mapAt('/sitemap.xml');
    expect([maps.root, maps.namespace]).toEqual(['sitemapindex', 'http://www.sitemaps.org/schemas/sitemap/0.9']);
    const own = maps.loc.filter((address) => address.startsWith(`${full}/${township.slug}/`));
    expect(own).toEqual([`${full}/${township.slug}/sitemap.xml`, `${full}/${township.slug}/sitemap/1.xml`]);
    const named: string[] = [];
    for (const map of own) {
      const { root, loc, lastmod } = await mapAt(map.slice(full.length));
      expect(root).toBe('urlset');
      expect(lastmod).toHaveLength(loc.length);
      for (const day of lastmod) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      named.push(...loc);
    }
    for (const address of named) expect((await ask(address.slice(full.length))).status, address).toBe(200);
    expect(named).toEqual(
      expect.arrayContaining([`${full}/${township.slug}/${made.path}`, `${full}/${township.slug}/reports/2023`]),
    );
    expect(named).not.toContain(`${full}/${township.slug}/${gone.path}`);
    const robots = await (await ask('/robots.txt')).text();
    expect(robots.split('\n')).toEqual(
      expect.arrayContaining([
        'Disallow: /gk/admin',
        `Disallow: /gk/${township.slug}/search?`,
        `Sitemap: ${full}/sitemap.xml`,
      ]),
    );
  } finally {
    await server.end('SIGTERM');
  }
});

test('打印一条信息：A4纸，没有导航，链接写明网址 @once', async ({ page, township }) => {
  const link = 'https://www.gov.cn/zhengce/content.htm';
  const made = await township.anItem({
    status: 'published',
    draft: {
      body: [
        { id: 'b1', kind: 'paragraph', runs: [{ text: '依据见' }, { text: '国务院文件', href: link }, { text: '。' }] },
      ],
    },
  });
  await page.goto(`/${township.slug}/${made.path}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: made.title })).toBeVisible();
  for (const hidden of [page.getByRole('banner'), page.getByRole('contentinfo'), page.getByRole('search')]) {
    await expect(hidden).toBeHidden();
  }
  const written = await page
    .getByRole('link', { name: '国务院文件' })
    .evaluate((element) => getComputedStyle(element, '::after').content);
  expect(written).toMatch(/attr\(href\)|www\.gov\.cn/);
});

/** Labels, addresses and foot as a program reads them from the text of a page. */
function readPage(html: string) {
  const elements = all(parse(html));
  const attribute = (element: DefaultTreeAdapterTypes.Element, name: string) =>
    element.attrs.find((each) => each.name === name)?.value ?? '';
  const named = (tag: string) => elements.filter(({ tagName }) => tagName === tag);
  const labels = named('meta').map((element) => [attribute(element, 'name'), attribute(element, 'content')]);
  const canonical = named('link').find((element) => attribute(element, 'rel') === 'canonical');
  return {
    labels: Object.fromEntries(labels.filter(([name]) => name)) as Record<string, string>,
    links: named('a').map((element) => attribute(element, 'href')),
    canonical: canonical ? attribute(canonical, 'href') : null,
    foot: named('footer').map(textOf).join(''),
  };
}

function all(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(all) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
