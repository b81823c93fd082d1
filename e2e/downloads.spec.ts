import { expect, test } from '@/e2e/support/story';
import { verifyPublic } from '@/lib/server/verify-public';

test('公众下载报告的每种格式，文件名照机关的习惯，内容与签发的一致', async ({ page, aReport, baseURL, request }) => {
  const report = await aReport({ status: 'published', year: 2023 });
  await page.goto(`/${report.organisationSlug}/reports/2023`);
  const files = page.getByRole('region', { name: '下载' });
  await expect(files.getByRole('listitem')).toHaveText([
    /^PDF\d+ KB，适合阅读和打印$/,
    /^Word\d+ KB/,
    /XLSX/,
    /CSV/,
    /JSON/,
  ]);

  const arriving = page.waitForEvent('download');
  await files.getByRole('link', { name: 'Word' }).click();
  expect((await arriving).suggestedFilename()).toBe(`${report.title}.docx`);

  const pdf = await request.get((await files.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '');
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect(pdf.headers()['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(report.title)}.pdf`);

  // Every page and file, as a citizen gets them from this website, against what was signed.
  const get = async (address: string) => {
    const answer = await fetch(`${baseURL}${address}`);
    return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
  };
  for await (const edition of verifyPublic(report.organisationSlug, get, true)) {
    expect(edition).toMatchObject({ number: 1, withdrawn: false, answers: 9, faults: [] });
  }
});
