import { type ItemBlock, textOfBlock } from '@/lib/domain/items/body';
import type { ItemContent } from '@/lib/domain/items/content';
import { type ProseChange, proseChanges } from '@/lib/domain/report/changes';
import type { Block } from '@/lib/domain/report/content';

/** A field as a form names it, with what it held and holds; what is compared is what is printed of it. */
export type FieldChange = { kind: 'field'; field: ComparedField; before: unknown; after: unknown };
export type ItemChange = FieldChange | ProseChange;

const compared = {
  title: (item: ItemContent) => item.title,
  issuingBody: (item: ItemContent) => item.issuingBody,
  documentNumber: (item: ItemContent) => item.documentNumber,
  formedOn: (item: ItemContent) => item.formedOn,
  nodeId: (item: ItemContent) => item.node.label,
  classId: (item: ItemContent) => item.class?.label ?? null,
  fieldId: (item: ItemContent) => item.field,
  source: (item: ItemContent) => item.source,
  attribute: (item: ItemContent) => item.attribute,
  withholding: (item: ItemContent) => item.restriction?.reason ?? null,
  withholdingBasis: (item: ItemContent) => item.restriction?.basis ?? '',
  reassessOn: (item: ItemContent) => item.restriction?.reassessOn ?? null,
  validity: (item: ItemContent) => item.validity,
  endedOn: (item: ItemContent) => item.endedOn,
  normative: (item: ItemContent) => item.normative,
  ways: (item: ItemContent) => item.ways,
  attachments: (item: ItemContent) => item.attachments.map(({ name, sha256 }) => ({ name, sha256 })),
  relations: (item: ItemContent) => item.relations,
  correctionNote: (item: ItemContent) => item.correctionNote ?? '',
};
export type ComparedField = keyof typeof compared;
const fields = Object.keys(compared) as ComparedField[]; // the object's own keys

/** What differs between two contents of one item: fields first, then the body sentence by sentence and row by row. */
export function itemChanges(before: ItemContent, after: ItemContent): ItemChange[] {
  const moved = fields.flatMap((field): FieldChange[] => {
    const [was, is] = [compared[field](before), compared[field](after)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ kind: 'field', field, before: was, after: is }];
  });
  return [...moved, ...proseChanges('body', before.body.map(asProse), after.body.map(asProse), { byId: true })];
}

// A picture is told by what it shows and by which it is.
const asProse = (block: ItemBlock): Block => ({
  id: block.id,
  kind: block.kind === 'heading' ? 'heading2' : 'paragraph',
  text: block.kind === 'image' ? `${block.alt}（图${block.sha256.slice(0, 8)}）` : textOfBlock(block),
});
