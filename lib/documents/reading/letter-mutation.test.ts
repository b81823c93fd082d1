import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test, vi } from 'vitest';
import { writeLetterDocx } from '@/lib/documents/letter-docx';
import { letterContentOf } from '@/lib/documents/letter-paper';
import { writeLetterPdf } from '@/lib/documents/letter-pdf';
import { rereadLetter } from '@/lib/documents/reading/letter';
import type { LetterContent } from '@/lib/domain/requests/letter-content';
import { aLetter } from '@/lib/domain/requests/some-letters';
import { letterStatements } from '@/lib/text/compose-letter';

// One digit of one file of a letter is changed, anywhere, and the reading must find it: a thousand times in all.
vi.setConfig({ testTimeout: 240_000 });

const office = {
  ...{ name: '德亭镇人民政府', officeName: '德亭镇党建办公室', address: '德亭镇德亭街1号', phone: '0379-66350001' },
  ...{ reconsiderationOrgan: '嵩县人民政府', court: '' },
};
const letters = (['partially_granted', 'process_info', 'fee_notice', 'extension_notice'] as const).map((kind) =>
  letterContentOf(aLetter(kind), {
    ...{ organisation: { name: '德亭镇人民政府', shortName: '德亭镇' }, office },
    ...{ request: { year: 2024, number: 3 }, number: '德政公开告〔2024〕3号' },
    manner: { opening: '', explanation: '', closing: '', enclosures: '2020年明细表\n说明2' },
  }),
);

let files: { statements: ReturnType<typeof letterStatements>; docx: Uint8Array }[];
beforeAll(async () => {
  files = await Promise.all(
    letters.map(async (letter) => ({ statements: letterStatements(letter), docx: await writeLetterDocx(letter) })),
  );
});

const anywhere = (of: (which: number, choice: number, digit: number) => Promise<unknown[]>) =>
  fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), async (which, choice, digit) => {
    expect((await of(which % letters.length, choice, digit)).length).toBeGreaterThan(0);
  });

test('untouched files say what is signed', async () => {
  for (const [at, letter] of letters.entries()) {
    const { statements, docx } = files[at] ?? expect.fail('no file');
    expect(await rereadLetter('docx', docx, statements)).toEqual([]);
    expect(await rereadLetter('pdf', writeLetterPdf(letter), statements)).toEqual([]);
  }
});

test('docx: each of 400 changed digits is found', async () => {
  const property = anywhere(async (which, choice, digit) => {
    const { statements, docx } = files[which] ?? expect.fail('no file');
    const name = 'word/document.xml';
    const entries = unzipSync(docx);
    const xml = changed(strFromU8(entries[name] ?? new Uint8Array()), /(?<=<w:t[^<>]*>[^<]*)\d/g, choice, digit);
    return rereadLetter('docx', zipSync({ ...entries, [name]: strToU8(xml) }, { level: 0 }), statements);
  });
  await fc.assert(property, { numRuns: 400, endOnFailure: true });
});

// A PDF keeps its text compressed and in shapes, so the digit is changed in what the writer is fed.
test('pdf: each of 600 changed digits is found', async () => {
  const property = anywhere(async (which, choice, digit) => {
    const [letter, { statements }] = [
      letters[which] ?? expect.fail('no letter'),
      files[which] ?? expect.fail('no file'),
    ];
    return rereadLetter('pdf', writeLetterPdf(misprinted(letter, choice, digit)), statements);
  });
  await fc.assert(property, { numRuns: 600, endOnFailure: true });
});

function changed(text: string, pattern: RegExp, choice: number, digit: number): string {
  const places = [...text.matchAll(pattern)].map(({ index }) => index);
  const at = places[choice % places.length] ?? expect.fail('no digit');
  return `${text.slice(0, at)}${(Number(text[at]) + digit) % 10}${text.slice(at + 1)}`;
}

/** One digit of the words that are printed is another. */
function misprinted(letter: LetterContent, choice: number, digit: number): LetterContent {
  const { number, addressee, paragraphs, enclosures } = letter;
  const words = JSON.stringify({ number, addressee, paragraphs, enclosures });
  return { ...letter, ...JSON.parse(changed(words, /\d/g, choice, digit)) };
}
