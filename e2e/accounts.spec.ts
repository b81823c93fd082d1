import { expect, expectAccessible, test } from '@/e2e/support/story';

const newPassword = '河边柳树长出三片新叶';

test('管理员添加人员，本人换掉一次性密码后办理事项，停用后立即退出', async ({
  signedInAs,
  browser,
  baseURL,
  township,
}) => {
  const admin = await signedInAs('administrator');
  await admin.goto('/admin/people');
  await expectAccessible(admin);
  await admin.getByRole('link', { name: '添加人员' }).click();
  await admin.getByRole('button', { name: '添加人员' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: '没有添加' })).toContainText('姓名没有填写');
  await expectAccessible(admin);
  await admin.getByRole('textbox', { name: '姓名' }).fill('赵某');
  await admin.getByRole('textbox', { name: '职务' }).fill('党建办公室');
  await admin.getByRole('checkbox', { name: '起草人' }).check();
  await admin.getByRole('textbox', { name: '账号' }).fill(`${township.slug}.zhao`);
  await admin.getByRole('button', { name: '添加人员' }).click();
  await expect(admin.getByRole('status')).toContainText('已添加赵某');
  await expectAccessible(admin);
  const oneTime = await admin.getByRole('row', { name: '一次性密码' }).getByRole('cell').textContent();

  const zhao = await (await browser.newContext({ baseURL })).newPage();
  await zhao.goto('/admin/reports');
  await expectAccessible(zhao);
  await zhao.getByLabel('账号').fill(`${township.slug}.zhao`);
  await zhao.getByLabel('密码').fill('记不清楚是不是这一个');
  await zhao.getByRole('button', { name: '登录' }).click();
  await expect(zhao.getByRole('alert').filter({ hasText: '没有登录' })).toContainText('账号或者密码不对');
  await expect(zhao.getByLabel('账号')).toHaveValue(`${township.slug}.zhao`);
  await zhao.getByLabel('密码').fill(oneTime ?? '');
  await zhao.getByRole('button', { name: '登录' }).click();

  await expect(zhao.getByRole('heading', { name: '修改密码' })).toBeVisible();
  await expectAccessible(zhao);
  await zhao.goto('/admin/reports');
  await expect(zhao).toHaveURL('/admin/password');
  await zhao.getByLabel('原密码').fill(oneTime ?? '');
  await zhao.getByLabel('新密码', { exact: true }).fill(newPassword);
  await zhao.getByLabel('再输入一次新密码').fill(newPassword);
  await zhao.getByRole('button', { name: '修改密码' }).click();
  await expect(zhao).toHaveURL('/admin');
  await zhao.goto('/admin/people');
  await expect(zhao.getByText('您的角色不能办理此事项')).toBeVisible();

  await admin.goto('/admin/people');
  await admin.getByRole('link', { name: '管理：赵某' }).click();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: '停用账号' }).click();
  await expect(admin.getByRole('status')).toHaveText('已停用');
  await zhao.goto('/admin/reports');
  await expect(zhao.getByText('您的登录已经结束')).toBeVisible();
});

test('管理员设置领域和机关信息，填错的当场说明，改动留痕', async ({ signedInAs, township }) => {
  const admin = await signedInAs('administrator');
  await admin.goto('/admin/fields');
  await expectAccessible(admin);
  await admin.getByRole('link', { name: '增加领域' }).click();
  await admin.getByRole('textbox', { name: '领域名称' }).fill('乡村建设');
  await admin.getByRole('checkbox', { name: township.people.section_leader.name }).first().check();
  await admin.getByRole('button', { name: '增加领域' }).click();
  await expect(admin.getByRole('row', { name: '乡村建设' })).toContainText('在用');
  await admin.getByRole('link', { name: '管理：乡村建设' }).click();
  await admin.getByRole('button', { name: '停用领域' }).click();
  await expect(admin.getByRole('row', { name: '乡村建设' })).toContainText('已停用');

  await admin.goto('/admin/organisation');
  await expectAccessible(admin);
  await admin.getByLabel('网站标识码').fill('12x');
  await admin.getByLabel('联系电话').fill('0379-66581001');
  await admin.getByRole('button', { name: '保存' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: '没有保存' })).toContainText('网站标识码填写得不对');
  await expect(admin.getByLabel('联系电话')).toHaveValue('0379-66581001');
  await admin.getByLabel('网站标识码').fill('4103250001');
  await admin.getByRole('button', { name: '保存' }).click();
  await expect(admin.getByRole('status')).toHaveText('已保存');
  await admin.goto('/admin/trail');
  await expect(admin.getByRole('row', { name: '改动机关设置' }).first()).toContainText('联系电话、网站标识码');
});

test.describe('没有脚本', () => {
  test.use({ javaScriptEnabled: false });

  test('也能登录和退出，输错时账号还在', async ({ page, township }) => {
    await page.goto('/admin/reports');
    await page.getByLabel('账号').fill(township.people.drafter.signInName);
    await page.getByLabel('密码').fill('不是这一个密码');
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page.getByLabel('账号')).toHaveValue(township.people.drafter.signInName);
    await page.getByLabel('密码').fill('村口老槐树下有三只鸡');
    await page.getByRole('button', { name: '登录' }).click();
    await expect(page).toHaveURL('/admin/reports');
    await page.getByRole('banner').locator('summary').click();
    await page.getByRole('button', { name: '退出' }).click();
    await expect(page.getByText('已退出登录')).toBeVisible();
    await page.goto('/admin/reports');
    await expect(page).toHaveURL(/sign-in/);
  });
});

test('退回的地址只在办公端之内', async ({ page, township }) => {
  await page.goto('/admin/sign-in?back=//elsewhere.example/admin');
  await page.getByLabel('账号').fill(township.people.auditor.signInName);
  await page.getByLabel('密码').fill('村口老槐树下有三只鸡');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL('/admin');
});
