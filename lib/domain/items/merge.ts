import { z } from 'zod';
import { isDay } from '@/lib/domain/calendar/day';
import type { Issue } from '@/lib/domain/issue';
import { applyItemOp } from '@/lib/domain/items/apply-item-op';
import { type ItemBlock, itemBody, textOfBlock } from '@/lib/domain/items/body';
import { attachment, type ItemDraft, type ItemOffice, itemDraft, relation } from '@/lib/domain/items/content';
import { textProblem } from '@/lib/domain/report/text-problem';

// Saving the draft of an item, as docs/decisions/saving-a-draft.md says of reports: each operation names the value that
// it was based on and the value that it wants.

const { shape } = itemDraft;
const setOf = <Name extends keyof typeof shape, Value extends z.ZodType>(field: Name, value: Value) =>
  z.strictObject({ kind: z.literal('set'), field: z.literal(field), from: value, to: value });

/** One field that is not a list of parts. */
const set = z.discriminatedUnion('field', [
  setOf('title', shape.title),
  setOf('issuingBody', shape.issuingBody),
  setOf('documentNumber', shape.documentNumber),
  setOf('formedOn', shape.formedOn),
  setOf('nodeId', shape.nodeId),
  setOf('classId', shape.classId),
  setOf('fieldId', shape.fieldId),
  setOf('source', shape.source),
  setOf('attribute', shape.attribute),
  setOf('withholding', shape.withholding),
  setOf('withholdingBasis', shape.withholdingBasis),
  setOf('reassessOn', shape.reassessOn),
  setOf('validity', shape.validity),
  setOf('endedOn', shape.endedOn),
  setOf('normative', shape.normative),
  setOf('ways', shape.ways),
  setOf('correctionNote', shape.correctionNote),
]);

const attachments = z.array(attachment).max(40);
const relations = z.array(relation).max(40);
const reasonText = z.string().max(500).nullable();
const day = z.string().refine(isDay).nullable();

export const itemOp = z.discriminatedUnion('kind', [
  set,
  z.strictObject({ kind: z.literal('body'), from: itemBody, to: itemBody }),
  /** Leaves out, renames and reorders; what is new comes in with its bytes and not here. */
  z.strictObject({ kind: z.literal('attachments'), from: attachments, to: attachments }),
  z.strictObject({ kind: z.literal('relations'), from: relations, to: relations }),
  z.strictObject({ kind: z.literal('publishOn'), from: day, to: day }),
  z.strictObject({ kind: z.literal('reason'), key: z.string().min(1).max(300), from: reasonText, to: reasonText }),
]);
export type ItemOp = z.infer<typeof itemOp>;

/** Body of a save. `saveId` makes a second delivery harmless; `base` is the version that the browser last saw. */
export const itemSave = z.strictObject({
  saveId: z.uuid(),
  base: z.int().min(0),
  changes: z.array(itemOp).min(1).max(400),
});
export type ItemSave = z.infer<typeof itemSave>;

export type ItemState = { draft: ItemDraft; office: ItemOffice };

/** What stands where an operation wanted something else. */
export type ItemValue = ItemDraft[keyof ItemDraft];
/** An operation, or the part of it, that found another value than it was based on. */
export type ItemConflict = { op: ItemOp; current: ItemValue };
export type ItemMerged = { state: ItemState; applied: ItemOp[]; conflicts: ItemConflict[] };

/** The most characters that a body may hold. */
export const bodyLimit = 200_000;

export const lengthOfBody = (body: readonly ItemBlock[]) =>
  body.reduce((sum, block) => sum + textOfBlock(block).length, 0);

/** What stands in the way of applying operations to an item, whatever it holds. */
export const itemOpIssues = (ops: readonly ItemOp[]): Issue[] => ops.flatMap(issuesOf);

/** Applies what still fits and hands back the rest. `itemOpIssues` has found nothing to refuse in `ops`. */
export function mergeItem(state: ItemState, ops: readonly ItemOp[]): ItemMerged {
  const merged: ItemMerged = { state: structuredClone(state), applied: [], conflicts: [] };
  for (const op of ops) applyItemOp(merged, op);
  return merged;
}

function issuesOf(op: ItemOp): Issue[] {
  switch (op.kind) {
    case 'set':
      return typeof op.to === 'string' ? problemAt(op.field, op.to, op.field === 'correctionNote') : [];
    case 'body':
      return bodyIssues(op.to);
    case 'attachments':
      return op.to.flatMap(({ name }) => problemAt('attachments', name));
    case 'relations':
      return op.to.flatMap(({ title, path }) => problemAt('relations', `${title}${path}`));
    case 'reason':
      if (op.key === '__proto__') return [refused('reason', 'malformed')];
      return [...problemAt('reason', op.key), ...problemAt(`reason.${op.key}`, op.to ?? '', true)];
    case 'publishOn':
      return [];
  }
}

function bodyIssues(body: readonly ItemBlock[]): Issue[] {
  if (new Set(body.map(({ id }) => id)).size < body.length) return [refused('body', 'malformed')];
  if (lengthOfBody(body) > bodyLimit) return [refused('body', 'too_long')];
  return body.flatMap((block) => problemAt(`body#${block.id}`, textOfBlock(block).replaceAll('\t', ' '), true));
}

const refused = (field: string, problem: Extract<Issue, { code: 'bad_input' }>['problem']): Issue => {
  return { code: 'bad_input', field, problem };
};

function problemAt(field: string, text: string, lines = false): Issue[] {
  const problem = textProblem(text, lines ? 'lines' : 'line');
  return problem ? [refused(field, problem)] : [];
}
