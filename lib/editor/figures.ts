import { blankCells, type Cell, cellAt, valueAt } from '@/lib/domain/report/cells';
import type { CellAddress, CellValue } from '@/lib/domain/report/content';
import { readFigure } from '@/lib/domain/report/read-number';
import { countedIn, shownTables } from '@/lib/editor/counted';
import type { CellChange, DeskState } from '@/lib/editor/desk';
import type { PastedBlock } from '@/lib/editor/paste-block';
import { edit } from '@/lib/editor/replica';

// What a person does to the figures. Every function takes the desk as it is and gives it as it should be.

export const figureAt = (desk: DeskState, address: CellAddress) =>
  countedIn(desk, address)?.value ?? valueAt(desk.replica.wanted.draft.tables, address);

/** The text being typed at a cell; null where none is, and where somebody else's figure has taken its place since. */
export function typedAt(desk: DeskState, address: CellAddress): string | null {
  const { editing, doubtful, format } = desk;
  if (editing?.address !== address) return null;
  if (address in doubtful) return editing.text;
  const cell = cellAt(format, address);
  const reading = cell && readFigure(editing.text, cell.column);
  return reading && 'value' in reading && reading.value === figureAt(desk, address) ? editing.text : null;
}

/** One more key in a cell: what reads as a figure goes out at once; what does not leaves the former figure in force. */
export function typeFigure(desk: DeskState, { address, column }: Cell, text: string): DeskState {
  if (countedIn(desk, address)) return desk;
  const at = typedAt(desk, address) === null ? finish(desk) : desk;
  const before = at.editing ? at.editing.before : figureAt(at, address);
  const reading = readFigure(text, column);
  const typed = { ...at, editing: { address, text, before } };
  if ('value' in reading) return withFigure(withoutDoubt(typed, [address]), address, reading.value);
  const doubtful = { ...typed.doubtful, [address]: { text, problem: reading.problem } };
  return withFigure({ ...typed, doubtful }, address, before);
}

/** Leaving the cell makes one deed of all keys typed in it. */
export function finish(desk: DeskState): DeskState {
  if (!desk.editing) return desk;
  const { address, before } = desk.editing;
  if (typedAt(desk, address) === null) return { ...desk, editing: null };
  return remembered({ ...desk, editing: null }, [{ address, before, after: figureAt(desk, address) }]);
}

/** Esc: as if nothing had been typed. */
export function restore(desk: DeskState, address: CellAddress): DeskState {
  const editing = typedAt(desk, address) === null ? null : desk.editing;
  const back = editing ? withFigure(desk, address, editing.before) : desk;
  return withoutDoubt({ ...back, editing: null }, [address]);
}

export const blankOut = (desk: DeskState, address: CellAddress) => put(desk, [{ address, value: null }]);

export function putBlock(desk: DeskState, { filled, refused }: PastedBlock): DeskState {
  const doubts = refused
    .filter(({ address }) => !countedIn(desk, address))
    .map(({ address, text, problem }) => [address, { text, problem }]);
  const after = put(desk, filled);
  return { ...after, doubtful: { ...after.doubtful, ...Object.fromEntries(doubts) } };
}

function put(desk: DeskState, values: readonly { address: CellAddress; value: CellValue }[]): DeskState {
  const at = finish(desk);
  const changes = values.map(({ address, value }) => ({ address, before: figureAt(at, address), after: value }));
  const written = changes.reduce((state, { address, after }) => withFigure(state, address, after), at);
  return remembered(
    withoutDoubt(
      written,
      values.map(({ address }) => address),
    ),
    changes,
  );
}

/** One deliberate, recorded act: what is not entered is zero. A cell that holds a doubtful text is not empty. */
export function declareZeros(desk: DeskState): DeskState {
  const at = finish(desk);
  const addresses = emptyCells(at);
  if (addresses.length === 0) return at;
  const written = { ...at, replica: edit(at.replica, { kind: 'declare_zero', addresses }) };
  return remembered(
    written,
    addresses.map((address) => ({ address, before: null, after: figureAt(written, address) })),
  );
}

export const emptyCells = (desk: DeskState): CellAddress[] =>
  blankCells(desk.format, shownTables(desk)).filter((address) => !(address in desk.doubtful));

export function undo(desk: DeskState): DeskState {
  const at = finish(desk);
  const changes = at.done.at(-1);
  if (!changes) return at;
  const back = changes.map(({ address, before, after }) => ({ address, before: after, after: before }));
  return { ...replay(at, back), done: at.done.slice(0, -1), undone: [...at.undone, changes] };
}

export function redo(desk: DeskState): DeskState {
  const at = finish(desk);
  const changes = at.undone.at(-1);
  if (!changes) return at;
  return { ...replay(at, changes), done: [...at.done, changes], undone: at.undone.slice(0, -1) };
}

// What somebody else has written since is not taken back.
const replay = (desk: DeskState, changes: readonly CellChange[]) =>
  changes
    .filter(({ address, before }) => figureAt(desk, address) === before)
    .reduce(
      (state, { address, after }) => withFigure(state, address, after),
      withoutDoubt(
        desk,
        changes.map(({ address }) => address),
      ),
    );

// What a register counts is typed over only with a reason, in a place of its own.
function withFigure(desk: DeskState, address: CellAddress, to: CellValue): DeskState {
  if (countedIn(desk, address)) return desk;
  const from = figureAt(desk, address);
  if (from === to) return desk;
  return { ...desk, replica: edit(desk.replica, { kind: 'cell', address, from, to }) };
}

function withoutDoubt(desk: DeskState, addresses: readonly CellAddress[]): DeskState {
  const gone = new Set<string>(addresses);
  return {
    ...desk,
    doubtful: Object.fromEntries(Object.entries(desk.doubtful).filter(([address]) => !gone.has(address))),
  };
}

const remembered = (desk: DeskState, changes: readonly CellChange[]): DeskState => {
  const real = changes.filter(({ before, after }) => before !== after);
  return real.length === 0 ? desk : { ...desk, done: [...desk.done, real], undone: [] };
};
