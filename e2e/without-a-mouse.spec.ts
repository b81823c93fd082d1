import { pressable, tabTo, walk } from '@/e2e/support/keys';
import { publicPages } from '@/e2e/support/public-pages';
import { expect, test } from '@/e2e/support/story';
import { password } from '@/lib/server/testing/an-organisation';

test('公众的每一页只用键盘：先跳到正文，处处到得了、看得见，没有走不出的地方 @once', async ({ page, township }) => {
  test.setTimeout(240_000);
  const pages = await publicPages(township);
  for (const address of Object.values(pages).flatMap((each) => each.slice(0, 1))) {
    const answer = await page.goto(address || '/');
    expect([200, 404, 410], address).toContain(answer?.status());
    const stops = await walk(page);
    expect(
      stops.filter(({ faults }) => faults.length > 0),
      address,
    ).toEqual([]);
    expect(stops.length, address).toBe(await pressable(page));
    expect(
      await page.evaluate(() => document.querySelector('[tabindex]:not([tabindex="0"], [tabindex="-1"])')),
    ).toBeNull();
    if (await page.getByRole('banner').isVisible()) expect(stops[0]?.name).toBe('a 跳到正文');
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`/${township.slug}`);
  expect((await walk(page)).filter(({ faults }) => faults.length > 0)).toEqual([]);
});

test('只用键盘查找，读到信息，横着翻看宽表 @once', async ({ page, township }) => {
  const { slug } = township;
  await publicPages(township);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/${slug}`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: '查找公开信息' })).toBeFocused(); // the first of the text
  await page.keyboard.insertText('危房');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^查找“危房”，找到\d条$/ })).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: /审定结果及补助资金发放情况公示/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('审定结果及补助资金发放情况公示');
  const wide = page.locator('.item-table');
  await tabTo(page, wide);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => wide.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
});

test('办公端只用键盘登录、改稿、送审 @once', async ({ browser, baseURL, township }) => {
  const item = await township.anItem({ status: 'draft', title: '关于春季森林防火的通知' });
  const desk = await (await browser.newContext({ baseURL })).newPage();
  const press = (key: string) => desk.keyboard.press(key);
  await desk.goto('/admin');
  await tabTo(desk, desk.getByLabel('账号'));
  await desk.keyboard.insertText(township.people.drafter.signInName);
  await tabTo(desk, desk.getByLabel('密码'));
  await desk.keyboard.insertText(password);
  await press('Enter');
  await expect(desk.getByRole('heading', { name: '待办' })).toBeVisible();
  await tabTo(desk, desk.getByRole('link', { name: '公开信息' }).first());
  await press('Enter');
  await tabTo(desk, desk.getByRole('link', { name: item.title }));
  await press('Enter');
  const text = desk.getByRole('textbox', { name: '正文', exact: true });
  await expect(text).toBeVisible();
  await tabTo(desk, text);
  await press('Control+End');
  await desk.keyboard.insertText('发现火情，立即报告。');
  await expect(desk.getByRole('region', { name: '信息状态和操作' }).getByRole('status')).toHaveText(/\d已保存$/);

  await tabTo(desk, desk.getByRole('radio', { name: '可以公开', exact: true }));
  await press('Space');
  for (const name of ['不涉及国家秘密', '不涉及商业秘密', '不危及国家安全']) {
    const box = desk.getByRole('checkbox', { name });
    await tabTo(desk, box);
    await press('Space');
    await expect(box).toBeChecked();
  }
  await tabTo(desk, desk.getByRole('region', { name: '送审' }).getByRole('button', { name: '送审' }));
  await press('Enter');
  await expect(desk.getByRole('status').filter({ hasText: '已送审' })).toBeVisible();
  await desk.context().close();
});
