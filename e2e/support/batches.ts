import type { Page } from '@playwright/test';
import { expect } from '@/e2e/support/story';
import { declarations } from '@/lib/domain/workflow/secrecy';
import { password } from '@/lib/server/testing/an-organisation';
import { declarationWords } from '@/lib/text/secrecy';

// What people do with a batch of past items.

async function declare(desk: Page) {
  for (const each of declarations) await desk.getByRole('checkbox', { name: declarationWords[each] }).check();
}

/** Declares the secrecy review for all rows and hands them to the leaders. */
export async function submit(desk: Page) {
  await desk.getByRole('radio', { name: '可以公开', exact: true }).check();
  await declare(desk);
  await desk.getByRole('button', { name: '整批送审' }).click();
  await expect(desk.getByRole('status').filter({ hasText: '整批已送审' })).toBeVisible();
}

/** From the start page to the batch, on the hash that the drafter saw. */
export async function approve(leader: Page, hash: string | null) {
  await leader.goto('/admin');
  await leader.getByRole('region', { name: '要我办的导入批次' }).getByRole('link', { name: '政府信息公开' }).click();
  await expect(leader.getByRole('region', { name: '批次校验码' })).toContainText(hash ?? '没有校验码');
  await declare(leader);
  await leader.getByLabel('再输入一次登录密码').fill(password);
  await leader.getByRole('button', { name: '整批通过，送主要领导签发' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '整批已通过' })).toBeVisible();
}
