import { approve, expectDesk, expectSaved, figure, signOff, submit } from '@/e2e/support/deeds';
import { expect, expectAccessible, test } from '@/e2e/support/story';

test('更正走完全程，改了哪一格对外说明，原来的一版仍可查阅；撤下后留下原因', async ({ signedInAs, aReport, page }) => {
  const report = await aReport({ status: 'published', year: 2024 });
  const address = `/${report.organisationSlug}/reports/2024`;
  const clerk = await signedInAs('drafter');
  await clerk.goto(`/admin/reports/${report.id}`);
  await expectAccessible(clerk);
  await clerk.getByRole('link', { name: '更正', exact: true }).click();
  await expectAccessible(clerk);
  await clerk.getByLabel('更正说明（对外公布）').fill('行政许可处理决定数量漏计1件。');
  await clerk.getByRole('button', { name: '开始更正' }).click();
  await expectDesk(clerk);
  await expect(clerk.getByLabel('更正说明（将公开）')).toHaveValue('行政许可处理决定数量漏计1件。');
  const licences = figure(clerk, '表二（五），行政许可，本年处理决定数量');
  const was = await licences.inputValue();
  await licences.fill(String(Number(was) + 1));
  await expectSaved(clerk);
  await submit(clerk);

  await page.goto(address);
  await expect(page.getByRole('region', { name: '更正说明' })).toBeHidden();
  await approve(await signedInAs('section_leader'));
  const leader = await signedInAs('principal_leader');
  await signOff(leader);

  await page.goto(address);
  const note = page.getByRole('region', { name: '更正说明' });
  await expect(note).toContainText('行政许可处理决定数量漏计1件。');
  await expect(note).toContainText('更正1个数据，文字没有变化。');
  await expect(note.getByRole('deletion')).toContainText(was);
  await expect(note.getByRole('insertion')).toContainText(String(Number(was) + 1));
  await expectAccessible(page);
  await page.goto(`${address}/1`);
  await expect(page.getByText('这是第1版')).toBeVisible();
  await expect(page.getByRole('cell', { name: was, exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  await leader.goto(`/admin/reports/${report.id}`);
  await leader.getByRole('link', { name: '撤下' }).click();
  await expectAccessible(leader);
  await leader.getByLabel('撤下原因（对外公布）').fill('含有不应公开的内容。');
  // Signing has just asked for the password; within five minutes it is not asked again.
  await expect(leader.getByLabel('再输入一次登录密码')).toBeHidden();
  await leader.getByRole('button', { name: '撤下' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '已撤下' })).toBeVisible();

  for (const gone of [address, `${address}/1`, `${address}/2`]) {
    expect((await page.goto(gone))?.status()).toBe(410);
    await expect(page.getByText('含有不应公开的内容。')).toBeVisible();
    await expectAccessible(page);
  }
});
