import type { Page } from '@playwright/test';
import { expect } from '@/e2e/support/story';
import { password } from '@/lib/server/testing/an-organisation';

// What the people of an office do with a disclosure item in more than one story.

/** The body of the item at its desk. */
export const bodyOf = (desk: Page) => desk.getByRole('textbox', { name: '正文', exact: true });

export const expectItemDesk = (desk: Page) => expect(bodyOf(desk)).toBeVisible();

export async function openItem(desk: Page, { id }: { id: string }) {
  await desk.goto(`/admin/items/${id}`);
  await expectItemDesk(desk);
}

export const itemBar = (desk: Page) => desk.getByRole('region', { name: '信息状态和操作' });

export const expectItemSaved = (desk: Page) => expect(itemBar(desk).getByRole('status')).toHaveText(/\d已保存$/);

/** Opens an item at a place of the catalogue. */
export async function createItem(desk: Page, title: string, node: string) {
  await desk.goto('/admin/items/new');
  await desk.getByRole('textbox', { name: '标题' }).fill(title);
  await desk.getByRole('combobox', { name: '所属目录' }).selectOption(node);
  await desk.getByRole('button', { name: '建立，开始起草' }).click();
  await expectItemDesk(desk);
}

const declarations = ['不涉及国家秘密', '不涉及商业秘密', '不危及国家安全'];

export async function declare(page: Page) {
  for (const declaration of declarations) await page.getByRole('checkbox', { name: declaration }).check();
}

/** Declares the secrecy review and hands the item to the leaders. */
export async function submitItem(desk: Page) {
  await expect(desk.getByRole('list', { name: '还不能送审，因为' })).toBeHidden();
  await desk.getByRole('radio', { name: '可以公开', exact: true }).check();
  await declare(desk);
  await desk.getByRole('region', { name: '送审' }).getByRole('button', { name: '送审' }).click();
  await expect(desk.getByRole('status').filter({ hasText: '已送审' })).toBeVisible();
}

/** From the list of what is to be done to the review, and on to the principal leader. */
export async function approveItem(leader: Page) {
  await leader.goto('/admin');
  await leader.getByRole('link', { name: '去审批' }).first().click();
  await declare(leader);
  await leader.getByLabel('再输入一次登录密码').fill(password);
  await leader.getByRole('button', { name: '通过，送主要领导签发' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '已通过，送主要领导签发' })).toBeVisible();
}
