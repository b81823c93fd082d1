import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { type ApplicationForm, proofOfForm } from '@/lib/documents/application-form';
import { writeFormDocx } from '@/lib/documents/form-docx';
import { writeFormPdf } from '@/lib/documents/form-pdf';
import { rereadForm } from '@/lib/documents/reading/form';
import { aGuide } from '@/lib/domain/guide/a-guide';
import { getDocument } from '@/lib/files/pdf/pdfjs';
import { type FormSheet, formSheet } from '@/lib/text/guide-form';

const form: ApplicationForm = { guide: aGuide(), publishedOn: '2026-11-26' };
const words = [
  ...['政府信息公开申请表', '姓名', '证件号码', '统一社会信用代码', '□法律服务机构', '申请人签名或者盖章'],
  ...['名称、文号或者便于查询的其他特征性描述', '□纸质　□电子邮件', '□自行领取', '柳河镇人民政府党政办公室'],
  ...['0379-66512345', '邮编471400', '个人信息告知', '查阅、复制、更正'],
];
const bare = (text: string) => text.replace(/\s/g, '');

describe('PDF', () => {
  test('one page holds every word, and no purpose is asked', async () => {
    const document = await getDocument({ data: new Uint8Array(writeFormPdf(form)), verbosity: 0 }).promise;
    expect(document.numPages).toBe(1);
    const { items } = await (await document.getPage(1)).getTextContent();
    const read = bare(items.map((item) => ('str' in item ? item.str : '')).join(''));
    for (const text of words) expect(read).toContain(bare(text));
    expect(read).not.toMatch(/(?<!说明)用途/);
    expect((await document.getMetadata()).info).toMatchObject({
      Title: '政府信息公开申请表',
      Author: '柳河镇人民政府',
    });
  });

  test('is the same bytes twice, and others for another guide', () => {
    expect(writeFormPdf(form)).toEqual(writeFormPdf(form));
    expect(writeFormPdf({ ...form, guide: aGuide({ phone: '0379-66519999' }) })).not.toEqual(writeFormPdf(form));
  });
});

describe('DOCX', () => {
  test('holds every word in a real table', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(await writeFormDocx(form)) });
    const read = bare(html.replace(/<[^>]+>/g, ''));
    for (const text of words) expect(read).toContain(bare(text));
    expect(html).toMatch(/<td rowspan="4"[^>]*><p>公民<\/p>/);
    expect(html).toMatch(/<td rowspan="5"[^>]*><p>法人或者其他组织<\/p>/);
  });

  test('is the same bytes twice', async () => expect(await writeFormDocx(form)).toEqual(await writeFormDocx(form)));
});

test('what no font can show is told before anything becomes public', async () => {
  const unprintable = { ...form, guide: aGuide({ privacy: '收集个人信息\u{1FAE0}。' }) };
  const { files, misprints } = await proofOfForm(unprintable, {});
  expect(misprints).toMatchObject([{ medium: 'pdf', expected: '\u{1FAE0}' }]);
  expect(Object.keys(files)).toEqual(['docx']);
  expect((await proofOfForm(form, {})).misprints).toEqual([]);
});

describe('read back', () => {
  const sheet = formSheet(form.guide);
  const files = async () => ({ pdf: writeFormPdf(form), docx: await writeFormDocx(form) });
  const media = ['pdf', 'docx'] as const;
  const retold = (more: Partial<FormSheet>): FormSheet => ({ ...sheet, ...more });
  const swapped = (from: string, to: string) =>
    retold({ rows: sheet.rows.map((row) => row.map((cell) => ({ ...cell, text: cell.text.replace(from, to) }))) });

  test('what is long goes on over pages, and every word is found', async () => {
    const privacy = Array.from({ length: 90 }, (_, n) => `第${n + 1}条：㙓、𬭛两地的个人信息另行说明，不对外公开。`);
    const long = { ...form, guide: aGuide({ privacy: privacy.join('\n') }) };
    expect((await proofOfForm(long, {})).misprints).toEqual([]);
    const document = await getDocument({ data: new Uint8Array(writeFormPdf(long)), verbosity: 0 }).promise;
    expect(document.numPages).toBeGreaterThan(1);
  });

  test.each([
    ['one character of the title', retold({ title: '政府信息公开申诉表' }), '申请表标题'],
    ['one character of a label', swapped('证件号码', '证件号吗'), '申请表表格，第2行第4列'],
    ['one character of a choice', swapped('科研', '科普'), '申请表表格，第9行第3列'],
    ['one character of the last line', retold({ notes: withLast(sheet, '届满鉴定后依法处理。') }), '个人信息告知'],
    ['a line too many', retold({ notes: withLast(sheet, '') }), '个人信息告知'],
    ['a row too many', retold({ rows: sheet.rows.slice(0, -1) }), '申请表表格'],
  ] as const)('%s that is otherwise is found at its place', async (_, expected, place) => {
    const written = await files();
    for (const medium of media) {
      const [first] = await rereadForm(medium, written[medium], expected);
      expect([medium, first?.place]).toEqual([medium, place]);
    }
  });

  test('one digit of the telephone is found in both files', async () => {
    const other = { ...form, guide: aGuide({ phone: '0379-66512346' }) };
    for (const [medium, file] of [
      ['pdf', writeFormPdf(other)],
      ['docx', await writeFormDocx(other)],
    ] as const)
      expect(await rereadForm(medium, file, sheet)).toMatchObject([
        { medium, place: '提交到哪里', found: expect.stringContaining('66512346') },
      ]);
  });

  test('a file that is none is told as such', async () => {
    for (const medium of media)
      expect(await rereadForm(medium, Buffer.from('x'), sheet)).toMatchObject([{ place: '整个文件' }]);
  });
});

function withLast({ notes }: FormSheet, text: string): FormSheet['notes'] {
  return notes.map((note, at) =>
    at < notes.length - 1 ? note : { ...note, lines: [...note.lines.slice(0, -1), ...(text ? [text] : [])] },
  );
}
