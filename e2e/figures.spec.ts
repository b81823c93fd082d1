import type { Page } from '@playwright/test';
import { expectSaved, figure, openDesk, submit } from '@/e2e/support/deeds';
import { expect, expectAccessible, test } from '@/e2e/support/story';
import { article26 } from '@/lib/domain/catalogue/publishing-period';
import { aRequest, received } from '@/lib/domain/requests/a-request';
import { createNode } from '@/lib/server/catalogue/catalogue';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { aBareRequest, entering } from '@/lib/server/testing/a-bare-request';
import type { Township } from '@/lib/server/testing/a-township';

const year = Number(today().slice(0, 4));

test('信息和台账怎么变，报告里的数就怎么变，改填要写理由', async ({ signedInAs, township, aReport }) => {
  test.slow();
  const publish = await aClassOfItems(township);
  await publish('危房改造对象审定结果公示');
  const report = await aReport({ status: 'draft', year });
  const clerk = await signedInAs('drafter');
  await enter(clerk, '38', '许可台账第3册');

  await openDesk(clerk, report);
  const licences = figure(clerk, '表二（五），行政许可，本年处理决定数量');
  await expect(licences).toHaveValue('38');
  await expect(licences).not.toBeEditable();
  await quote(clerk, '全年公开重点任务信息', '“重点任务公开”类信息条数', '条。');
  await expectSaved(clerk);
  await expectAccessible(clerk);

  await publish('惠民资金发放情况公示');
  await enter(clerk, '2', '许可台账第4册');
  await openDesk(clerk, report);
  const moved = clerk.getByRole('region', { name: '登记簿的变动' });
  await expect(moved).toContainText('“重点任务公开”类信息条数，由1变为2');
  await expect(moved).toContainText('由38变为40');
  await expect(clerk.getByRole('button', { name: '引用的数：2' })).toBeVisible();
  await expect(licences).toHaveValue('40');

  await typeOver(clerk, '41', '县局委托办理1件，由县局登记');
  await expectSaved(clerk);
  await submit(clerk);

  const leader = await signedInAs('section_leader');
  await leader.goto(`/admin/reports/${report.id}/review`);
  const departures = leader.getByRole('region', { name: '没有按登记簿填的（1格）' });
  await expect(departures).toContainText('填41，登记簿是40。理由：县局委托办理1件，由县局登记');
  await expect(leader.getByText('全年公开重点任务信息2条。').first()).toBeVisible();
  await expectAccessible(leader);
});

test('登记的申请怎么变，表三就怎么变，点开一格看是哪几件，改填要写理由', async ({ signedInAs, township, aReport }) => {
  test.slow();
  const { drafter } = township.people;
  const arrived = `${year}-01-05` as const;
  const open = await aBareRequest(drafter, arrived);
  await entering(open, received(arrived), drafter);
  const answered = await aBareRequest(drafter, arrived);
  await entering(answered, received(arrived, [arrived, 'replied', { row: 'granted' }]), drafter);
  const report = await aReport({ status: 'draft', year });

  const clerk = await signedInAs('drafter');
  await openDesk(clerk, report);
  const received3 = figure(clerk, '表三，自然人，本年新收');
  await expect(received3).toHaveValue('2');
  await expect(received3).not.toBeEditable();
  await expect(figure(clerk, '表三，自然人，予以公开')).toHaveValue('1');
  await expect(figure(clerk, '表三，自然人，结转下年度')).toHaveValue('1');
  await clerk.getByRole('link', { name: '2，查看表三，总计，本年新收的记录' }).click();
  await expect(clerk.getByText('下面是这一格计入的申请，共2件。')).toBeVisible();
  await expectAccessible(clerk);

  await entering(open, aRequest([arrived, 'replied', { id: 'second', row: 'denied_process_info' }]), drafter);
  await openDesk(clerk, report);
  await expect(figure(clerk, '表三，自然人，结转下年度')).toHaveValue('0');
  await expect(clerk.getByRole('region', { name: '登记簿的变动' })).toContainText('结转下年度继续办理（件），由1变为0');
  const reason = '口头申请1件，当场答复，没有登记';
  await typeOverRequests(clerk, '表三，自然人，本年新收', '3', reason);
  await typeOverRequests(clerk, '表三，自然人，予以公开', '2', reason);
  await expectSaved(clerk);
  await submit(clerk);

  const leader = await signedInAs('section_leader');
  await leader.goto(`/admin/reports/${report.id}/review`);
  const departures = leader.getByRole('region', { name: '没有按登记簿填的（2格）' });
  await expect(departures).toContainText(`表三，自然人，本年新收：填3，登记簿是2。理由：${reason}`);
  await expectAccessible(leader);
});

/** Types over one of the cells that the register of requests counts. */
async function typeOverRequests(clerk: Page, cell: string, value: string, reason: string) {
  const cells = clerk.locator('#s3').getByRole('group').filter({ hasText: '由登记簿计数的' });
  const line = cells.getByRole('listitem').filter({ hasText: `${cell}：` });
  if (!(await line.isVisible())) await cells.getByText(/^由登记簿计数的\d+格$/).click();
  await line.getByRole('button', { name: '改填' }).click();
  await line.getByLabel(`${cell}改填为`).fill(value);
  await line.getByLabel('为什么不按登记簿填').fill(reason);
  await line.getByRole('button', { name: '改填', exact: true }).click();
  await expect(line).toContainText(`改填为${value}`);
}

async function aClassOfItems({ id: organisationId, people, anItem }: Township) {
  const { id: fieldId } = await db.field.findFirstOrThrow({ where: { organisationId } });
  const node = {
    code: 'key-tasks',
    label: '重点任务公开',
    basis: '',
    period: article26,
    ways: ['website' as const],
    fieldId,
  };
  await createNode(node, people.administrator);
  const { id: classId } = await db.catalogueNode.findFirstOrThrow({ where: { organisationId, code: 'key-tasks' } });
  return (title: string) => anItem({ status: 'published', title, draft: { classId } });
}

async function enter(clerk: Page, count: string, source: string) {
  await clerk.goto(`/admin/ledger?kind=licensing&year=${year}`);
  await clerk.getByLabel('处理决定数量（件）').fill(count);
  await clerk.getByLabel('来源').fill(source);
  await clerk.getByRole('button', { name: '登记', exact: true }).click();
  await expect(clerk.getByRole('status').filter({ hasText: '已登记' })).toBeVisible();
}

/** Puts a live number at the end of the first section. */
async function quote(clerk: Page, before: string, source: string, after: string) {
  await clerk.getByRole('textbox', { name: '一、总体情况，正文' }).click();
  await clerk.keyboard.press('Control+End');
  await clerk.keyboard.insertText(before);
  await clerk.locator('#s1').getByRole('button', { name: '引用数字' }).click();
  await clerk.getByLabel('找数字（可以选几个相加）').fill('重点任务');
  await clerk.getByRole('checkbox', { name: `${source}：1` }).check();
  await clerk.getByRole('button', { name: '引用1', exact: true }).click();
  await clerk.keyboard.insertText(after);
}

async function typeOver(clerk: Page, value: string, reason: string) {
  const cells = clerk.getByRole('group').filter({ hasText: '由登记簿计数的1格' });
  await cells.getByText('由登记簿计数的1格').click();
  await cells.getByRole('button', { name: '改填' }).click();
  await cells.getByLabel('表二（五），行政许可，本年处理决定数量改填为').fill(value);
  await cells.getByRole('button', { name: '改填', exact: true }).click();
  await expect(cells.getByText('没有填写。')).toBeVisible();
  await cells.getByLabel('为什么不按登记簿填').fill(reason);
  await cells.getByRole('button', { name: '改填', exact: true }).click();
  await expect(cells).toContainText(`改填为${value}，登记簿是40。理由：${reason}`);
}
