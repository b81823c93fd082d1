import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectReadable, test } from '@/e2e/support/story';
import { calendar } from '@/lib/domain/calendar/calendar';
import { addDays, type Day } from '@/lib/domain/calendar/day';
import { addWorkingDays } from '@/lib/domain/calendar/working-days';
import { shownIn } from '@/lib/domain/sheet';
import { today } from '@/lib/server/clock';
import { readSheet } from '@/lib/sheets/read-sheet';
import { dayInProse, dayNear } from '@/lib/text/days';

const asked = '2020年农村危房改造审定结果和补助资金发放情况';
const later = (day: Day, workingDays: number) => addWorkingDays(day, workingDays, calendar).day;

test('申请从登记办到归档：确认收到、补正、延长、答复、送达，期限逐日说明 @main', async ({ signedInAs }) => {
  const received = addDays(today(), -20);
  const corrected = later(received, 6);
  const due = later(corrected, 25);
  const clerk = await signedInAs('drafter');
  await clerk.goto('/admin/requests/new');
  await expectAccessible(clerk);
  await clerk.getByLabel('收件渠道').selectOption('平常信函');
  await clerk.getByLabel('到达日期').fill(received);
  await clerk.getByLabel('姓名').fill('赵小明');
  await clerk.getByLabel('证件号码').fill('11010519491231002X');
  await clerk.getByLabel('所需信息的内容').fill(asked);
  await clerk.getByRole('button', { name: '登记申请' }).click();
  await expect(clerk.getByRole('alert').getByRole('link', { name: /联系地址/ })).toBeVisible();
  await expect(clerk.getByLabel('姓名')).toHaveValue('赵小明');
  await clerk.getByLabel('联系地址').fill('柳河镇大街12号');
  await clerk.getByLabel('联系电话').fill('13837900001');
  await clerk.getByRole('button', { name: '登记申请' }).click();
  await expect(clerk.getByRole('heading', { name: asked, level: 1 })).toBeVisible();
  await expect(clerk.getByRole('region', { name: '答复期限' })).toContainText('等待确认收到');

  await enter(clerk, '收到', { 收到日期: received });
  await enter(clerk, '告知补正', { 告知日期: later(received, 3), 补正的最后日期: addDays(today(), 10) });
  await expect(clerk.getByRole('region', { name: '答复期限' })).toContainText('等待申请人补正');
  await enter(clerk, '补正', { 收到补正的日期: corrected });

  // What the law does not allow is said at its place, and what was typed stays.
  await open(clerk, '延长答复期限');
  await clerk.getByLabel('延长几个工作日').fill('5');
  await clerk.getByLabel('同意延长的负责人').fill('王某');
  await clerk.getByLabel('告知申请人的日期').fill(addDays(today(), -1));
  await clerk.getByRole('button', { name: '登记延长答复期限' }).click();
  await expect(
    clerk.getByRole('alert').getByRole('link', { name: /应当先经政府信息公开工作机构负责人同意/ }),
  ).toBeVisible();
  await expect(clerk.getByLabel('同意延长的负责人')).toHaveValue('王某');
  await expectAccessible(clerk);
  await clerk.getByLabel('告知申请人的日期').fill(today());
  await clerk.getByRole('button', { name: '登记延长答复期限' }).click();
  await expectEntered(clerk, '延长答复期限');

  const when = clerk.getByRole('region', { name: '答复期限' });
  await expect(when).toContainText(dayNear(due, today()));
  await expect(when).toContainText('20个，延长5个');
  await expect(when.getByRole('list')).toContainText('延长');
  const ledger = clerk.getByRole('table', { name: /逐段计算/ });
  await expect(ledger).toContainText('收到补正之日，期限重新计算');
  await expect(ledger.getByRole('row').last()).toContainText('日为最晚答复日');
  await expect(ledger.getByRole('row').last()).toContainText('25');
  await clerk.getByText(/^逐日明细（/).click();
  const days = clerk.getByRole('table', { name: '逐日明细' });
  await expect(days.getByRole('row', { name: new RegExp(`^${due}`) })).toContainText('第25个工作日，最晚答复日');
  await expect(days.getByRole('row', { name: new RegExp(`^${received}`) })).toContainText('收到申请之日，当日不计');
  await expect(clerk.getByRole('region', { name: '给申请人看的说明' })).toContainText(`最晚于${dayInProse(due)}`);
  await expectReadable(clerk);

  // Who asked is masked, and seen for a reason that the trail keeps.
  const applicant = clerk.getByRole('region', { name: '申请人', exact: true });
  await expect(applicant).toContainText('赵某');
  await expect(applicant).not.toContainText('13837900001');
  await applicant.getByLabel('查看的理由').fill('电话告知延期');
  await applicant.getByRole('button', { name: '查看' }).click();
  await expect(applicant.getByRole('status')).toContainText('13837900001');
  await expect(applicant.getByRole('status')).toContainText('赵小明');

  await enter(clerk, '答复', { 答复的种类: '予以公开' });
  await enter(clerk, '送达', { 方式: '邮政寄送' });
  await enter(clerk, '归档', {});
  await expect(clerk.getByRole('link', { name: '依申请公开', exact: true }).last()).toBeVisible();

  const auditor = await signedInAs('auditor');
  await auditor.goto('/admin/trail');
  await expect(auditor.getByRole('row', { name: /查看申请人信息/ })).toContainText('电话告知延期');
  await auditor.goto('/admin/requests');
  await expect(auditor.getByRole('row', { name: asked })).toContainText('已归档');
  await expect(auditor.getByRole('row', { name: asked })).not.toContainText('赵');
  await expectReadable(auditor);
});

test('登错的事项可以更正，原来的记录划掉留着；快到期的申请在待办里', async ({ signedInAs }) => {
  const received = later(addDays(today(), -29), 1);
  const clerk = await signedInAs('drafter');
  await register(clerk, received);
  await enter(clerk, '征求其他机关意见', { 发出日期: today(), 机关名称: '县财政局' });
  await clerk.getByRole('link', { name: /^更正：征求其他机关意见/ }).click();
  await clerk.getByLabel('更正的理由').fill('没有发出');
  await clerk.getByRole('button', { name: '作废这一项' }).click();
  await expect(clerk.getByRole('status').filter({ hasText: '已更正' })).toBeVisible();
  const course = clerk.getByRole('region', { name: '办理经过' });
  await expect(course).toContainText('理由：没有发出');
  await expect(course.locator('.void').first()).toBeVisible();

  await clerk.goto('/admin');
  await expect(clerk.getByText(/^您经办的公开申请/)).toBeVisible();
  await expect(clerk.getByRole('region', { name: '依申请公开' })).toContainText(asked);
  await expectReadable(clerk);
  await clerk.goto('/admin/requests');
  await clerk.getByLabel('收件渠道').selectOption('传真');
  await clerk.getByRole('button', { name: '筛选' }).click();
  await expect(clerk.getByText('没有符合这些条件的申请')).toBeVisible();
  await clerk.goto('/admin/requests');
  const [file] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: '导出XLSX' }).click(),
  ]);
  const rows = await readSheet(await readFile((await file.path()) ?? ''));
  expect(rows.map(({ cells }) => shownIn(cells[3]))).toEqual(['申请内容', asked]);
  expect(rows.map(({ cells }) => shownIn(cells[2]))).toEqual(['申请人（已遮盖）', '钱某某']);
});

test('信息处理费按标准算出，列明每一档；没有超过免费数量的不能收 @desk', async ({ signedInAs }) => {
  const clerk = await signedInAs('drafter');
  await register(clerk, today());
  await open(clerk, '告知收费');
  await clerk.getByLabel('件数或者页数').fill('10');
  await clerk.getByRole('button', { name: '登记告知收费' }).click();
  await expect(clerk.getByRole('alert').getByRole('link', { name: /没有超过免费的件数或者页数/ })).toBeVisible();
  await clerk.getByLabel('件数或者页数').fill('31');
  await expect(clerk.getByText('应收2200元。')).toBeVisible();
  await expect(clerk.getByText('第11至30件，每件100元，计2000元')).toBeVisible();
  await expectReadable(clerk);
  await clerk.getByRole('button', { name: '登记告知收费' }).click();
  await expectEntered(clerk, '告知收费');
  await expect(clerk.getByRole('region', { name: '办理经过' })).toContainText('按件计收，2200元');
});

test('管理员选定计算口径，期限跟着变；看不到申请 @desk', async ({ signedInAs }) => {
  const admin = await signedInAs('administrator');
  await admin.goto('/admin/requests/settings');
  await expectReadable(admin);
  await admin.getByLabel('归档后保存几年').fill('三十');
  await admin.getByRole('button', { name: '保存' }).click();
  await expect(admin.getByRole('alert').getByRole('link', { name: /归档后保存几年/ })).toBeVisible();
  await admin.getByLabel('归档后保存几年').fill('30');
  await admin.getByRole('radio', { name: /^平台接收之日/ }).check();
  await admin.getByRole('button', { name: '保存' }).click();
  await expect(admin.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
  await expect(admin.getByRole('radio', { name: /^平台接收之日/ })).toBeChecked();
  await admin.goto('/admin/requests');
  await expect(admin.getByText('您的角色不能办理此事项')).toBeVisible();
});

test('以前的申请从表格导入：试导入列出问题，没有问题的按日期登记 @desk', async ({ signedInAs }) => {
  const clerk = await signedInAs('drafter');
  await clerk.goto('/admin/requests/import');
  await expectReadable(clerk);
  const [template] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: '下载模板（XLSX）' }).click(),
  ]);
  const [heads] = await readSheet(await readFile((await template.path()) ?? ''));
  expect(shownIn(heads?.cells[0])).toBe('到达日期');
  const list = [
    '到达日期,收件渠道,申请人类型,姓名或者名称,联系电话,所需信息的内容,答复日期,办理结果',
    '2024-03-04,当面提交,自然人,周小明,13837900001,惠民惠农补贴发放明细,2024-03-11,予以公开',
    '三月,当面提交,自然人,吴小明,13837900002,土地征收公告,,',
  ];
  const buffer = Buffer.from(`\uFEFF${list.join('\r\n')}\r\n`);
  await clerk
    .getByLabel('表格文件')
    .setInputFiles({ name: '2024年登记簿.csv', mimeType: 'application/octet-stream', buffer });
  await clerk.getByRole('button', { name: '上传并检查' }).click();
  await expect(clerk.getByText('没有问题的1行，可以导入')).toBeVisible();
  await expect(clerk.getByRole('row', { name: '到达日期' })).toContainText('看不出是哪一天');
  await expectReadable(clerk);
  await clerk.getByRole('button', { name: '导入没有问题的1行' }).click();
  await expect(clerk.getByText('已导入1件')).toBeVisible();
  await clerk.getByRole('link', { name: '看申请登记簿' }).click();
  await expect(clerk.getByRole('row', { name: '惠民惠农补贴发放明细' })).toContainText('已办结');
});

test('打错的内容改过来：遮盖的空着不变，理由留痕，原来的内容查看时显示', async ({ signedInAs }) => {
  const clerk = await signedInAs('drafter');
  await register(clerk, today());
  const due = await clerk.getByRole('region', { name: '答复期限' }).textContent();
  await clerk.getByRole('link', { name: '更正登记内容' }).click();
  await expect(clerk.getByLabel('姓名或者名称')).toHaveValue('');
  await expect(clerk.getByText('现在是：钱某某')).toBeVisible();
  await expectReadable(clerk);
  await clerk.getByLabel('所需信息的内容').fill(`${asked}，分户`);
  await clerk.getByLabel('联系电话').fill('13837900009');
  await clerk.getByLabel('联系地址').fill('无');
  await clerk.getByLabel('更正的理由').fill('申请人13837900009来电');
  await clerk.getByRole('button', { name: '更正登记内容' }).click();
  await expect(clerk.getByRole('alert').getByRole('link', { name: /联系地址没有填写/ })).toBeVisible();
  await clerk.getByLabel('联系地址').fill('');
  await clerk.getByRole('button', { name: '更正登记内容' }).click();
  await expect(clerk.getByRole('alert').getByRole('link', { name: /更正的理由里有姓名、号码/ })).toBeVisible();
  await expect(clerk.getByLabel('所需信息的内容')).toHaveValue(`${asked}，分户`);
  await clerk.getByLabel('更正的理由').fill('申请人来电更正');
  await clerk.getByRole('button', { name: '更正登记内容' }).click();
  await expect(clerk.getByRole('status').filter({ hasText: '已更正登记内容' })).toBeVisible();
  await expect(clerk.getByRole('heading', { name: `${asked}，分户`, level: 1 })).toBeVisible();
  await expect(clerk.getByRole('region', { name: '申请的内容' })).toContainText(
    '联系电话、所需信息的内容。理由：申请人来电更正',
  );
  expect(await clerk.getByRole('region', { name: '答复期限' }).textContent()).toBe(due);
  await expectReadable(clerk);

  const applicant = clerk.getByRole('region', { name: '申请人', exact: true });
  await applicant.getByLabel('查看的理由').fill('核对');
  await applicant.getByRole('button', { name: '查看' }).click();
  await expect(applicant.getByRole('status')).toContainText('13837900009');
  await expect(applicant.getByRole('status')).toContainText(`更正以前：联系电话，没有填；所需信息的内容，${asked}`);

  const auditor = await signedInAs('auditor');
  await auditor.goto('/admin/trail');
  await expect(auditor.getByRole('row', { name: /更正登记内容|更正申请登记内容/ })).toContainText('申请人来电更正');
  await expect(auditor.getByRole('main')).not.toContainText('13837900009');
});

test('期限怎么算出来的，可以打印，可以复制', async ({ signedInAs }) => {
  const clerk = await signedInAs('drafter');
  await clerk.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await register(clerk, today());
  const last = dayInProse(later(today(), 20));
  const tell = clerk.getByRole('region', { name: '给申请人看的说明' });
  await tell.getByRole('button', { name: '复制' }).click();
  await expect(tell.getByRole('status')).toHaveText('已复制');
  expect(await copied(clerk)).toContain(`最晚于${last}`);

  await tell.getByRole('link', { name: '打印' }).click();
  await expect(clerk.getByRole('heading', { name: /申请的期限说明$/, level: 1 })).toBeVisible();
  await expectReadable(clerk);
  await clerk.getByRole('button', { name: '复制' }).click();
  await expect(clerk.getByRole('status').filter({ hasText: '已复制' })).toBeVisible();
  const lines = (await copied(clerk)).split('\n');
  expect(lines.find((line) => line.startsWith(later(today(), 20)))).toContain('第20个工作日，最晚答复日');
  await clerk.evaluate(() => {
    window.print = () =>
      document.body.append(Object.assign(document.createElement('output'), { textContent: '打印了' }));
  });
  await clerk.getByRole('button', { name: '打印' }).click();
  await expect(clerk.getByText('打印了')).toBeVisible();
  // On paper there is no button, and every day stands there.
  await clerk.emulateMedia({ media: 'print' });
  await expect(clerk.getByRole('button', { name: '打印' })).toBeHidden();
  await expect(clerk.getByText(new RegExp(`^${later(today(), 20)}`))).toBeVisible();
  await expect(clerk.getByRole('main')).not.toContainText('钱');
});

test('附件太大，发送以前就说明，填的内容都在 @desk', async ({ signedInAs }) => {
  const clerk = await signedInAs('drafter');
  await clerk.goto('/admin/requests/new');
  await clerk.getByLabel('姓名').fill('钱小红');
  const scan = (name: string, megabytes: number) => ({
    ...{ name, mimeType: 'application/pdf', buffer: Buffer.alloc(megabytes * 1024 * 1024) },
  });
  const said = (label: string) =>
    clerk.getByLabel(label).evaluate((input) => (input instanceof HTMLInputElement ? input.validationMessage : ''));
  await clerk.getByLabel('申请书（可以不附）').setInputFiles(scan('申请书.pdf', 12));
  await clerk.getByLabel('身份证明（可以不附）').setInputFiles(scan('身份证.pdf', 12));
  expect(await said('身份证明（可以不附）')).toContain('一共超过20MB');
  await clerk.getByRole('button', { name: '登记申请' }).click();
  await expect(clerk).toHaveURL(/\/requests\/new$/);
  await expect(clerk.getByLabel('姓名')).toHaveValue('钱小红');
  await clerk.getByLabel('身份证明（可以不附）').setInputFiles([]);
  expect(await said('申请书（可以不附）')).toBe('');
  await clerk.getByLabel('申请书（可以不附）').setInputFiles(scan('申请书.pdf', 21));
  expect(await said('申请书（可以不附）')).toContain('文件超过20MB');
});

test('登记簿连同申请人信息导出，要写理由，留痕 @desk', async ({ signedInAs }) => {
  const clerk = await signedInAs('drafter');
  await register(clerk, today());
  await clerk.goto('/admin/requests');
  await clerk.getByRole('link', { name: '导出申请人信息' }).click();
  await expectReadable(clerk);
  await clerk.getByRole('button', { name: '导出XLSX' }).click();
  await expect(clerk.getByRole('alert').getByRole('link', { name: /理由没有填写/ })).toBeVisible();
  await clerk.getByLabel('导出的理由').fill('移交县政府办核对');
  const [file] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('button', { name: '导出XLSX' }).click(),
  ]);
  const rows = await readSheet(await readFile((await file.path()) ?? ''));
  expect(rows.map(({ cells }) => shownIn(cells[2]))).toEqual(['姓名或者名称', '钱小红']);
  expect(rows.map(({ cells }) => shownIn(cells[4]))).toEqual(['证件号码', '11010519491231002X']);
  const auditor = await signedInAs('auditor');
  await auditor.goto('/admin/trail');
  await expect(auditor.getByRole('row', { name: /导出申请登记簿/ })).toContainText('含申请人信息');
  await expect(auditor.getByRole('row', { name: /导出申请登记簿/ })).toContainText('移交县政府办核对');
});

test.describe('没有脚本', () => {
  test.use({ javaScriptEnabled: false });

  test('也能登记申请和事项，写错的提示在原处 @once', async ({ signedInAs }) => {
    const clerk = await signedInAs('drafter');
    await clerk.goto('/admin/requests/new');
    await clerk.getByLabel('收件渠道').selectOption('口头提出，代为填写');
    await clerk.getByLabel('申请人类型').selectOption('商业企业');
    await clerk.getByLabel('姓名或者名称').fill('柳河食品有限公司');
    await clerk.getByLabel('身份证明', { exact: true }).first().selectOption('没有提供（告知补正）');
    await clerk.getByLabel('法定代表人').fill('孙某');
    await clerk.getByLabel('联系电话').fill('0379-66000001');
    await clerk.getByLabel('所需信息的内容').fill(asked);
    await clerk.getByLabel('获取途径').selectOption('自行领取');
    await clerk.getByRole('button', { name: '登记申请' }).click();
    await expect(clerk.getByText('请先向申请人宣读以上内容')).toBeVisible();
    await expect(clerk.getByLabel('法定代表人')).toHaveValue('孙某');
    await clerk.getByRole('checkbox', { name: /已经向申请人宣读/ }).check();
    await clerk.getByRole('button', { name: '登记申请' }).click();
    await expect(clerk.getByRole('heading', { name: asked, level: 1 })).toBeVisible();
    await enter(clerk, '申请人撤回', {});
    await expect(clerk.getByRole('region', { name: '办理经过' })).toContainText('申请人撤回');
  });
});

test('手机上也看得清期限和日历', async ({ signedInAs }) => {
  const clerk = await signedInAs('drafter');
  await register(clerk, today());
  await expectReadable(clerk);
  await clerk.goto('/admin/requests');
  await expectReadable(clerk);
  await clerk.goto('/admin/requests/new');
  await expectReadable(clerk);
});

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Registers a request that was handed in on a day. */
async function register(clerk: Page, day: Day) {
  await clerk.goto('/admin/requests/new');
  await clerk.getByLabel('收件渠道').selectOption('当面提交');
  await clerk.getByLabel('到达日期').fill(day);
  await clerk.getByLabel('姓名').fill('钱小红');
  await clerk.getByLabel('证件号码').fill('11010519491231002X');
  await clerk.getByLabel('联系地址').fill('柳河镇大街8号');
  await clerk.getByLabel('所需信息的内容').fill(asked);
  await clerk.getByRole('button', { name: '登记申请' }).click();
  await expect(clerk.getByRole('heading', { name: asked, level: 1 })).toBeVisible();
}

/** Opens the form of an event at the desk of a request. */
async function open(clerk: Page, event: string) {
  await clerk.getByRole('region', { name: '办理经过' }).getByRole('link', { name: event, exact: true }).click();
  await expect(clerk.getByRole('heading', { name: `登记：${event}` })).toBeVisible();
}

/** Enters an event with its facts, by the labels of the fields. */
async function enter(clerk: Page, event: string, facts: Record<string, string>) {
  await open(clerk, event);
  const form = clerk.getByRole('region', { name: `登记：${event}` });
  for (const [label, value] of Object.entries(facts)) {
    const field = form.getByLabel(label, { exact: true });
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await form.getByRole('button', { name: `登记${event}` }).click();
  await expectEntered(clerk, event);
}

const expectEntered = (clerk: Page, event: string) =>
  expect(clerk.getByRole('status').filter({ hasText: `已登记：${event}` })).toBeVisible();
