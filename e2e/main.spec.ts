import { createHash } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { approve, expectDesk, expectSaved, figure, openDesk, signOff, submit } from '@/e2e/support/deeds';
import { expect, expectAccessible, test } from '@/e2e/support/story';
import { elementId, label } from '@/lib/domain/report/addresses';
import { type Cell, cellsOf, valueAt } from '@/lib/domain/report/cells';
import { type Block, type Report, report as reportSchema } from '@/lib/domain/report/content';
import source from '@/lib/domain/report/fixtures/deting-2020.json' with { type: 'json' };
import { formatFor } from '@/lib/domain/report/formats';
import { password } from '@/lib/server/testing/an-organisation';

const report: Report = reportSchema.parse(source);
const found = formatFor(2020);
if (!found) throw new Error('no format for 2020');
const format = found;

// What the rules find in the real report, by a piece of what they say, and why it may stay.
const reasons = [
  ['本年新公开数量', '正文是各类信息的条数，表二只填规章和规范性文件。'],
  ['没有找到工作考核', '2020年没有开展单独的考核和评议。'],
  ['行政复议以及提起行政诉讼情况', '沿用县里下发的导言范本。'],
  ['主要问题和整改情况', '沿用县里下发的导言范本。'],
  ['导言没有写联系方式', '联系方式在镇政府公开栏公布。'],
  ['乡政府信息公开栏', '指原乡政府所在地的公开栏。'],
  ['本报所列', '原文如此，不影响理解。'],
] as const;

test.use({ shortName: '德亭镇' });

test('真实的2020年报告从空白写起，经审批、签发，到公众逐格逐段读到', { tag: ['@main', '@desk'] }, async ({
  browser,
  township,
  request,
}) => {
  test.setTimeout(480_000);
  const clerk = await signIn(browser, township.people.drafter.signInName, { width: 1440, height: 900 });
  await createReport(clerk);
  await typeReport(clerk);
  await explainWarnings(clerk);
  await expectAccessible(clerk);
  await submit(clerk);

  const phone = { width: 390, height: 844 };
  await approve(await signIn(browser, township.people.section_leader.signInName, phone));
  const principal = await signIn(browser, township.people.principal_leader.signInName, phone);
  await signOff(principal);
  await expectAccessible(principal);

  const address = `/${township.slug}/reports/2020`;
  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await citizen.goto(address);
  await expectWhole(citizen);
  const file = await request.get(`${address}/1/report.json`);
  const hash = createHash('sha256').update(await file.body());
  const printed = citizen.getByRole('row', { name: '内容校验码' });
  expect((await printed.textContent())?.replaceAll(' ', '')).toContain(hash.digest('hex'));
  expect(withoutIds(reportSchema.parse(await file.json()))).toEqual(withoutIds(report));

  await principal.goto(address);
  await expectAccessible(principal);
});

async function signIn(browser: Browser, signInName: string, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto('/admin');
  await expectAccessible(page);
  await page.getByLabel('账号').fill(signInName);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { name: '待办' })).toBeVisible();
  await expectAccessible(page);
  return page;
}

async function createReport(clerk: Page) {
  await clerk.goto('/admin/reports');
  await expectAccessible(clerk);
  await clerk.getByRole('combobox', { name: '年度' }).selectOption('2020年');
  await clerk.getByRole('button', { name: '建立' }).click();
  await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('2020年政府信息公开工作年度报告');
  await expectDesk(clerk);
  await expectAccessible(clerk);
}

async function typeReport(clerk: Page) {
  await typeProse(clerk, '导言', report.preamble ?? []);
  for (const { id, heading, kind } of format.sections) {
    if (kind === 'narrative') await typeProse(clerk, heading, report.text?.[id] ?? []);
  }
  await typeFigures(clerk);
  await expectSaved(clerk);
  await openDesk(clerk, { id: clerk.url().split('/').at(-1) ?? '' });
  await expect(figure(clerk, '表二（九），政府集中采购，采购总金额')).toHaveValue('0.5344');
}

/** A heading by its key, words as an input method commits them, a phrase at a time. */
async function typeProse(clerk: Page, heading: string, blocks: readonly Block[]) {
  await clerk.getByRole('textbox', { name: `${heading}，正文` }).click();
  for (const [index, { kind, text }] of blocks.entries()) {
    if (index > 0) await clerk.keyboard.press('Enter');
    if (kind !== 'paragraph') await clerk.keyboard.press(kind === 'heading2' ? 'Control+Alt+2' : 'Control+Alt+3');
    for (const phrase of text.split(/(?<=[，。；、：])/)) await clerk.keyboard.insertText(phrase);
  }
}

/** The second part with Tab, a row of the third with arrows and a block of it pasted; what is left is zero. */
async function typeFigures(clerk: Page) {
  const typed = cellsOf(format).filter(({ computed }) => !computed);
  const [first, ...small] = typed.filter(({ table }) => table.section === 's2');
  await typeInto(clerk, first, '');
  for (const cell of small) await typeInto(clerk, cell, 'Tab');

  const requests = typed.filter(({ table }) => table.id === 't3');
  const [start, ...received] = requests.filter(({ row }) => row.id === 'new_received');
  await typeInto(clerk, start, '');
  for (const cell of received) await typeInto(clerk, cell, 'ArrowRight');
  await clerk.keyboard.press('Home');
  await clerk.keyboard.press('Enter');

  const lines = ['carried_over', 'granted'].map((id) => requests.filter(({ row }) => row.id === id));
  const sheet = lines.map((line) => line.map(printed).join('\t')).join('\n');
  await clerk.evaluate((text) => navigator.clipboard.writeText(text), sheet);
  await clerk.keyboard.press('Control+V');
  for (const cell of lines.flat()) await expect(figure(clerk, label(format, cell.address))).toHaveValue(printed(cell));

  await clerk.getByRole('button', { name: '所有空格填0' }).click();
  await clerk.getByRole('button', { name: '确认填0' }).click();
  await expect(clerk.getByRole('button', { name: '所有空格填0' })).toBeHidden();
}

/** The key must lead to this very cell; typing then replaces what it holds. */
async function typeInto(clerk: Page, cell: Cell | undefined, key: string) {
  if (!cell) throw new Error('the format has no such cell');
  const box = figure(clerk, label(format, cell.address));
  if (key === '') await box.click();
  else await clerk.keyboard.press(key);
  await expect(box).toBeFocused();
  await clerk.keyboard.type(printed(cell));
}

const printed = ({ address }: Cell) => String(valueAt(report.tables, address));

async function explainWarnings(clerk: Page) {
  const checks = clerk.getByRole('complementary', { name: '检查结果' });
  await expect(checks.getByRole('button', { name: '必须改正 0' })).toBeVisible();
  await checks.getByRole('button', { name: `请核实 ${reasons.length}` }).click();
  for (const [piece, reason] of reasons) {
    const finding = checks.getByRole('listitem').filter({ hasText: piece });
    await finding.getByRole('button', { name: '说明原因' }).click();
    await finding.getByLabel('原因').fill(reason);
    await finding.getByRole('button', { name: '记下' }).click();
  }
  await expect(checks.getByRole('button', { name: `已说明 ${reasons.length}` })).toBeVisible();
  await expectSaved(clerk);
}

/** Title, every paragraph in its place and every figure at its address, as in the source. */
async function expectWhole(citizen: Page) {
  await expect(citizen.getByRole('heading', { level: 1 })).toHaveText(report.title ?? '');
  for (const [section, blocks] of Object.entries({ preamble: report.preamble ?? [], ...report.text })) {
    const shown = citizen.locator(`[id^="${section}-"]`);
    await expect(shown).toHaveText(blocks.map(({ text }) => text));
  }
  const figures = await citizen
    .getByRole('cell')
    .evaluateAll((cells) => cells.map(({ id, textContent }) => [id, textContent ?? ''] as const));
  const shown = new Map(figures.map(([id, text]) => [id, text]));
  for (const { address } of cellsOf(format)) {
    expect([address, shown.get(elementId(format, address) ?? '')]).toEqual([
      address,
      String(valueAt(report.tables, address)),
    ]);
  }
}

// A paragraph typed anew has a name of its own.
function withoutIds({ preamble = [], text = {}, ...rest }: Report) {
  const words = (blocks: readonly Block[]) => blocks.map(({ kind, text: said }) => ({ kind, said }));
  const sections = Object.entries(text).map(([id, blocks]) => [id, words(blocks)]);
  return { ...rest, preamble: words(preamble), text: Object.fromEntries(sections) };
}
