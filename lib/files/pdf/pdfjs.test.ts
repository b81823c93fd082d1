import { expect, test } from 'vitest';
import { aPdf, pagesOf } from '@/lib/files/testing/a-pdf';

const natives = () => [JSON.parse, JSON.stringify, Array.prototype.push, Function.prototype.toString];

test('reading a PDF leaves the process what Node.js has of its own', async () => {
  const before = natives();
  const { getDocument } = await import('@/lib/files/pdf/pdfjs');
  const document = await getDocument({ data: Uint8Array.from(aPdf(pagesOf(['text']))), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  expect(items).toMatchObject([{ str: 'text' }]);
  await document.destroy();
  for (const [n, native] of natives().entries()) expect(native).toBe(before[n]);
});
