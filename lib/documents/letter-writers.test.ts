import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeLetterDocx } from '@/lib/documents/letter-docx';
import { letterContentOf } from '@/lib/documents/letter-paper';
import { writeLetterPdf } from '@/lib/documents/letter-pdf';
import { proofOfLetter } from '@/lib/documents/letter-proof';
import { rereadLetter } from '@/lib/documents/reading/letter';
import type { LetterContent } from '@/lib/domain/requests/letter-content';
import { type LetterKind, letterKinds } from '@/lib/domain/requests/letters';
import { aLetter } from '@/lib/domain/requests/some-letters';
import { getDocument } from '@/lib/files/pdf/pdfjs';
import { letterStatements } from '@/lib/text/compose-letter';

const manner = { opening: '', explanation: '', closing: '', enclosures: '' };
const composed = (kind: LetterKind, more: object = {}, own: Partial<typeof manner> = {}): LetterContent =>
  letterContentOf(aLetter(kind, more), {
    organisation: { name: '德亭镇人民政府', shortName: '德亭镇' },
    office: {
      ...{ name: '德亭镇人民政府', officeName: '德亭镇党建办公室', address: '德亭镇德亭街1号', phone: '0379-00000000' },
      ...{ reconsiderationOrgan: '嵩县人民政府', court: '' },
    },
    ...{ request: { year: 2024, number: 3 }, number: '德政公开告〔2024〕3号', manner: { ...manner, ...own } },
  });

test.each(letterKinds)('%s: both files say what is signed, and nothing else', async (kind) => {
  expect(await proofOfLetter(composed(kind), {})).toEqual([]);
});

test('a letter of several pages, with rare characters and enclosures, is read back', async () => {
  const reason = Array.from(
    { length: 60 },
    (_, n) => `第${n}条：公开后可能影响正在进行的磋商，㙓、𬭛两地另行说明。`,
  ).join('');
  const long = composed('process_info', { reason: `${reason}\n另有说明。` }, { enclosures: '一览表\n说明' });
  expect(await proofOfLetter(long, {})).toEqual([]);
  expect(long.enclosures).toEqual(['一览表', '说明']);
});

describe('the reader finds', () => {
  const content = composed('partially_granted');
  const statements = letterStatements(content);
  const changed = (more: Partial<LetterContent>) => ({ ...content, ...more });

  test.each([
    ['another number', changed({ number: '德政公开告〔2024〕8号' }), '文号'],
    ['another name', changed({ addressee: '王某' }), '主送'],
    ['a paragraph that is left out', changed({ paragraphs: content.paragraphs.slice(1) }), '正文第1段'],
    ['a day', changed({ day: '2024-03-22' }), '成文日期'],
    ['a line too many', changed({ enclosures: ['甲', '乙'] }), '附件说明'],
  ] as const)('%s', async (_, printed, place) => {
    expect((await rereadLetter('pdf', writeLetterPdf(printed), statements))[0]?.place).toBe(place);
    expect((await rereadLetter('docx', await writeLetterDocx(printed), statements))[0]?.place).toBe(place);
  });
});

describe('the files', () => {
  test('are the same bytes twice, and dated by the letter', async () => {
    const content = composed('granted');
    expect(writeLetterPdf(content)).toEqual(writeLetterPdf(content));
    expect(await writeLetterDocx(content)).toEqual(await writeLetterDocx(content));
    const docx = unzipSync(await writeLetterDocx(content));
    expect(strFromU8(docx['docProps/core.xml'] ?? new Uint8Array())).toContain('2024-03-21T00:00:00Z');
  });

  test('stand on A4, the organ mark in red above the number, the number above the title', async () => {
    const document = await getDocument({ data: new Uint8Array(writeLetterPdf(composed('granted'))), verbosity: 0 })
      .promise;
    const page = await document.getPage(1);
    expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842]);
    const { items } = await page.getTextContent();
    const heightOf = (text: string) =>
      items.flatMap((item) => ('str' in item && item.str.includes(text) ? Number(item.transform[5]) : []))[0] ?? 0;
    const [mark, number, title] = ['德亭镇人民政府', '〔2024〕', '告知书'].map(heightOf);
    // 37 + 35 mm from the top edge, and then the height of the mark.
    expect(mark).toBeLessThan(842 - 72 * 2.8346);
    expect(mark).toBeGreaterThan(842 - 72 * 2.8346 - 45);
    expect(number).toBeLessThan(mark ?? 0);
    expect(title).toBeLessThan(number ?? 0);
  });

  test('bear a mark across the page while nobody has signed', async () => {
    const texts = async (file: Uint8Array) => {
      const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
      const { items } = await (await document.getPage(1)).getTextContent();
      return items.flatMap((item) => ('str' in item ? item.str.split(/\s+/) : [])).join('');
    };
    expect(await texts(writeLetterPdf(composed('granted'), {}, false))).toContain('送审稿');
    expect(await texts(writeLetterPdf(composed('granted')))).not.toContain('送审稿');
  });
});
