import type { Page } from '@playwright/test';
import { expect } from '@/e2e/support/story';
import { password } from '@/lib/server/testing/an-organisation';

// What the people of an office do in more than one story.

/** Opens the desk of a report and waits until it takes keys. */
export async function openDesk(desk: Page, report: { id: string }) {
  await desk.goto(`/admin/reports/${report.id}`);
  await expectDesk(desk);
}

export const expectDesk = (desk: Page) => expect(desk.getByRole('textbox', { name: '导言，正文' })).toBeVisible();

/** Where a figure is typed, by the words that name its cell: 表三，自然人，本年新收. */
export const figure = (desk: Page, name: string) => desk.getByRole('textbox', { name, exact: true });

export const saveLine = (desk: Page) => desk.getByRole('region', { name: '报告状态和操作' }).getByRole('status');

export const expectSaved = (desk: Page) => expect(saveLine(desk)).toHaveText(/\d已保存$/);

/** Declares the secrecy review and hands the draft to the leaders. */
export async function submit(desk: Page) {
  await expect(desk.getByRole('list', { name: '还不能送审，因为' })).toBeHidden();
  await desk.getByRole('radio', { name: '可以公开', exact: true }).check();
  for (const item of ['不涉及国家秘密', '不危及国家安全', '不涉及商业秘密', '不涉及个人隐私']) {
    await desk.getByRole('checkbox', { name: item }).check();
  }
  await desk.getByRole('region', { name: '送审' }).getByRole('button', { name: '送审' }).click();
  await expect(desk.getByRole('status').filter({ hasText: '已送审' })).toBeVisible();
}

/** From the list of what is to be done to the review, and on to the principal leader. */
export async function approve(leader: Page) {
  await leader.goto('/admin');
  await leader.getByRole('link', { name: '去审批' }).first().click();
  await leader.getByLabel('再输入一次登录密码').fill(password);
  await expectFits(leader);
  await leader.getByRole('button', { name: '通过，送主要领导签发' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '已通过，送主要领导签发' })).toBeVisible();
}

export async function signOff(leader: Page, outcome = '已签发并公开') {
  await leader.goto('/admin');
  await leader.getByRole('link', { name: '去签发' }).first().click();
  await leader.getByLabel('再输入一次登录密码').fill(password);
  await expectFits(leader);
  await leader.getByRole('button', { name: '签发', exact: true }).click();
  await expect(leader.getByRole('status').filter({ hasText: outcome })).toBeVisible();
}

/** Nothing stands beyond the edge of the screen. */
async function expectFits(page: Page) {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
}
