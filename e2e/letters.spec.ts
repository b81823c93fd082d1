import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectReadable, test } from '@/e2e/support/story';
import { addDays } from '@/lib/domain/calendar/day';
import { received } from '@/lib/domain/requests/a-request';
import { letterDraft } from '@/lib/domain/requests/letter-draft';
import { today } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { aRequestWith, bringLetter, saveLetterOps, withLetterhead } from '@/lib/server/testing/a-letter';
import type { Township } from '@/lib/server/testing/a-township';
import { password } from '@/lib/server/testing/an-organisation';
import { dayInProse } from '@/lib/text/days';

const arrived = () => addDays(today(), -7);

/** A request that came in a week ago, in an office whose letters can be contested. */
async function aRequest({ people }: Township) {
  await withLetterhead(people.drafter);
  return aRequestWith(received(arrived()), people.drafter, arrived());
}

async function chooseLetter(clerk: Page, requestId: string, use: RegExp) {
  await clerk.goto(`/admin/letters/new?request=${requestId}`);
  await clerk.getByRole('radio', { name: use }).check();
  await clerk.getByRole('button', { name: '开始拟写' }).click();
  await expect(clerk.getByRole('heading', { name: '要写明的事实' })).toBeVisible();
}

const bar = (clerk: Page) => clerk.getByRole('region', { name: '文书状态和操作' });
const expectSaved = (clerk: Page) => expect(bar(clerk).getByRole('status')).toHaveText(/\d已保存$/);
const submitButton = (clerk: Page) =>
  clerk.getByRole('region', { name: '送审' }).getByRole('button', { name: '送审', exact: true });

const letterOf = (requestId: string) => db.requestLetter.findFirstOrThrow({ where: { requestId } });

test('部分公开的答复从拟写办到送达：表三计数、文号、PDF和DOCX @desk @main', async ({ township, signedInAs }) => {
  const request = await aRequest(township);
  const clerk = await signedInAs('drafter');
  await clerk.goto(`/admin/letters/new?request=${request.id}`);
  await expectReadable(clerk);
  await chooseLetter(clerk, request.id, /一部分不能公开/);

  // What the request tells is there already, and what cannot be typed is shown.
  await expect(clerk.getByLabel('主送（收件人）')).toHaveValue('某某');
  await expect(clerk.getByText(dayInProse(arrived()))).toBeVisible();
  await expect(submitButton(clerk)).toHaveAttribute('aria-disabled', 'true');
  await clerk.getByLabel('所公开的信息').fill('2020年预算');
  await clerk.getByLabel('怎样提供').selectOption('随文书附送');
  await clerk.getByLabel('提供的形式').selectOption('纸质');
  await clerk.getByLabel('不予公开的依据').first().selectOption('内部事务信息（第十六条第一款）');
  const part = clerk.getByRole('group', { name: '不予公开的部分之1' });
  await part.getByLabel('哪一部分').fill('会议签到表');
  await part.getByLabel('属于哪一类').selectOption('内部工作流程');
  await part.getByLabel('理由').fill('不影响公众权利义务');
  const sheet = clerk.getByRole('article', { name: '文书全文' });
  await expect(sheet).toContainText('“会议签到表”。该信息属于内部工作流程方面的内部事务信息');
  await expect(sheet).toContainText('先自收到本告知书之日起60日内向嵩县人民政府申请行政复议');
  await expectSaved(clerk);
  await expectReadable(clerk);
  await clerk.getByLabel('可以公开', { exact: true }).check();
  await submitButton(clerk).click();
  await expect(clerk.getByText('已送审')).toBeVisible();

  const { documentId, number } = await letterOf(request.id);
  expect(number).toBe(`德政公开告〔${today().slice(0, 4)}〕1号`);
  await approveAndSign(signedInAs, documentId);

  await clerk.goto(`/admin/letters/${documentId}`);
  await expect(clerk.getByText(`${dayInProse(today())}签发。签发的文书不再修改。`)).toBeVisible();
  for (const [name, start] of [
    ['下载PDF', '%PDF'],
    ['下载DOCX', 'PK'],
  ] as const) {
    const download = clerk.waitForEvent('download');
    await clerk.getByRole('link', { name }).click();
    expect((await readFile(await (await download).path())).toString('latin1')).toMatch(new RegExp(`^${start}`));
  }
  await clerk.getByLabel('送达方式').selectOption({ value: 'post' });
  await clerk.getByLabel('送达凭证').fill('挂号信XA123');
  await clerk.getByRole('button', { name: '登记送达' }).click();
  await expect(clerk.getByText('已登记送达')).toBeVisible();
  await expectReadable(clerk);
  expect(await db.disclosureRequest.findUniqueOrThrow({ where: { id: request.id } })).toMatchObject({
    ...{ stage: 'closed', resultRow: 'partially_granted' },
  });
});

test('自相矛盾的答复不能送审：没有理由的不予公开，没有检索的不存在 @desk', async ({ township, signedInAs }) => {
  const request = await aRequest(township);
  const clerk = await signedInAs('drafter');
  await chooseLetter(clerk, request.id, /法律、行政法规禁止公开/);
  const stop = clerk.getByRole('alert').filter({ hasText: '必须改正' });
  await expect(stop).toContainText('法律、行政法规的名称和条款没有填写');
  await expect(stop).toContainText('理由没有填写');
  await expect(submitButton(clerk)).toHaveAttribute('aria-disabled', 'true');

  await chooseLetter(clerk, request.id, /检索过，没有找到/);
  await expect(stop).toContainText('检索了哪些地方没有填写');
  await clerk.getByLabel('检索日期').fill(addDays(arrived(), -30));
  await clerk.getByLabel('由谁检索').fill('党政办公室');
  await clerk.getByLabel('检索了哪些地方').fill('档案室');
  await clerk.getByRole('textbox', { name: '怎样检索' }).fill('以“预算”为关键词');
  await expect(stop).toContainText('检索应当在收到申请以后、答复以前进行。请核对检索日期（条例第三十六条第（四）项）');
  await clerk.getByLabel('检索日期').fill(today());
  await expect(clerk.getByText('事实齐全，没有矛盾，可以送审')).toBeVisible();
});

test('边写边存：断网写的留在本机，刷新不丢，别人同时改了的一处由人选择 @desk', async ({ township, signedInAs }) => {
  const request = await aRequest(township);
  const clerk = await signedInAs('drafter');
  await chooseLetter(clerk, request.id, /检索过，没有找到/);
  await clerk.getByLabel('由谁检索').fill('党政办公室');
  await expectSaved(clerk);
  const { documentId } = await letterOf(request.id);
  const factsOf = async () =>
    letterDraft.parse((await db.document.findUniqueOrThrow({ where: { id: documentId } })).draft).facts;
  expect((await factsOf())['search.by']).toBe('党政办公室');

  // Without a network it stays on this computer, over a reload too.
  await clerk.route('**/api/letters/**', (route) => route.abort());
  await clerk.getByLabel('检索了哪些地方').fill('档案室\n财政所');
  await expect(bar(clerk).getByRole('status')).toContainText('网络断开，没有保存到服务器。已存在本机');
  await clerk.reload();
  await expect(clerk.getByLabel('检索了哪些地方')).toHaveValue('档案室\n财政所');
  expect(await factsOf()).not.toHaveProperty('search.places');
  await clerk.unroute('**/api/letters/**');
  await expectSaved(clerk);
  expect((await factsOf())['search.places']).toBe('档案室\n财政所');

  // What cannot be kept is said at its place and stays as it was typed.
  await clerk.getByText('措辞和附件（可以不填）').click();
  await clerk.getByLabel('结尾').fill('感谢{name}。');
  await expect(clerk.getByText('结尾里有大括号')).toBeVisible();
  await clerk.reload();
  await clerk.getByText('措辞和附件（可以不填）').click();
  await expect(clerk.getByLabel('结尾')).toHaveValue('感谢{name}。');
  await clerk.getByLabel('结尾').fill('');

  // A colleague writes the same fact meanwhile.
  await clerk.route('**/api/letters/**', (route) => route.abort());
  await clerk.getByLabel('由谁检索').fill('综合办');
  await saveLetterOps(
    documentId,
    [{ kind: 'fact', name: 'search.by', from: '党政办公室', to: '档案室' }],
    township.people.drafter,
  );
  await clerk.unroute('**/api/letters/**');
  const clash = clerk.getByRole('alert').filter({ hasText: '对方填的' });
  await expect(clash).toContainText('综合办');
  await expect(clash).toContainText('档案室');
  await clash.getByRole('button', { name: '用我填的' }).click();
  await expectSaved(clerk);
  expect((await factsOf())['search.by']).toBe('综合办');
});

test('写到一半换成另一种文书，写了的还在 @desk', async ({ township, signedInAs }) => {
  const request = await aRequest(township);
  const clerk = await signedInAs('drafter');
  await chooseLetter(clerk, request.id, /全部可以公开/);
  await clerk.getByLabel('申请公开什么').fill('2020年决算');
  await clerk.getByText('换成另一种文书').click();
  await clerk.getByRole('radio', { name: /没有现成信息/ }).check();
  await clerk.getByRole('button', { name: '换成这一种' }).click();
  await expect(clerk.getByRole('heading', { level: 1 })).toContainText('无法提供');
  await expect(clerk.getByLabel('申请公开什么')).toHaveValue('2020年决算');
});

test('退回的文书逐条答复再送审，领导在手机上签发', async ({ township, signedInAs }) => {
  const { people } = township;
  const request = await aRequest(township);
  const { id } = await bringLetter(
    { requestId: request.id, kind: 'publication', status: 'in_review', facts: { receivedOn: arrived(), on: today() } },
    people,
  );
  const leader = await signedInAs('section_leader');
  await leader.goto(`/admin/letters/${id}/review`);
  await leader.getByText('提意见：正文第2段').click();
  await leader.getByLabel('对正文第2段的意见').fill('写明到哪里借阅。');
  await leader.getByRole('button', { name: '退回修改' }).click();
  await expect(leader).toHaveURL(/\/admin\?done=/);

  const clerk = await signedInAs('drafter');
  await clerk.goto(`/admin/letters/${id}`);
  await expect(clerk.getByText('写明到哪里借阅。')).toBeVisible();
  await expectReadable(clerk);
  const remarks = clerk.getByRole('listitem').filter({ hasText: '写明到哪里借阅。' });
  await remarks.getByText('答复', { exact: true }).click();
  await clerk.getByLabel('对第1条的答复').fill('已经写明。');
  await clerk.getByRole('button', { name: '记下答复' }).click();
  await expect(clerk.getByText('答复：已经写明。')).toBeVisible();
  await submitButton(clerk).click();
  await expect(clerk.getByText('已送审')).toBeVisible();
  await approveAndSign(signedInAs, id);
  expect(await db.requestLetter.findUniqueOrThrow({ where: { documentId: id } })).toMatchObject({ eventKey: id });
});

test('管理员改措辞，只能改法律留出的部分，以后的文书照用', async ({ township, signedInAs }) => {
  const request = await aRequest(township);
  const administrator = await signedInAs('administrator');
  await administrator.goto('/admin');
  await administrator.getByRole('main').getByRole('link', { name: '文书措辞' }).click();
  await expectReadable(administrator);
  await administrator.getByRole('link', { name: '全部可以公开。' }).click();
  await administrator.getByLabel('结尾').fill('感谢{name}的关注。');
  await administrator.getByRole('button', { name: '保存措辞' }).click();
  await expect(administrator.getByText('没有保存')).toBeVisible();
  await administrator.getByLabel('结尾').fill('感谢您对本机关工作的关注。');
  await administrator.getByRole('button', { name: '保存措辞' }).click();
  await expect(administrator.getByText('已保存')).toBeVisible();

  const clerk = await signedInAs('drafter');
  await chooseLetter(clerk, request.id, /全部可以公开/);
  await clerk.getByLabel('怎样提供').selectOption('随文书附送');
  await clerk.getByLabel('提供的形式').selectOption('电子');
  const sheet = clerk.getByRole('article', { name: '文书全文' });
  await expect(sheet).toContainText('感谢您对本机关工作的关注。');
  await expect(sheet).toContainText('申请行政复议');
});

async function approveAndSign(signedInAs: (role: 'section_leader' | 'principal_leader') => Promise<Page>, id: string) {
  for (const [role, page, button] of [
    ['section_leader', 'review', '通过，送主要领导签发'],
    ['principal_leader', 'sign-off', '签发'],
  ] as const) {
    const leader = await signedInAs(role);
    await leader.goto(`/admin/letters/${id}/${page}`);
    await expectReadable(leader);
    const again = leader.getByLabel('再输入一次登录密码');
    if (await again.isVisible()) await again.fill(password);
    await leader.getByRole('button', { name: button, exact: true }).click();
    await expect(leader).toHaveURL(/\/admin\?done=/);
  }
}
