import type { InputProblem } from '@/lib/domain/issue';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import { type Reading, readFigure } from '@/lib/domain/report/read-number';
import { cellIn, type Grid, type Spot } from '@/lib/editor/grid';
import type { Sheet } from '@/lib/editor/pasted-table';

export type PastedBlock = {
  filled: { address: CellAddress; value: CellValue }[];
  /** What could not be read; the text stays at its cell until it is put right. */
  refused: { address: CellAddress; text: string; problem: InputProblem }[];
  /** Pasted cells that fell on a computed cell, and texts that fell outside the table. */
  computed: number;
  outside: number;
};

/** Lays a copied block over the grid from the active cell. */
export function pasteBlock(grid: Grid, from: Spot, sheet: Sheet): PastedBlock {
  const result: PastedBlock = { filled: [], refused: [], computed: 0, outside: 0 };
  for (const [down, line] of trimmed(sheet).entries()) {
    for (const [across, text] of line.entries()) {
      const cell = cellIn(grid, { row: from.row + down, column: from.column + across });
      if (!cell) result.outside += text.trim() === '' ? 0 : 1;
      else if (cell.computed) result.computed += 1;
      else put(result, cell.address, text, readFigure(text, cell.column));
    }
  }
  return result;
}

function put(result: PastedBlock, address: CellAddress, text: string, reading: Reading) {
  if ('value' in reading) result.filled.push({ address, value: reading.value });
  else result.refused.push({ address, text, problem: reading.problem });
}

// Spreadsheets end the block with an empty line.
const trimmed = (sheet: Sheet): Sheet => {
  const last = sheet.findLastIndex((line) => line.some((text) => text.trim() !== ''));
  return sheet.slice(0, last + 1);
};
