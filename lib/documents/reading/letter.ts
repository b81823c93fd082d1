import mammoth from 'mammoth';
import type { Difference } from '@/lib/documents/reading/compare';
import { asSeen } from '@/lib/documents/reading/look-alikes';
import type { Medium } from '@/lib/domain/issue';
import { getDocument } from '@/lib/files/pdf/pdfjs';
import type { LetterStatement } from '@/lib/text/compose-letter';

// What a letter's files say, read without a line of the code that wrote them.

// In points: the type area of GB/T 9704 ends 35 mm above the foot.
const footOfTypeArea = 99.2;

/** Everything that a PDF prints, page by page, without blanks. A page number where it should stand is left out. */
async function readPdf(file: Uint8Array): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(file), verbosity: 0, isEvalSupported: false }).promise;
  try {
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
      const [above, below] = ['', ''].map((_, foot) =>
        items
          .flatMap((item) =>
            'str' in item && Number(item.transform[5]) < footOfTypeArea === (foot === 1) ? item.str : [],
          )
          .join(''),
      );
      text += above;
      if (asSeen(below ?? '') !== asSeen(`—${number}—`)) text += below;
    }
    return asSeen(text);
  } finally {
    await document.destroy();
  }
}

async function readDocx(file: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
  return asSeen(value);
}

const readers = { pdf: readPdf, docx: readDocx } as const;

/** Where a file of a letter says something else than what is signed: every line, in order, and nothing more. */
export async function rereadLetter(
  medium: keyof typeof readers,
  file: Uint8Array,
  statements: readonly LetterStatement[],
): Promise<Difference[]> {
  return inTurn(medium, await readers[medium](file), statements);
}

/** Where a text is not these statements one after the other: the first that is not there, or what is left over. */
export function inTurn(
  medium: Medium,
  read: string,
  statements: readonly LetterStatement[],
  seen: (text: string) => string = asSeen,
): Difference[] {
  let at = 0;
  for (const { place, text } of statements) {
    const expected = seen(text);
    if (!read.startsWith(expected, at))
      return [{ medium, place, expected: text, found: read.slice(at, at + expected.length) || null }];
    at += expected.length;
  }
  const left = read.slice(at);
  return left === '' ? [] : [{ medium, place: statements.at(-1)?.place ?? '', expected: '', found: left }];
}
