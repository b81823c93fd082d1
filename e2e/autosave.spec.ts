import type { Page } from '@playwright/test';
import { expectSaved, figure, openDesk, saveLine } from '@/e2e/support/deeds';
import { expect, expectAccessible, test } from '@/e2e/support/story';

const received = (desk: Page) => figure(desk, '表三，自然人，本年新收');
const carried = (desk: Page) => figure(desk, '表三，自然人，上年结转');
const preamble = (desk: Page) => desk.getByRole('textbox', { name: '导言，正文' });

test('断网后接着填、刷新、关掉再来，一个字也不丢', async ({ signedInAs, aReport }) => {
  const report = await aReport({ status: 'draft', year: 2024 });
  const desk = await signedInAs('drafter');
  await openDesk(desk, report);
  await received(desk).fill('41');
  await expectSaved(desk);

  // The pages still come, the saves do not.
  await desk.route('**/api/**', (route) => route.abort());
  await received(desk).fill('42');
  await preamble(desk).click();
  await desk.keyboard.press('Control+End');
  await desk.keyboard.insertText('断网时写的一句。');
  await expect(saveLine(desk)).toContainText('已存在本机');
  await expectAccessible(desk);

  await openDesk(desk, report);
  await expect(received(desk)).toHaveValue('42');
  await expect(preamble(desk)).toContainText('断网时写的一句。');
  await expect(saveLine(desk)).toContainText('已存在本机');

  // Now nothing comes at all, and the window is closed over it.
  await desk.context().setOffline(true);
  await carried(desk).fill('17');
  await expect(saveLine(desk)).toContainText('已存在本机');
  const again = await desk.context().newPage();
  await desk.close();
  await desk.context().setOffline(false);
  await openDesk(again, report);
  await expectSaved(again);
  await expect(carried(again)).toHaveValue('17');

  const reader = await signedInAs('section_leader');
  await reader.goto(`/admin/reports/${report.id}/preview`);
  await expect(reader.locator('#t3-r01-c1')).toHaveText('42');
  await expect(reader.locator('#t3-r02-c1')).toHaveText('17');
  await expect(reader.getByText('断网时写的一句。')).toBeVisible();
});

test('两人同填一份报告，互相看得见，不同格合并，同一格请人选择', async ({ signedInAs, township, aReport }) => {
  const report = await aReport({ status: 'draft', year: 2024 });
  const [first, second] = [await signedInAs('drafter'), await signedInAs(await township.person('drafter'))];
  await openDesk(first, report);
  await openDesk(second, report);

  await received(first).fill('51');
  await expect(received(second)).toHaveValue('51');
  await carried(second).fill('52');
  await preamble(first).click();
  await first.keyboard.press('Control+End');
  await first.keyboard.insertText('第一个人写的。');
  await expect(carried(first)).toHaveValue('52');
  await expect(preamble(second)).toContainText('第一个人写的。');
  await expectSaved(first);
  await expectSaved(second);

  // Both want another figure in the same cell; the save of the second comes later.
  await second.context().setOffline(true);
  await received(second).fill('62');
  await expect(saveLine(second)).toContainText('已存在本机');
  await received(first).fill('61');
  await expectSaved(first);
  await second.context().setOffline(false);
  await expect(saveLine(second)).toContainText('有1处您和他人填得不一样');
  const question = second.getByRole('alert').filter({ hasText: '您填的' });
  await expect(question).toContainText('62');
  await expect(question).toContainText('61');
  await expectAccessible(second);
  await question.getByRole('button', { name: '用我填的' }).click();
  await expectSaved(second);
  await expect(received(first)).toHaveValue('62');
});

test('登录到期也不丢，重新登录后自动保存', async ({ signedInAs, township, aReport }) => {
  const report = await aReport({ status: 'draft', year: 2024 });
  const desk = await signedInAs('drafter');
  await openDesk(desk, report);
  await desk.context().clearCookies();
  await received(desk).fill('71');
  await expect(saveLine(desk)).toContainText('您已退出登录，没有保存到服务器。已存在本机');
  const [window] = await Promise.all([
    desk.waitForEvent('popup'),
    desk.getByRole('link', { name: '在新窗口登录' }).click(),
  ]);
  await window.getByLabel('账号').fill(township.people.drafter.signInName);
  await window.getByLabel('密码').fill('村口老槐树下有三只鸡');
  await window.getByRole('button', { name: '登录' }).click();
  await expect(window.getByRole('heading', { name: '待办' })).toBeVisible();
  await window.close();
  await expectSaved(desk);
});
