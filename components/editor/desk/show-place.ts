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
  showStretch(element, place.kind === 'text' ? place : null);
}

/** Brings an element into sight and gives it the keys, with a stretch of its text selected. */
export function showStretch(element: HTMLElement, stretch: { start: number; end: number } | null) {
  element.scrollIntoView({ block: 'center' });
  const inside = element.matches(fields) ? element : element.querySelector<HTMLElement>(fields);
  const target = element.closest<HTMLElement>('[contenteditable="true"]') ?? inside;
  target?.focus({ preventScroll: true });
  if (stretch) select(element, stretch.start, stretch.end);
}

const fields = 'input, select, textarea, [contenteditable="true"], a, button';

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
