import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { approve, submit } from '@/e2e/support/batches';
import { expect, expectAccessible, test } from '@/e2e/support/story';
import { shownIn } from '@/lib/domain/sheet';
import { password } from '@/lib/server/testing/an-organisation';
import { csvOfRows, type PastRow, pastRow } from '@/lib/server/testing/past-items';
import { readSheet } from '@/lib/sheets/read-sheet';

test('管理员增加目录、排顺序、停用，法定目录只能调整不能改名', async ({ signedInAs }) => {
  const admin = await signedInAs('administrator');
  await admin.goto('/admin/catalogue');
  await expectAccessible(admin);
  await admin.getByRole('link', { name: '增加目录' }).click();
  await admin.getByLabel('目录名称').fill('社会救助');
  await admin.getByLabel('网址名').fill('Key Tasks');
  await admin.getByLabel('公开时限').fill('二十天');
  await admin.getByRole('button', { name: '增加目录' }).click();
  const refused = admin.getByRole('alert').filter({ hasText: '没有保存' });
  await expect(refused).toContainText('网址名填写得不对');
  await expect(refused).toContainText('公开时限不是数字');
  await expect(admin.getByLabel('目录名称')).toHaveValue('社会救助');
  await expectAccessible(admin);
  await admin.getByLabel('网址名').fill('key-tasks');
  await admin.getByLabel('公开时限').fill('7');
  await admin.getByRole('button', { name: '增加目录' }).click();
  await expect(refused).toContainText('已经有叫这个名称的目录');
  await admin.getByLabel('目录名称').fill('重点任务公开');
  await admin.getByRole('button', { name: '增加目录' }).click();
  await expect(admin.getByRole('row', { name: '重点任务公开' })).toContainText('7个工作日');

  await admin.getByRole('button', { name: '下移：规范性文件' }).click();
  await expect(admin.getByRole('button', { name: '上移：规范性文件' })).toBeVisible();
  await admin.getByRole('link', { name: '管理：公务员招考' }).click();
  await expect(admin.getByLabel('目录名称')).toHaveCount(0);
  await expect(admin.getByRole('button', { name: '删除目录' })).toHaveCount(0);
  await admin.getByRole('button', { name: '停用目录' }).click();
  await expect(admin.getByRole('row', { name: '公务员招考' })).toContainText('已停用');
  await admin.getByRole('link', { name: '管理：重点任务公开' }).click();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: '删除目录' }).click();
  await expect(admin.getByRole('status')).toHaveText('已删除');
  await admin.goto('/admin/trail');
  await expect(admin.getByRole('row', { name: '删除目录' }).first()).toContainText('重点任务公开');
});

test('起草人在登记簿里筛选、看期限，把筛选的结果导出', async ({ signedInAs, township }) => {
  await township.anItem({ status: 'published', title: '关于春季森林防火的通知' });
  await township.anItem({ status: 'draft', title: '=1+1的汛期值班安排' });
  const clerk = await signedInAs('drafter');
  await clerk.goto('/admin/items');
  await expectAccessible(clerk);
  await expect(clerk.getByRole('row', { name: '春季森林防火' })).toContainText('已公开');
  await clerk.getByLabel('状态', { exact: true }).selectOption('起草');
  await clerk.getByLabel('成文年份').fill('2020');
  await clerk.getByRole('button', { name: '筛选' }).click();
  await expect(clerk).toHaveURL(/status=draft.*year=2020/);
  await expect(clerk.getByRole('row', { name: '春季森林防火' })).toHaveCount(0);
  await expect(clerk.getByRole('row', { name: '汛期值班' })).toContainText('逾期');
  await expect(clerk.getByRole('link', { name: '已公开（1）' })).toBeVisible();

  const [csv] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: '导出CSV' }).click(),
  ]);
  const text = (await readFile((await csv.path()) ?? '')).toString('utf8');
  expect(text.startsWith('\uFEFF索引号,标题')).toBe(true);
  expect(text).toContain("'=1+1的汛期值班安排");
  expect(text).not.toContain('春季森林防火');
  const [xlsx] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: '导出XLSX' }).click(),
  ]);
  const rows = await readSheet(await readFile((await xlsx.path()) ?? ''));
  expect(rows.map(({ cells }) => shownIn(cells[1]))).toEqual(['标题', '=1+1的汛期值班安排']);

  await clerk.getByRole('link', { name: '期限一览' }).click();
  await expectAccessible(clerk);
  await expect(clerk.getByRole('region', { name: '政府信息公开' })).toContainText('已经逾期1条');
});

const bad = pastRow(3, { formedOn: '2015年底', node: '民生' });
const doubtful = pastRow(4, { body: '补助对象李某，手机13800138000，一次补助500元。' });

test('历史信息从表格导入：试导入列出问题，导入没有问题的，整批审批签发后公开 @desk', async ({
  signedInAs,
  township,
  page,
}) => {
  const clerk = await signedInAs('drafter');
  await clerk.goto('/admin/items/import');
  await expectAccessible(clerk);
  const [template] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: '下载模板（XLSX）' }).click(),
  ]);
  await upload(clerk, '模板.xlsx', await readFile((await template.path()) ?? ''));
  await expect(clerk.getByRole('row', { name: '标题' })).toContainText('这是模板里的示例');

  await uploadRows(clerk, [pastRow(1), pastRow(2), bad, doubtful]);
  await expect(clerk.getByText('没有问题的3行，可以导入')).toBeVisible();
  await expect(clerk.getByRole('row', { name: '所属目录' })).toContainText('目录里没有这个名称');
  await expect(clerk.getByRole('row', { name: '成文日期' })).toContainText('看不出是哪一天');
  await expectAccessible(clerk);
  await clerk.getByRole('button', { name: '导入没有问题的3行' }).click();
  await expect(clerk.getByText('已导入3条，存为草稿')).toBeVisible();
  await clerk.getByRole('link', { name: '政府信息公开：3条' }).click();

  await expect(clerk.getByText('还有1条有问题，改好或者移出批次后才能送审')).toBeVisible();
  await expectAccessible(clerk);
  await clerk.getByRole('link', { name: '只看有问题的1条' }).click();
  await clerk.getByRole('button', { name: '移出批次' }).click();
  await expect(clerk.getByRole('status').filter({ hasText: '已移出批次' })).toBeVisible();
  await submit(clerk);
  const hash = await clerk.getByRole('region', { name: '批次校验码' }).locator('.font-mono').textContent();

  await uploadRows(clerk, [pastRow(1), pastRow(2), bad, doubtful]);
  await expect(clerk.getByText('以前导入过的3行，不再导入')).toBeVisible();

  const leader = await signedInAs('section_leader');
  await approve(leader, hash);
  const principal = await signedInAs('principal_leader');
  await principal.goto('/admin');
  await principal.getByRole('region', { name: '要我办的导入批次' }).getByRole('link', { name: '政府信息公开' }).click();
  await expectAccessible(principal);
  await principal.getByLabel('再输入一次登录密码').fill(password);
  await principal.getByRole('button', { name: '整批签发' }).click();
  await expect(principal.getByRole('status').filter({ hasText: '整批已签发' })).toBeVisible();
  await expect(principal.getByRole('list').filter({ hasText: '审批通过' })).toContainText('签发，2条');

  await page.goto(`/${township.slug}/items/1`);
  await expect(page.getByRole('heading', { name: pastRow(1).title })).toBeVisible();
  await expect(page.getByText('2015年3月5日公开于镇政务公开栏，后补录')).toBeVisible();
  await clerk.goto('/admin/items');
  await expect(clerk.getByRole('row', { name: pastRow(2).title })).toContainText('历史信息');
});

test.describe('没有脚本', () => {
  test.use({ javaScriptEnabled: false });

  test('也能筛选登记簿，从表格导入，看到进度 @once', async ({ signedInAs, township }) => {
    await township.anItem({ status: 'published', title: '关于春季森林防火的通知' });
    const clerk = await signedInAs('drafter');
    await clerk.goto('/admin/items');
    await clerk.getByLabel('状态', { exact: true }).selectOption('已撤下');
    await clerk.getByRole('button', { name: '筛选' }).click();
    await expect(clerk.getByText('没有符合这些条件的信息')).toBeVisible();
    await clerk.goto('/admin/items/import');
    await upload(clerk, '目录.csv', Buffer.from(csvOfRows([pastRow(1), bad])));
    await expect(clerk.getByText('没有问题的1行，可以导入')).toBeVisible();
    await clerk.getByRole('button', { name: '导入没有问题的1行' }).click();
    await expect(clerk.getByText('已导入1条，存为草稿')).toBeVisible();
    await clerk.goto('/admin/items/import');
    await upload(clerk, '目录.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await expect(clerk.getByText('这是旧格式的表格')).toBeVisible();
  });
});

async function uploadRows(clerk: Page, rows: readonly PastRow[]) {
  await clerk.goto('/admin/items/import');
  await upload(clerk, '2015年目录.csv', Buffer.from(csvOfRows(rows)));
}

async function upload(clerk: Page, name: string, buffer: Buffer) {
  await clerk.getByLabel('表格文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await clerk.getByRole('button', { name: '上传并检查' }).click();
  await expect(clerk).toHaveURL(/\/admin\/items\/import\/[0-9a-f-]{36}$/);
}
