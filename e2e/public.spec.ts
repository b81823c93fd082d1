import { createHash } from 'node:crypto';
import { targetOf, test } from '@/e2e/support/public-story';
import { expect, expectReadable } from '@/e2e/support/story';

test('公众从首页读到报告全文，按地址找到一格，并核对签发内容 @main @readers', async ({
  page,
  aReport,
  request,
  site,
}) => {
  const report = await aReport({ status: 'published', year: 2023 });
  await site.refresh();
  await page.goto(`/${report.organisationSlug}`);
  await expectReadable(page);
  await page.getByRole('link', { name: '阅读全文' }).click();

  await expect(page.getByRole('heading', { level: 1, name: report.title })).toBeVisible();
  await expect(page.locator('meta[name=ArticleTitle]')).toHaveAttribute('content', report.title);
  await expectReadable(page);
  const address = page.url();
  await page.getByRole('link', { name: '三、收到和处理政府信息公开申请情况' }).click();
  await expect(page).toHaveURL(`${address}#s3`);
  const table = page.getByRole('region', { name: '表三' }).getByRole('table');
  await expect(table.getByRole('rowheader', { name: '1.属于国家秘密' })).toBeVisible();
  await page.goto(`${address}#t3-r05-c7`);
  await expect(page.locator('td:target')).toHaveText(/^\d+$/);

  const json = await targetOf(page.getByRole('link', { name: '签发内容（JSON）' }).first());
  const file = await request.get(json.href);
  const digest = createHash('sha256')
    .update(await file.body())
    .digest('hex');
  expect(digest).toBe(report.sha256);
  const printed = await page.getByRole('row', { name: '内容校验码' }).textContent();
  expect(printed?.replaceAll(' ', '')).toContain(digest);
});

test('没有脚本也能读，大字版的每个链接都保持大字 @readers', async ({ browser, baseURL, viewport, aReport, site }) => {
  const report = await aReport({ status: 'published', year: 2022 });
  await site.refresh();
  const context = await browser.newContext({ baseURL, viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = await page.goto(`/${report.organisationSlug}`);
  expect(await answer?.text()).not.toContain('<script');
  await page.getByRole('link', { name: '长辈版（大字）' }).click();
  await page.getByRole('link', { name: '阅读全文' }).click();
  await expect(page).toHaveURL(site.at(`/l/${report.organisationSlug}/reports/2022`));
  await expect(page.getByRole('heading', { level: 1, name: report.title })).toBeVisible();
  for (const link of await page.getByRole('main').getByRole('link').all()) {
    expect((await targetOf(link)).pathname).toMatch(/^\/l\//);
  }
  await page.getByRole('link', { name: '恢复标准字号' }).click();
  await expect(page).toHaveURL(site.at(`/${report.organisationSlug}/reports/2022`));
  await context.close();
});

test('更正以后看得到改了哪里，更正前的一版仍可查阅 @readers', async ({ page, aReport, township, site }) => {
  const report = await aReport({ status: 'published', year: 2021 });
  await township.correct(report.id, '导言补充说明。', []);
  await site.refresh();
  await page.goto(`/${report.organisationSlug}/reports/2021`);
  await expect(page.getByRole('region', { name: '更正说明' })).toContainText('导言补充说明。');
  await expectReadable(page);
  await page.getByRole('link', { name: /查看更正前的第1版/ }).click();
  await expect(page.getByText(/这是第1版，已于.*由第2版替代/)).toBeVisible();
  await expectReadable(page);
  await page.getByRole('link', { name: '当前版本', exact: true }).click();
  await expect(page).toHaveURL(site.at(`/${report.organisationSlug}/reports/2021`));
});

test('没有的年度列出有的年度', async ({ page, aReport }) => {
  const { organisationSlug } = await aReport({ status: 'published', year: 2024 });
  const missing = await page.goto(`/${organisationSlug}/reports/1999`);
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '没有1999年的年度报告' })).toBeVisible();
  await expect(page.getByRole('link', { name: '2024年政府信息公开工作年度报告' })).toBeVisible();
  await expectReadable(page);
});

test('撤下的报告留下说明，没有的网页也有交代 @readers', async ({ page, aReport, request, site }) => {
  const { organisationSlug } = await aReport({ status: 'withdrawn', year: 2023 });
  await site.refresh();
  const withdrawn = await page.goto(`/${organisationSlug}/reports/2023`);
  expect(withdrawn?.status()).toBe(410);
  await expect(page.getByText('原因：数据有误，重新核对后再公开。')).toBeVisible();
  await expectReadable(page);
  expect((await request.get(`/${organisationSlug}/reports/2023/1/report.json`)).status()).toBe(410);

  expect((await page.goto('/nobody/lives/here'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '没有这个网页' })).toBeVisible();
  await expectReadable(page);
});

test('起草人预览的就是公开的样子', async ({ signedInAs, aReport }) => {
  const report = await aReport({ status: 'draft', year: 2024 });
  const desk = await signedInAs('drafter');
  await desk.goto(`/admin/reports/${report.id}/preview`);
  await expect(desk.getByText('预览：尚未公开')).toBeVisible();
  await expect(desk.getByRole('heading', { level: 1, name: report.title })).toBeVisible();
  await expectReadable(desk);
});
