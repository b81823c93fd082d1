import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import sharp from 'sharp';
import {
  approveItem,
  bodyOf,
  createItem,
  declare,
  expectItemDesk,
  expectItemSaved,
  itemBar,
  openItem,
  submitItem,
} from '@/e2e/support/item-deeds';
import { expect, expectReadable, test } from '@/e2e/support/story';
import { password } from '@/lib/server/testing/an-organisation';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const title = '柳河镇2024年春季农村危房改造补助公示';
const mobile = '13800138000';
const office = '0379-66512345';
const phone = { width: 390, height: 844 };

test('一条信息从起草、遮盖、退回、答复到签发公开', { tag: ['@main', '@desk'] }, async ({
  township,
  signedInAs,
  page,
}) => {
  test.setTimeout(300_000);
  const clerk = await signedInAs('drafter');
  await createItem(clerk, title, '民生政策');
  await expectReadable(clerk);
  await fillFacts(clerk);
  await writeBody(clerk);
  await attach(clerk);
  await expectReadable(clerk);
  await settleHits(clerk);
  await expectItemSaved(clerk);
  await expectReadable(clerk);
  await submitItem(clerk);

  const leader = await signedInAs('section_leader');
  await leader.setViewportSize(phone);
  await returnWithRemark(leader);

  await clerk.goto('/admin');
  await clerk.getByRole('link', { name: '继续修改' }).first().click();
  await expectItemDesk(clerk);
  await expect(clerk.getByRole('region', { name: '送审' })).toContainText('还有1条退回意见没有答复。');
  await answer(clerk, '请写明公示期限', '已补写。');
  await bodyOf(clerk).getByText('咨询电话').click();
  await clerk.keyboard.press('End');
  await clerk.keyboard.insertText('公示期七天。');
  await expectItemSaved(clerk);
  await submitItem(clerk);

  await leader.goto('/admin');
  await leader.getByRole('link', { name: '去审批' }).first().click();
  await expect(leader.getByRole('region', { name: '改动（1处）' })).toContainText('公示期七天。');
  await expect(leader.getByRole('region', { name: '上次退回的意见（1条，都已答复）' })).toContainText('已补写。');
  await expectReadable(leader);
  await approveItem(leader);

  const principal = await signedInAs('principal_leader');
  await principal.setViewportSize(phone);
  await signItem(principal);

  await page.goto(`/${township.slug}/items/1`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByRole('cell', { name: '南台村' })).toBeVisible();
  await expect(page.getByRole('img', { name: '改造后的房屋' })).toBeVisible();
  await expect(page.getByRole('link', { name: '补助明细.xlsx' })).toBeVisible();
  await expect(page.getByText(`咨询电话${office}`)).toBeVisible();
  await expect(page.getByText(mobile)).toHaveCount(0);
  await expectReadable(page);

  await clerk.goto('/admin/items');
  await clerk.getByRole('link', { name: title }).first().click();
  await clerk.getByRole('link', { name: '修改记录' }).click();
  await expect(clerk.getByRole('region', { name: '定稿（2稿）' })).toBeVisible();
  await expect(clerk.getByText('公开的内容就是签发的内容')).toBeVisible();
  await expectReadable(clerk);
});

async function fillFacts(clerk: Page) {
  await clerk.getByLabel('成文日期').fill('2024-03-01');
  await clerk.getByRole('combobox', { name: '信息来源' }).selectOption('自制');
  await clerk.getByText('怎么算的').click();
  await expect(clerk.getByText('成文日期2024年3月1日，当天不算，从2024年3月2日起算。')).toBeVisible();
  await expect(clerk.getByText('最后一天是2024年3月29日，星期五。')).toBeVisible();
  await clerk.getByRole('checkbox', { name: '信息公告栏' }).check();
}

/** A heading, a paragraph with two telephones, a table by keyboard, a picture that is asked about at once. */
async function writeBody(clerk: Page) {
  await bodyOf(clerk).click();
  await clerk.getByRole('button', { name: '一级标题（一、）' }).click();
  await clerk.keyboard.insertText('一、审定结果');
  await clerk.keyboard.press('Enter');
  await clerk.keyboard.insertText(`经村民代表大会评议，现予公示。咨询电话${office}。联系人手机${mobile}。`);
  await clerk.keyboard.press('Enter');
  await clerk.getByRole('button', { name: '插入表格' }).click();
  await clerk.getByRole('button', { name: '删去这一列' }).click();
  await clerk.getByRole('button', { name: '删去这一行' }).click();
  await bodyOf(clerk).getByRole('cell').first().click();
  await clerk.getByRole('button', { name: '表头：从第一行到这一行' }).click();
  await expect(bodyOf(clerk).getByRole('columnheader')).toHaveCount(2);
  for (const words of ['村', '户数', '南台村', '3']) {
    await clerk.keyboard.insertText(words);
    await clerk.keyboard.press('Tab');
  }
  await bodyOf(clerk).getByRole('cell', { name: '3' }).click();
  await clerk.keyboard.press('Enter');
  await clerk.keyboard.insertText('以上结果无异议后发放。');
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#14573a' } })
    .png()
    .toBuffer();
  await clerk.getByLabel('选择图片').setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: picture });
  const alt = clerk.getByLabel('图片说明');
  await expect(alt).toBeFocused();
  await alt.fill('改造后的房屋');
  await expectItemSaved(clerk);
}

async function workbook(rows: string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('明细').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** A text file is refused with one sentence; a list with a personal number is replaced by a masked one. */
async function attach(clerk: Page) {
  const files = clerk.getByRole('region', { name: '附件' });
  await files.getByLabel('选择附件').setInputFiles(file('说明.txt', Buffer.from('说明')));
  await expect(files.getByRole('alert')).toContainText('“说明.txt”不能作为附件');
  await expectReadable(clerk);
  const rows = [['村', '联系电话', '金额（元）']];
  await files
    .getByLabel('选择附件')
    .setInputFiles(file('明细.xlsx', await workbook([...rows, ['南台村', '13900139000', '3600']])));
  await expect(files.getByRole('link', { name: '明细.xlsx' })).toBeVisible();
  const checks = clerk.getByRole('complementary', { name: '检查结果' });
  const hit = checks.getByRole('listitem').filter({ hasText: '13900139000' }).first();
  await expect(hit).toContainText('附件，工作表“明细”');
  await expect(hit.getByRole('button', { name: '遮盖' })).toBeHidden();
  const masked = await workbook([...rows, ['南台村', '1390***9000', '3600']]);
  await files.getByLabel('选择代替“明细.xlsx”的文件').setInputFiles(file('补助明细.xlsx', masked));
  await expect(files.getByRole('link', { name: '补助明细.xlsx' })).toBeVisible();
  await expect(files.getByRole('listitem')).toHaveCount(1);
  await expect(checks.getByText('13900139000')).toHaveCount(0);
}

/** The mobile is masked where it stands, the office's own telephone stays with a reason. */
async function settleHits(clerk: Page) {
  const checks = clerk.getByRole('complementary', { name: '检查结果' });
  const found = (name: string) => checks.locator('ol > li').filter({ hasText: name });
  await found('像是手机号码').getByRole('button', { name: '遮盖' }).click();
  await expect(bodyOf(clerk)).toContainText('联系人手机1380***8000。');
  await expect(found('像是手机号码')).toHaveCount(0);
  const telephone = found('像是固定电话');
  await expect(telephone).toContainText(`咨询电话${office}`);
  await telephone.getByRole('button', { name: '说明保留原因' }).click();
  await telephone.getByLabel('原因').fill('镇政府办公电话，应当公开。');
  await telephone.getByRole('button', { name: '记下' }).click();
  await expect(checks.getByRole('button', { name: '已说明 1' })).toBeVisible();
  await expect(checks.getByRole('button', { name: '必须改正 0' })).toBeVisible();
}

async function returnWithRemark(leader: Page) {
  await leader.goto('/admin');
  await expectReadable(leader);
  await leader.getByRole('link', { name: '去审批' }).first().click();
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText(`审批：${title}`);
  const open = leader.getByRole('region', { name: '尚未消除的提示（1条）' });
  await expect(open).toContainText(office);
  await expect(open).toContainText('镇政府办公电话，应当公开。');
  const masked = leader.getByRole('region', { name: '已经遮盖的（2处）' });
  await expect(masked).toContainText('联系人手机1380***8000');
  await expect(masked).toContainText('1390***9000');
  await expect(leader.getByRole('region', { name: '办理意见' })).toContainText('已就国家秘密');
  await expectReadable(leader);
  await leader.getByText('提意见：正文第2段', { exact: true }).click();
  await leader.getByLabel('对正文第2段的意见').fill('请写明公示期限。');
  await expect(leader.getByRole('button', { name: '通过，送主要领导签发' })).toBeDisabled();
  await leader.getByRole('button', { name: '退回修改' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '已退回修改' })).toBeVisible();
}

async function answer(clerk: Page, remark: string, words: string) {
  const item = clerk.getByRole('listitem').filter({ hasText: remark });
  await item.getByText('答复', { exact: true }).click();
  await item.getByRole('textbox').fill(words);
  await item.getByRole('button', { name: '记下答复' }).click();
  await expect(item).toContainText(`答复：${words}`);
}

async function signItem(principal: Page) {
  await principal.goto('/admin');
  await principal.getByRole('link', { name: '去签发' }).first().click();
  await expect(principal.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(principal.getByRole('button', { name: '签发', exact: true })).toBeInViewport();
  await expect(principal.getByRole('region', { name: /请您留意/ })).toContainText('镇政府办公电话，应当公开。');
  await expect(principal.getByRole('region', { name: '经手人' })).toContainText('已就国家秘密');
  await expectReadable(principal);
  await principal.getByLabel('再输入一次登录密码').fill(password);
  await principal.getByRole('button', { name: '签发', exact: true }).click();
  await expect(principal.getByRole('status').filter({ hasText: '已签发并公开' })).toBeVisible();
}

test('从Word粘贴的标题、列表、表格和链接都在，图片和批注不进来', { tag: '@desk' }, async ({ township, signedInAs }) => {
  const item = await township.anItem({ status: 'draft', title: '柳河镇政府信息公开签发责任制度' });
  const desk = await signedInAs('drafter');
  await openItem(desk, item);
  await bodyOf(desk).click();
  await desk.keyboard.press('Control+A');
  const html = await readFile(join(import.meta.dirname, '../lib/editor/body/testing/word.txt'), 'utf8');
  await desk.evaluate(async (text) => {
    const data = { 'text/html': new Blob([text], { type: 'text/html' }) };
    await navigator.clipboard.write([new ClipboardItem(data)]);
  }, html);
  await desk.keyboard.press('Control+V');
  const body = bodyOf(desk);
  await expect(body.getByRole('heading')).toHaveText(['一、适用范围', '（一）起草', '二、发放情况']);
  await expect(body.getByRole('listitem')).toHaveText(['拟订信息；', '分管领导审核。', '务工就业', '养老保险']);
  await expect(body.getByRole('columnheader', { name: '补贴' })).toHaveAttribute('colspan', '2');
  await expect(body.getByRole('link', { name: '《条例》' })).toBeVisible();
  await expect(body).not.toContainText('李1');
  await expect(desk.getByText('有1张图片没有粘贴进来')).toBeVisible();
  await expectItemSaved(desk);
  await expectReadable(desk);
  await openItem(desk, item);
  await expect(body.getByRole('heading')).toHaveText(['一、适用范围', '（一）起草', '二、发放情况']);
  await expect(body.getByRole('cell', { name: '佛泉寺村' })).toBeVisible();
});

test('两人同写一条信息，断网不丢，同一处请人选择', { tag: '@desk' }, async ({ township, signedInAs }) => {
  const item = await township.anItem({ status: 'draft', title: '柳河镇防汛值班安排' });
  const [first, second] = [await signedInAs('drafter'), await signedInAs(await township.person('drafter'))];
  await openItem(first, item);
  await openItem(second, item);
  const name = (desk: Page) => desk.getByRole('textbox', { name: '标题' });

  await first.getByLabel('发文字号').fill('柳政〔2024〕9号');
  await expect(second.getByLabel('发文字号')).toHaveValue('柳政〔2024〕9号');
  await bodyOf(second).click();
  await second.keyboard.press('Control+End');
  await second.keyboard.insertText('第二个人写的一句。');
  await expect(bodyOf(first)).toContainText('第二个人写的一句。');

  await second.context().setOffline(true);
  await name(second).fill('柳河镇2024年防汛值班安排');
  await expect(itemBar(second).getByRole('status')).toContainText('已存在本机');
  await name(first).fill('柳河镇汛期值班安排');
  await expectItemSaved(first);
  await second.context().setOffline(false);
  const question = second.getByRole('alert').filter({ hasText: '您填的' });
  await expect(question).toContainText('柳河镇2024年防汛值班安排');
  await expect(question).toContainText('柳河镇汛期值班安排');
  await expectReadable(second);
  await question.getByRole('button', { name: '用我填的' }).click();
  await expectItemSaved(second);
  await expect(name(first)).toHaveValue('柳河镇2024年防汛值班安排');
});

test('不予公开的，写明理由和评估日期，签发后留在机关内', async ({ township, signedInAs, page }) => {
  const item = await township.anItem({ status: 'draft', title: '柳河镇机关值班排班表' });
  const clerk = await signedInAs('drafter');
  await openItem(clerk, item);
  await clerk.getByRole('radio', { name: '不予公开' }).check();
  await clerk.getByRole('combobox', { name: '不予公开的理由' }).selectOption('内部事务信息');
  await clerk.getByLabel('理由的依据和说明').fill('属于内部工作流程，不影响公众。');
  await clerk.getByLabel('定期评估日期').fill('2099-01-01');
  await expectItemSaved(clerk);
  await expectReadable(clerk);
  await expect(clerk.getByLabel('公开日期')).toBeHidden();
  await explainAll(clerk);
  await submitItem(clerk);
  await approveItem(await signedInAs('section_leader'));
  const principal = await signedInAs('principal_leader');
  await principal.goto('/admin');
  await principal.getByRole('link', { name: '去签发' }).first().click();
  await expect(principal.getByText('留在机关内，不向社会公开')).toBeVisible();
  await principal.getByLabel('再输入一次登录密码').fill(password);
  await principal.getByRole('button', { name: '签发', exact: true }).click();
  await expect(principal.getByRole('status').filter({ hasText: '已签发，不向社会公开' })).toBeVisible();
  expect((await page.goto(`/${township.slug}/items/1`))?.status()).toBe(404);
});

/** What the rules only ask about is explained; in this story it does not matter what. */
async function explainAll(clerk: Page) {
  const checks = clerk.getByRole('complementary', { name: '检查结果' });
  await expect(checks.getByRole('button', { name: '必须改正 0' })).toBeVisible();
  for (;;) {
    const ask = checks.getByRole('button', { name: '说明原因' });
    if ((await ask.count()) === 0) break;
    await ask.first().click();
    await checks.getByLabel('原因').fill('已核对，情况属实。');
    await checks.getByRole('button', { name: '记下' }).click();
  }
  await expectItemSaved(clerk);
}

test('公开后更正、撤下，和报告用同样的页面', async ({ township, signedInAs, page }) => {
  const item = await township.anItem({ status: 'published', title: '柳河镇春耕备耕通知' });
  const clerk = await signedInAs('drafter');
  await clerk.goto(`/admin/items/${item.id}`);
  await expectReadable(clerk);
  await clerk.getByRole('link', { name: '更正', exact: true }).click();
  await clerk.getByLabel('更正说明（对外公布）').fill('标题写错了年份。');
  await clerk.getByRole('button', { name: '开始更正' }).click();
  await expectItemDesk(clerk);
  await expect(clerk.getByLabel('更正说明（将公开）')).toHaveValue('标题写错了年份。');
  await clerk.getByRole('textbox', { name: '标题' }).fill('柳河镇2024年春耕备耕通知');
  await expectItemSaved(clerk);
  await explainAll(clerk);
  await submitItem(clerk);
  await approveItem(await signedInAs('section_leader'));
  const principal = await signedInAs('principal_leader');
  await principal.goto('/admin');
  await principal.getByRole('link', { name: '去签发' }).first().click();
  await principal.getByLabel('再输入一次登录密码').fill(password);
  await principal.getByRole('button', { name: '签发', exact: true }).click();
  await expect(principal.getByRole('status').filter({ hasText: '已签发并公开' })).toBeVisible();
  await page.goto(`/${township.slug}/items/1`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('柳河镇2024年春耕备耕通知');

  await principal.goto(`/admin/items/${item.id}`);
  await principal.getByRole('link', { name: '撤下' }).click();
  await expectReadable(principal);
  await principal.getByLabel('撤下原因（对外公布）').fill('内容已经过时。');
  await principal.getByRole('button', { name: '撤下' }).click();
  await expect(principal.getByRole('status').filter({ hasText: '已撤下' })).toBeVisible();
  expect((await page.goto(`/${township.slug}/items/1`))?.status()).toBe(410);
});

test('办过起草的人不能审批，页面说明原因', async ({ township, signedInAs }) => {
  const item = await township.anItem({ status: 'in_review', title: '柳河镇公开栏更新安排' });
  const drafter = await signedInAs('drafter');
  await drafter.goto(`/admin/items/${item.id}/review`);
  await expect(drafter.getByText('您的角色不能办理此事项')).toBeVisible();
  await expect(drafter.getByRole('checkbox', { name: '不涉及国家秘密' })).toBeHidden();
  await expectReadable(drafter);
  const leader = await signedInAs('section_leader');
  await leader.goto(`/admin/items/${item.id}/review`);
  await leader.getByLabel('再输入一次登录密码').fill(password);
  await leader.getByRole('button', { name: '通过，送主要领导签发' }).click();
  await expect(leader.getByRole('alert').filter({ hasText: '没有办成' })).toContainText('还有3项没有确认');
  await declare(leader);
  await leader.getByRole('button', { name: '通过，送主要领导签发' }).click();
  await expect(leader.getByRole('status').filter({ hasText: '已通过' })).toBeVisible();
});
