import type { Page } from '@playwright/test';
import { approve, expectSaved, figure, openDesk, signOff, submit } from '@/e2e/support/deeds';
import { expect, expectAccessible, test } from '@/e2e/support/story';
import { password } from '@/lib/server/testing/an-organisation';

test('退回意见落到一格和一段，逐条答复后才能再送审，改了哪里一目了然', async ({ signedInAs, aReport }) => {
  const report = await aReport({ status: 'in_review', year: 2024 });
  const leader = await signedInAs('section_leader');
  await returnWithRemarks(leader, report);

  const clerk = await signedInAs('drafter');
  await clerk.goto('/admin');
  await expect(clerk.getByText('退回意见2条，已答复0条')).not.toHaveCount(0);
  await openDesk(clerk, report);
  await expectAccessible(clerk);
  const handIn = clerk.getByRole('region', { name: '送审' });
  await expect(handIn).toContainText('还有2条退回意见没有答复。');
  await expect(handIn.getByRole('button', { name: '送审' })).toBeDisabled();
  await answer(clerk, '请核对许可数', '已核对，少计1件，已改正。');
  await expect(handIn).toContainText('还有1条退回意见没有答复。');
  await answer(clerk, '请写明村务公开', '已补写。');
  const licences = figure(clerk, '表二（五），行政许可，本年处理决定数量');
  await licences.fill(String(Number(await licences.inputValue()) + 1));
  await clerk.getByRole('textbox', { name: '一、总体情况，正文' }).click();
  await clerk.keyboard.press('Control+End');
  await clerk.keyboard.insertText('各村村务公开栏全部更新。');
  await expectSaved(clerk);
  await submit(clerk);

  await leader.goto(`/admin/reports/${report.id}/review`);
  await expect(leader.getByRole('region', { name: '上次退回的意见（2条，都已答复）' })).toContainText('已补写。');
  const changes = leader.getByRole('region', { name: '改动（2处）' });
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  await expect(changes).toContainText('表二（五），行政许可，本年处理决定数量');
  await expect(changes).toContainText('各村村务公开栏全部更新。');
  await expectAccessible(leader);

  const decision = leader.getByRole('region', { name: '办理意见' });
  await decision.getByLabel('意见', { exact: true }).fill('改得清楚，同意。');
  await decision.getByLabel('再输入一次登录密码').fill('不是这一个密码');
  await decision.getByRole('button', { name: '通过，送主要领导签发' }).click();
  await expect(leader.getByRole('alert').filter({ hasText: '密码不对' })).toBeVisible();
  await expectAccessible(leader);
  await expect(decision.getByLabel('意见', { exact: true })).toHaveValue('改得清楚，同意。');
  await decision.getByLabel('再输入一次登录密码').fill(password);
  await decision.getByRole('button', { name: '通过，送主要领导签发' }).click();
  await expect(leader.getByText('已通过，送主要领导签发')).toBeVisible();
});

test('主要领导看一屏就能签发，密码输错时写的意见还在', async ({ signedInAs, aReport }) => {
  await aReport({ status: 'published', year: 2023 });
  const report = await aReport({ status: 'in_sign_off', year: 2024 });
  const leader = await signedInAs('principal_leader');
  await leader.goto('/admin');
  await expectAccessible(leader);
  await leader.getByRole('link', { name: '去签发' }).first().click();
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText(report.title);
  await expect(leader.getByRole('button', { name: '签发', exact: true })).toBeInViewport();
  const figures = leader.getByRole('region', { name: '主要数字' }).getByRole('rowheader');
  await expect(figures).toHaveCount(5);
  await expect(leader.getByRole('region', { name: '审批之后有没有改动' })).toContainText('没有改动');
  await expectAccessible(leader);

  await leader.getByLabel('签发意见').fill('数字属实，同意公开。');
  await leader.getByLabel('再输入一次登录密码').fill('不是这一个密码');
  await leader.getByRole('button', { name: '签发', exact: true }).click();
  await expect(leader.getByRole('alert').filter({ hasText: '密码不对' })).toBeVisible();
  await expect(leader.getByLabel('签发意见')).toHaveValue('数字属实，同意公开。');
  await leader.getByLabel('再输入一次登录密码').fill(password);
  await leader.getByRole('button', { name: '签发', exact: true }).click();
  await leader.getByRole('link', { name: '看公开的页面' }).click();
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText(report.title);

  await leader.goto(`/admin/reports/${report.id}/history`);
  await expect(leader.getByText('数字属实，同意公开。').first()).toBeVisible();
  await expectAccessible(leader);
});

test('送审后撤回，正在审批的领导得知谁在先', async ({ signedInAs, aReport, township }) => {
  const report = await aReport({ status: 'in_review', year: 2024 });
  const leader = await signedInAs('section_leader');
  await leader.goto(`/admin/reports/${report.id}/review`);

  const clerk = await signedInAs('drafter');
  await clerk.goto(`/admin/reports/${report.id}`);
  await expectAccessible(clerk);
  await clerk.getByLabel('撤回原因（可以不填）').fill('还要补一句。');
  await clerk.getByRole('button', { name: '撤回' }).click();
  await expect(clerk.getByRole('region', { name: '报告状态和操作' })).toContainText('已撤回');

  await leader.getByLabel('再输入一次登录密码').fill(password);
  await leader.getByRole('button', { name: '通过，送主要领导签发' }).click();
  const refusal = leader.getByRole('alert').filter({ hasText: '没有办成' });
  await expect(refusal).toContainText(new RegExp(`${township.people.drafter.name}.*已经撤回.*请刷新`));
});

test('办过起草的人不能再审批、签发，当面说明原因', async ({ signedInAs, aReport, township }) => {
  const report = await aReport({ status: 'draft', year: 2024 });
  const both = await signedInAs(await township.person('drafter', 'principal_leader'));
  await openDesk(both, report);
  await submit(both);
  const drafter = await signedInAs('drafter');
  await drafter.goto(`/admin/reports/${report.id}/review`);
  await expect(drafter.getByText('您的角色不能办理此事项')).toBeVisible();
  await expect(drafter.getByRole('button', { name: '通过，送主要领导签发' })).toBeHidden();
  await expectAccessible(drafter);

  await approve(await signedInAs('section_leader'));
  await both.goto(`/admin/reports/${report.id}/sign-off`);
  await expect(both.getByText('起草、审批、签发必须是三个不同的人')).toBeVisible();
  await expect(both.getByRole('button', { name: '签发', exact: true })).toBeHidden();
  await expectAccessible(both);
});

test('定好日子公开的，签发后到那天才看得到，之前还可以退回', async ({ signedInAs, aReport, page }) => {
  const report = await aReport({ status: 'draft', year: 2024 });
  const clerk = await signedInAs('drafter');
  await openDesk(clerk, report);
  await clerk.getByLabel('公开日期').fill('2099-01-20');
  await expectSaved(clerk);
  await submit(clerk);
  await approve(await signedInAs('section_leader'));
  const leader = await signedInAs('principal_leader');
  await signOff(leader, '已签发，定于2099年1月20日公开');
  const answered = await page.goto(`/${report.organisationSlug}/reports/2024`);
  expect(answered?.status()).toBe(404);

  await leader.goto(`/admin/reports/${report.id}/sign-off`);
  await expectAccessible(leader);
  await leader.getByLabel('退回意见').fill('再等等县里的通知。');
  await leader.getByRole('button', { name: '退回修改' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '已退回修改' })).toBeVisible();
});

async function returnWithRemarks(leader: Page, { title }: { title: string }) {
  await leader.goto('/admin');
  await leader.getByRole('link', { name: '去审批' }).first().click();
  await expect(leader.getByRole('heading', { name: `审批：${title}` })).toBeVisible();
  await expectAccessible(leader);
  await leader.getByText('提意见：总体情况第1段', { exact: true }).click();
  await leader.getByLabel('对总体情况第1段的意见').fill('请写明村务公开。');
  await leader.getByText('提意见：表二（五）', { exact: true }).click();
  const remark = leader.getByRole('group', { name: '表二（五），意见1' });
  await remark.getByLabel('哪一行').selectOption('行政许可');
  await remark.getByLabel('哪一列').selectOption('本年处理决定数量');
  await remark.getByRole('textbox', { name: '意见' }).fill('请核对许可数。');
  await expect(leader.getByRole('button', { name: '通过，送主要领导签发' })).toBeDisabled();
  await expectAccessible(leader);
  await leader.getByRole('button', { name: '退回修改' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '已退回修改' })).toBeVisible();
  await expectAccessible(leader);
}

async function answer(clerk: Page, remark: string, words: string) {
  const item = clerk.getByRole('listitem').filter({ hasText: remark });
  await item.getByText('答复', { exact: true }).click();
  await item.getByRole('textbox').fill(words);
  await item.getByRole('button', { name: '记下答复' }).click();
  await expect(item).toContainText(`答复：${words}`);
}
