import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectReadable, test } from '@/e2e/support/story';
import { bringGuide, correctGuide, howToReachUs, withdrawGuide } from '@/lib/server/testing/a-guide-on-its-way';
import { password } from '@/lib/server/testing/an-organisation';

const bar = (desk: Page) => desk.getByRole('region', { name: '指南状态和操作' });
const saved = (desk: Page) => expect(bar(desk).getByRole('status')).toHaveText(/\d已保存$/);

const labels: Partial<Record<keyof typeof howToReachUs, string>> = {
  address: '办公地址',
  hours: '办公时间',
  phone: '联系电话',
  fax: '传真号码',
  email: '电子邮箱',
  reviewer: '行政复议机关',
  supervisor: '政府信息公开工作主管部门',
  in_person: '当面提交',
  post: '邮寄',
  oral: '口头提出',
};

test('起草人编制指南，错误的期限被查出，经审批、签发后公开', async ({ signedInAs, township, page }) => {
  const desk = await signedInAs('drafter');
  await desk.goto('/admin/guide');
  await desk.getByRole('button', { name: '开始编制' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: '柳河镇人民政府政府信息公开指南' })).toBeVisible();
  for (const [field, label] of Object.entries(labels)) {
    const value = howToReachUs[field as keyof typeof howToReachUs] ?? '';
    await desk.getByRole('textbox', { name: label, exact: true }).fill(value);
  }
  const periods = desk.getByRole('textbox', { name: '答复期限', exact: true });
  const right = await periods.inputValue();
  await periods.fill('自收到申请之日起30个工作日内予以答复。');
  const checks = desk.getByRole('complementary', { name: '检查结果' });
  await expect(checks).toContainText('期限比条例规定的长');
  await periods.fill(right);
  await expect(checks).toContainText('没有查出问题');
  await saved(desk);
  await expectAccessible(desk);
  await desk.reload(); // nothing typed is lost
  await expect(desk.getByRole('textbox', { name: '联系电话', exact: true })).toHaveValue('0379-66512345');

  await desk.getByRole('radio', { name: '可以公开', exact: true }).check();
  for (const box of await desk.getByRole('group', { name: '逐项确认' }).getByRole('checkbox').all()) await box.check();
  await desk.getByRole('region', { name: '送审' }).getByRole('button', { name: '送审' }).click();
  await expect(desk.getByRole('status').filter({ hasText: '已送审' })).toBeVisible();

  const leader = await signedInAs('section_leader');
  await leader.goto('/admin');
  await leader.getByRole('link', { name: '去审批' }).first().click();
  await expect(leader.getByText('没有查出问题')).toBeVisible();
  await expectAccessible(leader);
  await leader.getByLabel('再输入一次登录密码').fill(password);
  await leader.getByRole('button', { name: '通过，送主要领导签发' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '已通过' })).toBeVisible();

  const head = await signedInAs('principal_leader');
  await head.goto('/admin');
  await head.getByRole('link', { name: '去签发' }).first().click();
  await expectAccessible(head);
  await head.getByLabel('再输入一次登录密码').fill(password);
  await head.getByRole('button', { name: '签发', exact: true }).click();
  await expect(head.getByRole('status').filter({ hasText: '已签发并公开' })).toBeVisible();

  await page.goto(`/${township.slug}/guide`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('柳河镇人民政府政府信息公开指南');
  await head.goto('/admin/guide');
  await head.getByRole('link', { name: '修改记录' }).click();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('签发证据和办理记录');
});

test('标准和大字、电脑和手机上都读得清，打印和高对比度也不丢内容', async ({ page, township }) => {
  await bringGuide({ status: 'published' }, township.people);
  for (const address of [`/${township.slug}/guide`, `/l/${township.slug}/guide`]) {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address);
      await expectReadable(page);
    }
  }
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(page.getByRole('list', { name: /办理流程/ })).toBeVisible();
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await expect(page.getByRole('list', { name: /办理流程/ })).toBeVisible();
});

test.describe('没有脚本的公众', () => {
  test.use({ javaScriptEnabled: false });

  test('从首页找到指南，看懂流程、期限、收费和救济，下载申请表', async ({ page, township, request }) => {
    await bringGuide({ status: 'published' }, township.people);
    await page.goto(`/${township.slug}`);
    await expect(page.getByRole('contentinfo').getByRole('link', { name: '依申请公开指南' })).toBeVisible();
    await page.getByRole('navigation', { name: '公开栏目' }).getByRole('link', { name: '政府信息公开指南' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('柳河镇人民政府政府信息公开指南');

    const steps = page.getByRole('list', { name: /办理流程/ });
    await expect(steps.locator(':scope > li')).toHaveCount(5);
    await expect(steps.getByRole('list', { name: '登记时可能出现的情形' })).toContainText('7个工作日');
    const fees = page.getByRole('table', { name: '信息处理费举例' });
    await expect(fees.getByRole('row', { name: '一个月内申请31件' })).toContainText('2,200元');
    await expect(fees.getByRole('row', { name: '一件申请提供201页' })).toContainText('2,740元');
    await expect(page.getByRole('table', { name: '救济途径' })).toContainText('先申请行政复议');

    for (const [name, head] of [
      ['申请表（PDF，打印用）', '%PDF'],
      ['申请表（Word，填写用）', 'PK'],
    ] as const) {
      const address = await page.getByRole('link', { name }).getAttribute('href');
      const answer = await request.get(address ?? '');
      expect((await answer.body()).subarray(0, head.length).toString()).toBe(head);
    }
  });

  test('更正后看到哪里改了，撤下后看到原因', async ({ page, township, request }) => {
    const { id } = await bringGuide({ status: 'published' }, township.people);
    await correctGuide(id, '办公电话改号。', { phone: '0379-66519999' }, township.people);
    await page.goto(`/${township.slug}/guide`);
    const correction = page.getByRole('region', { name: '更正说明' });
    await expect(correction).toContainText('办公电话改号。');
    await expect(correction).toContainText('0379-66519999');
    await page.getByRole('link', { name: /查看更正前的第1版/ }).click();
    await expect(page.getByText('本页只供查考')).toBeVisible();
    await withdrawGuide(id, township.people);
    const answer = await page.goto(`/${township.slug}/guide`);
    expect(answer?.status()).toBe(410);
    await expect(page.getByText('本指南已于')).toBeVisible();
    expect((await request.get(`/${township.slug}/guide/form.pdf`)).status()).toBe(410);
  });
});
