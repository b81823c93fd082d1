import type { MouseEvent } from 'react';
import { targetOf } from '@/components/editor/desk/finding-places';
import { focusCell } from '@/components/editor/grid/use-grid-keys';
import type { Finding } from '@/lib/domain/report/finding';
import type { ReportFormat } from '@/lib/domain/report/format';

/** Goes to a cell ready for typing, or to the sentence, selected; without script the link alone goes there. */
export function showPlace(event: MouseEvent, format: ReportFormat, place: Finding['places'][number]) {
  if (place.kind === 'cell') {
    event.preventDefault();
    return focusCell(place.address);
  }
  const element = document.getElementById(targetOf(format, place));
  if (!element) return;
  event.preventDefault();
  element.scrollIntoView({ block: 'center' });
  element.closest<HTMLElement>('[contenteditable]')?.focus({ preventScroll: true });
  if (place.kind === 'text') select(element, place.start, place.end);
}

function select(element: HTMLElement, start: number, end: number) {
  const range = document.createRange();
  const from = pointAt(element, start);
  const to = pointAt(element, end);
  if (!from || !to) return;
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

// The text node that holds the character at an offset of the paragraph's text.
function pointAt(element: HTMLElement, offset: number) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return null;
}
