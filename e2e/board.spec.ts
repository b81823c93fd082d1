import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, expectReadable, test } from '@/e2e/support/story';
import type { Township } from '@/lib/server/testing/a-township';

const title = '柳河镇2024年低保对象公示';

async function openBoard(clerk: Page, township: Township) {
  await township.anItem({ status: 'published', title });
  await clerk.goto('/admin/items');
  await clerk.getByRole('link', { name: '公告栏' }).click();
  await clerk.getByRole('link', { name: title }).click();
  await expect(clerk.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

const waysOn = (page: Page) => page.getByRole('row', { name: /公开方式/ });

const photograph = async (background = '#8a6d3b') => ({
  name: 'IMG_2024.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 80, height: 60, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});

/** Something else than a picture is refused where it was chosen; the rest stays as it was typed. */
async function recordWithPhotograph(clerk: Page) {
  await clerk.getByLabel('张贴地点').fill('镇政府信息公开栏');
  await clerk
    .getByLabel('张贴照片（可以不填）')
    .setInputFiles({ name: '公告栏.txt', mimeType: 'image/jpeg', buffer: Buffer.from('照片') });
  await clerk.getByRole('button', { name: '登记张贴' }).click();
  await expect(clerk.getByRole('main').getByRole('alert')).toContainText(
    '“公告栏.txt”不是图片。请用 JPEG 或者 PNG 图片。',
  );
  await expect(clerk.getByLabel('张贴照片（可以不填）')).toHaveAccessibleDescription(/不是图片/);
  await expect(clerk.getByLabel('张贴地点')).toHaveValue('镇政府信息公开栏');
  await expectReadable(clerk);
  await clerk.getByLabel('张贴照片（可以不填）').setInputFiles(await photograph());
  await clerk.getByRole('button', { name: '登记张贴' }).click();
  await expect(clerk.getByText('已登记', { exact: true })).toBeVisible();
  await expect(clerk.getByRole('img', { name: /^公告栏张贴照片：镇政府信息公开栏/ })).toBeVisible();
  await expectReadable(clerk);
}

/** Resolves to the address of the photograph. */
async function readAsCitizen(page: Page, township: Township): Promise<string> {
  await page.goto(`/${township.slug}/items/1`);
  const shown = page.getByRole('img', { name: /^公告栏张贴照片：镇政府信息公开栏/ });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(80);
  await expectReadable(page);
  return (await shown.getAttribute('src')) ?? '';
}

test('张贴后连照片一起登记，网上看得到；登记有误的撤销以后就没有了', async ({
  signedInAs,
  township,
  page,
  request,
}) => {
  const clerk = await signedInAs('drafter');
  await openBoard(clerk, township);
  await page.goto(`/${township.slug}/items/1`);
  await expect(waysOn(page)).not.toContainText('公告栏');
  await recordWithPhotograph(clerk);
  const address = await readAsCitizen(page, township);
  await expect(waysOn(page)).toContainText('政府网站、信息公告栏');
  expect((await request.get(address)).headers()['content-type']).toBe('image/jpeg');
  await clerk.getByRole('button', { name: /^登记有误，撤销/ }).click();
  await expect(clerk.getByText('还没有登记。')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('img')).toHaveCount(0);
  await expect(waysOn(page)).not.toContainText('公告栏');
  expect((await request.get(address)).status()).toBe(404);
});

test('先登记张贴，照片以后补登、更换；网上只有最后一张', async ({ signedInAs, township, page, request }) => {
  const clerk = await signedInAs('drafter');
  await openBoard(clerk, township);
  await clerk.getByLabel('张贴地点').fill('镇政府信息公开栏');
  await clerk.getByRole('button', { name: '登记张贴' }).click();
  await expect(clerk.getByText('已登记', { exact: true })).toBeVisible();
  const shown = (reader: Page) => reader.getByRole('img', { name: /^公告栏张贴照片/ });
  const give = async (deed: string, background: string, before = '') => {
    await clerk.locator('summary', { hasText: deed }).click();
    await clerk.getByLabel('张贴照片', { exact: true }).setInputFiles(await photograph(background));
    await clerk.getByRole('button', { name: '登记照片' }).click();
    if (before) await expect(shown(clerk)).not.toHaveAttribute('src', before);
    const address = (await shown(clerk).getAttribute('src')) ?? '';
    await page.goto(`/${township.slug}/items/1`);
    await expect(shown(page)).toHaveAttribute('src', address);
    return address;
  };
  const first = await give('补登照片', '#8a6d3b');
  await expect(clerk.getByText('照片已登记')).toBeVisible();
  await expectReadable(clerk);
  await clerk.reload();
  const other = await give('更换照片', '#3b6d8a', first);
  await expect.poll(async () => (await request.get(first)).status()).toBe(404);
  expect((await request.get(other)).status()).toBe(200);
});

test.describe('没有脚本', () => {
  test.use({ javaScriptEnabled: false });

  test('也能登记张贴和照片', async ({ signedInAs, township, request }) => {
    const clerk = await signedInAs('drafter');
    await openBoard(clerk, township);
    await clerk.getByLabel('张贴地点').fill('德亭村村务公开栏');
    await clerk
      .getByLabel('张贴照片（可以不填）')
      .setInputFiles({ name: '空.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) });
    await clerk.getByRole('button', { name: '登记张贴' }).click();
    await expect(clerk.getByRole('main').getByRole('alert')).toContainText('“空.jpg”是空文件');
    await expect(clerk.getByLabel('张贴地点')).toHaveValue('德亭村村务公开栏');
    await clerk.getByLabel('张贴照片（可以不填）').setInputFiles(await photograph());
    await clerk.getByRole('button', { name: '登记张贴' }).click();
    const shown = clerk.getByRole('img', { name: /^公告栏张贴照片：德亭村村务公开栏/ });
    expect((await request.get((await shown.getAttribute('src')) ?? '')).status()).toBe(200);
  });
});
