import type { Page } from '@playwright/test';
import { expectSaved, figure, openDesk } from '@/e2e/support/deeds';
import { expect, expectAccessible, test } from '@/e2e/support/story';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('表格用键盘填写，和电子表格一样', { tag: ['@main', '@desk'] }, async ({ signedInAs, aReport }) => {
  const report = await aReport({ status: 'draft', year: 2024 });
  const desk = await signedInAs('drafter');
  await openDesk(desk, report);
  await expectAccessible(desk);
  const received = (who: string) => figure(desk, `表三，${who}，本年新收`);
  const press = (key: string) => desk.keyboard.press(key);

  // Typing replaces, Enter and the arrows move, the total follows.
  await received('自然人').click();
  await desk.keyboard.type('１２');
  await press('ArrowRight');
  await expect(received('商业企业')).toBeFocused();
  await expect(received('自然人')).toHaveValue('12');
  await desk.keyboard.type('1,234');
  await press('ArrowLeft');
  await expect(received('自然人')).toBeFocused();
  await expect(received('商业企业')).toHaveValue('1234');
  await press('Enter');
  await expect(figure(desk, '表三，自然人，上年结转')).toBeFocused();
  await press('Shift+Enter');
  await expect(received('自然人')).toBeFocused();
  await press('End');
  await expect(received('其他')).toBeFocused();
  await press('Home');
  await expect(received('自然人')).toBeFocused();
  await press('Tab');
  await expect(received('商业企业')).toBeFocused();
  await press('Shift+Tab');
  await press('Control+End');
  await expect(figure(desk, '表三，其他，结转下年度')).toBeFocused();
  await press('Control+Home');
  await expect(received('自然人')).toBeFocused();

  // Esc takes back what was typed, F2 edits, Delete empties, Ctrl+Z and Ctrl+Y undo and redo.
  await desk.keyboard.type('99');
  await press('Escape');
  await expect(received('自然人')).toHaveValue('12');
  await press('F2');
  await desk.keyboard.type('5');
  await press('Enter');
  await expect(received('自然人')).toHaveValue('125');
  await press('ArrowUp');
  await press('Delete');
  await expect(received('自然人')).toHaveValue('');
  await press('Control+Z');
  await expect(received('自然人')).toHaveValue('125');
  await press('Control+Z');
  await expect(received('自然人')).toHaveValue('12');
  await press('Control+Y');
  await expect(received('自然人')).toHaveValue('125');

  // What cannot be read stays, with the reason beside it; the last figure that could be read is still the one kept.
  await desk.keyboard.type('约30');
  await press('Tab');
  await expect(received('自然人')).toHaveValue('约30');
  await expect(received('自然人')).toHaveAccessibleDescription(/看不出是哪个数/);
  await expectAccessible(desk);
  await received('自然人').fill('30');

  await paste(desk, '7\t8\n9\t十');
  await expect(received('商业企业')).toHaveValue('8');
  await expect(figure(desk, '表三，自然人，上年结转')).toHaveValue('9');
  await expect(figure(desk, '表三，商业企业，上年结转')).toHaveValue('十');
  await expect(desk.getByText('填入3格；1格看不出是哪个数')).toBeVisible();
  await figure(desk, '表三，商业企业，上年结转').fill('0');
  await press('Tab');

  await expectSaved(desk);
  await openDesk(desk, report);
  await expect(received('自然人')).toHaveValue('7');
  await expect(figure(desk, '表三，商业企业，上年结转')).toHaveValue('0');
});

test('正文从文字处理软件粘贴，只留文字和标题级别', { tag: '@desk' }, async ({ signedInAs, aReport }) => {
  const report = await aReport({ status: 'draft', year: 2024 });
  const desk = await signedInAs('drafter');
  await openDesk(desk, report);
  const text = desk.getByRole('textbox', { name: '一、总体情况，正文' });
  await text.click();
  await desk.keyboard.press('Control+A');
  await desk.evaluate(async (html) => {
    const data = { 'text/html': new Blob([html], { type: 'text/html' }) };
    await navigator.clipboard.write([new ClipboardItem(data)]);
  }, '<h2 style="color:red">（一）主动公开</h2><p><b>全年公开信息</b><span style="font-size:30px">12条。</span></p>');
  await desk.keyboard.press('Control+V');
  await expect(text.getByRole('heading', { name: '（一）主动公开' })).toBeVisible();
  await expect(text).toContainText('全年公开信息12条。');
  await expectSaved(desk);
  await openDesk(desk, report);
  await expect(text.getByRole('heading', { level: 3 })).toHaveText(['（一）主动公开']);
  await expect(text).toContainText('全年公开信息12条。');
});

async function paste(desk: Page, text: string) {
  await desk.evaluate((words) => navigator.clipboard.writeText(words), text);
  await desk.keyboard.press('Control+V');
}
