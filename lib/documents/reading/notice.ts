import type { Difference } from '@/lib/documents/reading/compare';
import { below, elementsOf, hasClass, textOf } from '@/lib/documents/reading/items/markup';
import type { WithdrawalNotice } from '@/lib/domain/workflow/withdrawal-notice';
import { noticeLines } from '@/lib/text/documents';

const contents = ['report-body', 'item-page', 'guide-page'];

/** Reads the page in the place of what was withdrawn: it must say when, why and by whom, and nothing of what stood there. */
export function rereadNotice(file: Uint8Array, notice: WithdrawalNotice): Difference[] {
  const medium = 'html';
  const [main] = elementsOf(Buffer.from(file).toString('utf8')).filter(({ tagName }) => tagName === 'main');
  const inside = main ? below(main) : [];
  const left = inside.filter((element) => contents.some((name) => hasClass(element, name)));
  const said = [
    ...inside.filter(({ tagName }) => tagName === 'h1'),
    ...inside.filter((element) => hasClass(element, 'notice')).flatMap(paragraphsIn),
  ].map(textOf);
  const missing = [{ place: noticeLines.title, text: notice.title }, ...noticeLines.of(notice)].flatMap(
    ({ place, text }, at) =>
      said[at]?.endsWith(text) ? [] : [{ medium, place, expected: text, found: said[at] ?? null } as const],
  );
  return [
    ...missing,
    ...left.map((element) => ({ medium, place: noticeLines.title, expected: '', found: textOf(element) }) as const),
  ];
}

const paragraphsIn = (element: Parameters<typeof below>[0]) => below(element).filter(({ tagName }) => tagName === 'p');
