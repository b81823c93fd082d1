import { approve, expectSaved, figure, openDesk, signOff, submit } from '@/e2e/support/deeds';
import { expect, expectAccessible, test } from '@/e2e/support/story';

test('新的报告格式只是一个数据文件，照样填写、审批和公开', async ({ signedInAs, aReport, page }) => {
  const report = await aReport({ status: 'draft', year: 2027 });
  const clerk = await signedInAs('drafter');
  await openDesk(clerk, report);
  await expectAccessible(clerk);
  await figure(clerk, '表二（十），数据集，数据量').fill('12.5');
  await figure(clerk, '表三，外国人，本年新收').fill('x');
  await clerk.keyboard.press('Tab');
  await expect(clerk.getByRole('region', { name: '送审' })).toContainText('还有1格看不出是哪个数。');
  await figure(clerk, '表三，外国人，本年新收').press('Escape');
  const quality = clerk.getByRole('textbox', { name: '七、数据质量说明，正文' });
  await quality.click();
  await clerk.keyboard.press('Control+A');
  await clerk.keyboard.insertText('数据来自各站所台账，已逐项核对。');
  await expectSaved(clerk);
  await submit(clerk);
  await approve(await signedInAs('section_leader'));
  await signOff(await signedInAs('principal_leader'));

  await page.goto(`/${report.organisationSlug}/reports/2027`);
  await expect(page.getByRole('heading', { name: '七、数据质量说明' })).toBeVisible();
  await expect(page.getByText('数据来自各站所台账，已逐项核对。')).toBeVisible();
  await expect(page.getByRole('region', { name: '表二（十）' }).getByRole('cell', { name: '12.5' })).toBeVisible();
  await expect(page.getByRole('region', { name: '表三' }).getByRole('columnheader', { name: '外国人' })).toBeVisible();
  await expectAccessible(page);
});
