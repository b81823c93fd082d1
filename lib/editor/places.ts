import { valueAt } from '@/lib/domain/report/cells';
import type { Block, CellAddress, CellValue } from '@/lib/domain/report/content';
import type { DraftOp, DraftState, MergeConflict } from '@/lib/domain/report/merge';

/** One thing of a draft that two people can want differently: a cell, a paragraph, the note, the day, a reason. */
export type Place =
  | { kind: 'cell'; address: CellAddress }
  | { kind: 'text'; section: string; block: string }
  | { kind: 'note' }
  | { kind: 'publishOn' }
  | { kind: 'reason'; key: string };

/** The name of a place, for records and lists. */
export function placeName(place: Place): string {
  switch (place.kind) {
    case 'cell':
      return place.address;
    case 'text':
      return `${place.section}#${place.block}`;
    case 'reason':
      return `reason ${place.key}`;
    default:
      return place.kind;
  }
}

/** The places that an operation of the server's or of our own merge could not write. */
export function placesOf({ op, current }: MergeConflict): Place[] {
  switch (op.kind) {
    case 'cell':
      return [{ kind: 'cell', address: op.address }];
    case 'declare_zero':
      return op.addresses.map((address) => ({ kind: 'cell', address }));
    case 'text': {
      const blocks = [...op.from, ...op.to, ...(Array.isArray(current) ? current : [])];
      return [...new Set(blocks.map(({ id }) => id))].map((block) => ({ kind: 'text', section: op.section, block }));
    }
    case 'reason':
      return [{ kind: 'reason', key: op.key }];
    default:
      return [{ kind: op.kind }];
  }
}

export const blocksIn = ({ draft }: DraftState, section: string): readonly Block[] =>
  (section === 'preamble' ? draft.preamble : draft.text[section]) ?? [];

/** What stands at a place, as a value that can be compared. */
export function valueIn(state: DraftState, place: Place): CellValue {
  switch (place.kind) {
    case 'cell':
      return valueAt(state.draft.tables, place.address);
    case 'text': {
      const block = blocksIn(state, place.section).find(({ id }) => id === place.block);
      return block ? `${block.kind} ${block.text}` : null;
    }
    case 'note':
      return state.draft.correctionNote;
    case 'publishOn':
      return state.office.publishOn;
    case 'reason':
      return state.office.reasons[place.key] ?? null;
  }
}

/** `to` with what `from` holds at one place. */
export function copyPlace(place: Place, from: DraftState, to: DraftState): DraftState {
  const { draft, office } = to;
  switch (place.kind) {
    case 'cell':
      return withCell(to, place.address, valueAt(from.draft.tables, place.address), from.office.origins[place.address]);
    case 'text':
      return withBlocks(
        to,
        place.section,
        blocksWith(blocksIn(from, place.section), place.block, blocksIn(to, place.section)),
      );
    case 'note':
      return { draft: { ...draft, correctionNote: from.draft.correctionNote }, office };
    case 'publishOn':
      return { draft, office: { ...office, publishOn: from.office.publishOn } };
    case 'reason':
      return withReason(to, place.key, from.office.reasons[place.key] ?? null);
  }
}

type Origin = DraftState['office']['origins'][string];

export function withCell(
  { draft, office }: DraftState,
  address: CellAddress,
  value: CellValue,
  origin?: Origin,
): DraftState {
  const [table = '', row = '', column = ''] = address.split('/');
  const rows = draft.tables[table] ?? {};
  const tables = { ...draft.tables, [table]: { ...rows, [row]: { ...rows[row], [column]: value } } };
  const { [address]: _, ...others } = office.origins;
  return {
    draft: { ...draft, tables },
    office: { ...office, origins: origin ? { ...others, [address]: origin } : others },
  };
}

export function withBlocks({ draft, office }: DraftState, section: string, blocks: readonly Block[]): DraftState {
  if (section === 'preamble') return { draft: { ...draft, preamble: [...blocks] }, office };
  return { draft: { ...draft, text: { ...draft.text, [section]: [...blocks] } }, office };
}

export function withReason({ draft, office }: DraftState, key: string, reason: string | null): DraftState {
  const { [key]: _, ...others } = office.reasons;
  return { draft, office: { ...office, reasons: reason === null ? others : { ...others, [key]: reason } } };
}

// A block that is missing where it goes is put behind the one that it follows where it comes from.
function blocksWith(from: readonly Block[], id: string, to: readonly Block[]): Block[] {
  const at = from.findIndex((block) => block.id === id);
  const found = from[at];
  if (!found) return to.filter((block) => block.id !== id);
  if (to.some((block) => block.id === id)) return to.map((block) => (block.id === id ? found : block));
  const before = new Set(from.slice(0, at).map((block) => block.id));
  const behind = to.findLastIndex((block) => before.has(block.id)) + 1;
  return [...to.slice(0, behind), found, ...to.slice(behind)];
}

/** An operation carried out whatever stands there: what its sender would like to see. */
export function outright(state: DraftState, op: DraftOp): DraftState {
  switch (op.kind) {
    case 'cell':
      return withCell(state, op.address, op.to, op.origin);
    case 'text':
      return withBlocks(state, op.section, op.to);
    case 'note':
      return { ...state, draft: { ...state.draft, correctionNote: op.to } };
    case 'publishOn':
      return { ...state, office: { ...state.office, publishOn: op.to } };
    case 'reason':
      return withReason(state, op.key, op.to);
    case 'declare_zero':
      return state;
  }
}
