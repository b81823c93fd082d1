import { createHash } from 'node:crypto';
import type { APIResponse, Page } from '@playwright/test';
import sharp from 'sharp';
import { targetOf, test } from '@/e2e/support/public-story';
import { expect, expectReadable } from '@/e2e/support/story';
import type { ItemDraft } from '@/lib/domain/items/content';
import { today } from '@/lib/server/clock';
import { addFile, addPicture } from '@/lib/server/files/files';
import { recordPosting } from '@/lib/server/items/board';
import type { Township } from '@/lib/server/testing/a-township';

const title = '柳河镇2020年农村危房改造审定结果公示';
const cell = (text: string) => ({ runs: [{ text }] });
const body = (households: string): ItemDraft['body'] => [
  { id: 'h1', kind: 'heading', level: 1, runs: [{ text: '一、审定结果' }] },
  { id: 'b1', kind: 'paragraph', runs: [{ text: `经村民代表大会评议，共${households}户符合农村危房改造条件。` }] },
  { id: 'l1', kind: 'list', ordered: true, entries: [[{ text: '新建' }], [{ text: '修缮加固' }]] },
  {
    id: 't1',
    kind: 'table',
    headerRows: 1,
    rows: [
      [cell('村'), cell('户数'), cell('补助金额（万元）')],
      [cell('德亭村'), cell(households), cell('12.50')],
    ],
  },
];

/** An item with a table, a picture in its body and an attachment, public and posted on the board. */
async function aWholeItem(town: Township) {
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#14573a' } })
    .png()
    .toBuffer();
  const made = await town.anItem({
    status: 'published',
    title,
    node: 'article-20-11',
    lay: async (id, drafter) => {
      const { attachment } = await addFile(id, { name: '审定结果（盖章）.png', bytes: picture }, drafter);
      const inside = await sharp(picture).negate().png().toBuffer();
      const { attachment: image } = await addPicture(id, { name: 'x.png', bytes: inside }, drafter);
      return {
        documentNumber: '柳政〔2020〕21号',
        attachments: [attachment],
        body: [...body('3'), { id: 'i1', kind: 'image', sha256: image.sha256, alt: '改造后的房屋' }],
      };
    },
  });
  await recordPosting({ documentId: made.id, place: '镇政府信息公开栏', postedOn: today() }, town.people.drafter);
  return made;
}

test('公众从目录找到一条信息，读正文、下载附件、核对签发内容 @main @readers', async ({
  page,
  township,
  request,
  site,
}) => {
  const made = await aWholeItem(township);
  await site.refresh();
  await page.goto(`/${township.slug}`);
  await expectReadable(page);
  await page.getByRole('link', { name: '法定主动公开内容' }).click();
  await expectReadable(page);
  await page.getByRole('link', { name: '民生政策', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '民生政策' })).toBeVisible();
  await expectReadable(page);
  await page.getByRole('link', { name: title }).click();

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('meta[name=ArticleTitle]')).toHaveAttribute('content', title);
  await expect(page.locator('meta[name=ColumnName]')).toHaveAttribute('content', '民生政策');
  const facts = page.getByRole('table', { name: '信息属性' });
  for (const [name, value] of [
    ['索引号', made.indexNumber ?? ''],
    ['发文字号', '柳政〔2020〕21号'],
    ['成文日期', '2020年3月2日'],
    ['公开属性', '主动公开'],
    ['有效性', '有效'],
  ] as const) {
    await expect(facts.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })).toContainText(value);
  }
  await expect(page.getByRole('columnheader', { name: '补助金额（万元）' })).toBeVisible();
  await expect(page.getByText('镇政府信息公开栏，')).toBeVisible();
  const image = page.getByRole('img', { name: '改造后的房屋' });
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(60);
  await expectReadable(page);

  const attachment = page.getByRole('link', { name: '审定结果（盖章）.png' });
  await page.getByText('校验码（SHA-256）').click();
  const file = await request.get((await targetOf(attachment)).href);
  expect(file.headers()).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
  await expect(page.getByText(inGroups(digestOf(await file.body())))).toBeVisible();
  const json = await targetOf(page.getByRole('link', { name: '签发内容（JSON）' }).first());
  const content = await request.get(json.href);
  expect(digestOf(await content.body())).toBe(made.sha256);
});

test('没有脚本也能查找，按栏目缩小，大字版保持大字 @readers', async ({
  browser,
  baseURL,
  viewport,
  township,
  site,
}) => {
  await aWholeItem(township);
  await township.anItem({ status: 'published', title: '危房改造政策问答', node: 'article-20-1' });
  await site.refresh();
  const context = await browser.newContext({ baseURL, viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/${township.slug}`);
  await page.getByRole('searchbox', { name: '查找公开信息' }).fill('危房');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page.getByRole('heading', { name: '查找“危房”，找到2条' })).toBeVisible();
  const found = page.getByRole('region', { name: /^查找“危房”/ });
  await expect(found.getByRole('heading', { level: 3 })).toHaveText(['危房改造政策问答', title]);
  await expect(found.locator('mark').first()).toHaveText('危房');

  await page.getByRole('navigation', { name: '按栏目筛选' }).getByRole('link', { name: '民生政策' }).click();
  await expect(page.getByRole('heading', { name: '查找“危房”，找到1条' })).toBeVisible();
  await page.getByRole('link', { name: '长辈版（大字）' }).click();
  await expect(page).toHaveURL(/^[^?]*\/l\/[^?]*\/search\?q=/);
  await expect(page.getByRole('heading', { name: '查找“危房”，找到1条' })).toBeVisible();
  for (const link of await page.getByRole('main').getByRole('link').all()) {
    expect((await targetOf(link)).pathname).toMatch(/^\/l\//);
  }

  await page.getByRole('searchbox', { name: '查找公开信息' }).fill('柳政[2020]21号');
  await page.getByRole('combobox', { name: '栏目' }).selectOption('');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page.getByRole('heading', { level: 3, name: title })).toBeVisible();
  await context.close();
});

test('查不到、太长、古怪的查找都有交代', async ({ page, township }) => {
  await township.anItem({ status: 'published', title });
  const search = (typed: string) => page.goto(`/${township.slug}/search?${new URLSearchParams({ q: typed })}`);
  for (const typed of ['%', "'; --", '\0', '饕餮', '\\', '<script>alert(1)</script>']) {
    expect((await search(typed))?.status(), typed).toBe(200);
  }
  await expectReadable(page);
  await search('饕餮');
  await expect(page.getByText('没有找到含有“饕餮”的信息')).toBeVisible();
  await expectReadable(page);
  const long = await search('开'.repeat(180));
  expect(long?.status()).toBe(400);
  await expect(page.getByText('查找的文字太长')).toBeVisible();
  await expectReadable(page);
  expect((await search('开'.repeat(2000)))?.status()).toBeGreaterThanOrEqual(400);
  await search('危房改造');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await expectReadable(page);
});

test('更正以后看得到改了哪里，撤下以后只留下说明 @readers', async ({ page, township, request, site }) => {
  const made = await aWholeItem(township);
  await township.correctItem(made.id, '户数统计有误，予以更正。', { body: body('4') });
  await site.refresh();
  const address = `/${township.slug}/${made.path}`;
  await page.goto(address);
  const correction = page.getByRole('region', { name: '更正说明' });
  await expect(correction).toContainText('户数统计有误，予以更正。');
  await expect(correction.getByRole('deletion').first()).toHaveText('3');
  await expect(correction.getByRole('insertion').first()).toHaveText('4');
  await expectReadable(page);
  await page.getByRole('link', { name: /查看更正前的第1版/ }).click();
  await expect(page).toHaveURL(site.at(`${address}/1`));
  await expect(page.getByText(/这是第1版，已于.*由第2版替代/)).toBeVisible();
  await expect(page.getByText('共3户符合')).toBeVisible();
  await expectReadable(page);
  const file = await targetOf(page.getByRole('link', { name: '审定结果（盖章）.png' }));
  await page.getByRole('link', { name: '当前版本', exact: true }).click();
  await expect(page).toHaveURL(site.at(address));

  await township.withdrawItem(made.id);
  await site.refresh();
  for (const gone of [address, `${address}/1`]) {
    expect((await page.goto(gone))?.status()).toBe(410);
    await expect(page.getByText('原因：')).toBeVisible();
  }
  await expectReadable(page);
  for (const gone of [file.href, `${address}/1/item.json`]) expect((await request.get(gone)).status()).toBe(410);
  await page.goto(`/${township.slug}/latest`);
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
});

test('废止的信息标明废止，并指向废止它的文件 @readers', async ({ page, township, site }) => {
  const old = await township.anItem({ status: 'published', title: '森林防火办法（试行）' });
  await township.anItem({
    status: 'published',
    title: '森林防火办法',
    draft: { relations: [{ kind: 'repeals', path: old.path, title: old.title }] },
  });
  await site.refresh();
  await page.goto(`/${township.slug}/latest`);
  await expect(page.getByRole('row', { name: /森林防火办法（试行）/ })).toContainText('已废止');
  await page.getByRole('link', { name: '森林防火办法（试行）' }).click();
  await expect(page.getByText(/起废止，仅供查考/)).toBeVisible();
  await expectReadable(page);
  await page.getByRole('main').getByRole('link', { name: '森林防火办法', exact: true }).first().click();
  await expect(page.getByRole('region', { name: '相关信息' })).toContainText('本信息废止');
});

test('订阅的内容写得规矩，撤下的不在其中 @readers', async ({ page, township, request, site }) => {
  await township.anItem({ status: 'published', title: '一和二 & <三>', node: 'article-20-11' });
  await township.anItem({ status: 'withdrawn', title: '已经撤下', node: 'article-20-11' });
  await site.refresh();
  await page.goto(`/${township.slug}/catalogue/article-20-11`);
  for (const address of [`/${township.slug}/feed.xml`, `/${township.slug}/catalogue/article-20-11/feed.xml`]) {
    expect(await readFeed(page, await request.get(address))).toEqual({
      root: 'feed',
      titles: ['一和二 & <三>'],
      ids: [expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/)],
      links: [expect.stringContaining(`/${township.slug}/items/`)],
    });
  }
  const own = page.locator('link[rel=alternate][type="application/atom+xml"]');
  await expect(own).toHaveCount(2);
});

/** What a reader of feeds makes of it. */
async function readFeed(page: Page, answer: APIResponse) {
  const told = { text: await answer.text(), address: answer.url() };
  return page.evaluate(({ text, address }) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml').documentElement;
    const entries = [...feed.getElementsByTagName('entry')];
    const each = (name: string) => entries.map((entry) => entry.getElementsByTagName(name)[0]?.textContent);
    const hrefs = entries.map((entry) => entry.getElementsByTagName('link')[0]?.getAttribute('href') ?? '');
    const links = hrefs.map((href) => new URL(href, address).pathname);
    return { root: feed.tagName, titles: each('title'), ids: each('id'), links };
  }, told);
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const inGroups = (digest: string) => digest.match(/.{8}/g)?.join(' ') ?? '';
