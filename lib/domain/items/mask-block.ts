import type { ItemBlock, Run } from '@/lib/domain/items/body';
import { applyMasks, type Mask } from '@/lib/domain/personal-data/mask';

/** A block with every mask in its place; `start` and `end` count in the text of the block as `textOfBlock` gives it. */
export function maskedBlock(block: ItemBlock, masks: readonly Mask[]): ItemBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: maskedRuns(block.runs, 0, masks) };
    case 'list': {
      let at = 0;
      const entries = block.entries.map((runs) => {
        const start = at;
        at += lengthOf(runs) + 1;
        return maskedRuns(runs, start, masks);
      });
      return { ...block, entries };
    }
    case 'table': {
      let at = 0;
      const rows = block.rows.map((row) => {
        if (row.length === 0) at += 1; // the end of an empty line
        return row.map((cell) => {
          const start = at;
          at += lengthOf(cell.runs) + 1;
          return { ...cell, runs: maskedRuns(cell.runs, start, masks) };
        });
      });
      return { ...block, rows };
    }
    case 'image':
      return { ...block, alt: applyMasks(block.alt, masks) };
  }
}

/** The block without the links whose address holds a text: what stands there to be read stays. */
export function unlinkedBlock(block: ItemBlock, text: string): ItemBlock {
  const plain = (runs: readonly Run[]) =>
    joined(runs.map((run) => (run.href?.includes(text) ? { text: run.text } : run)));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: plain(block.runs) };
    case 'list':
      return { ...block, entries: block.entries.map(plain) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, runs: plain(cell.runs) }))) };
    case 'image':
      return block;
  }
}

const lengthOf = (runs: readonly Run[]) => runs.reduce((sum, { text }) => sum + text.length, 0);

// A mask over several runs stands in the first of them.
function maskedRuns(runs: readonly Run[], offset: number, masks: readonly Mask[]): Run[] {
  let at = offset;
  const masked = runs.map((run) => {
    const [start, end] = [at, at + run.text.length];
    at = end;
    const here = masks
      .filter((mask) => mask.start < end && mask.end > start)
      .map((mask) => ({
        start: Math.max(mask.start, start) - start,
        end: Math.min(mask.end, end) - start,
        masked: mask.start >= start ? mask.masked : '',
      }));
    return here.length === 0 ? run : { ...run, text: applyMasks(run.text, here) };
  });
  return joined(masked.filter(({ text }) => text !== ''));
}

function joined(runs: readonly Run[]): Run[] {
  const together: Run[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if (last && last.href === run.href) last.text += run.text;
    else together.push({ ...run });
  }
  return together;
}
