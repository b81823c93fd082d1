'use client';

import { type ClipboardEvent, useState } from 'react';
import { useDesk } from '@/components/editor/desk/context';
import { cellAt } from '@/lib/domain/report/cells';
import { putBlock } from '@/lib/editor/figures';
import { gridOf, spotOf } from '@/lib/editor/grid';
import { markupOf } from '@/lib/editor/markup';
import { pasteBlock } from '@/lib/editor/paste-block';
import { type Sheet, sheetOfMarkup, sheetOfText } from '@/lib/editor/pasted-table';
import { pasteWords } from '@/lib/text/editor';

/** Pasting a block from a spreadsheet into the cells of a section; what was done is told where not all of it went in. */
export function useGridPaste(section: string) {
  const { desk, format } = useDesk();
  const [told, setTold] = useState<string | null>(null);

  function onPaste(event: ClipboardEvent<HTMLElement>) {
    const address = event.target instanceof HTMLElement ? event.target.dataset.address : undefined;
    const cell = address && cellAt(format, address);
    const sheet = sheetFrom(event.clipboardData);
    if (!cell || !sheet) return;
    const grid = gridOf(format, section);
    const from = spotOf(grid, cell.address);
    if (!from) return;
    event.preventDefault();
    const pasted = pasteBlock(grid, from, sheet);
    desk.update((state) => putBlock(state, pasted));
    const { filled, refused, computed, outside } = pasted;
    const one = filled.length + refused.length + computed + outside <= 1;
    setTold(one ? null : pasteWords(filled.length, refused.length, computed, outside));
  }
  return { onPaste, told };
}

// Text of one cell goes in at the caret as anywhere else, unless a spreadsheet says that it is a cell.
function sheetFrom(clipboard: DataTransfer): Sheet | null {
  const html = clipboard.getData('text/html');
  const table = /<table/i.test(html)
    ? sheetOfMarkup(markupOf(new DOMParser().parseFromString(html, 'text/html').body))
    : null;
  const text = clipboard.getData('text/plain');
  if (table && table.length > 0) return table;
  return /[\t\n]/.test(text.trimEnd()) ? sheetOfText(text) : null;
}
