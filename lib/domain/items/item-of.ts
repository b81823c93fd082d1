import { type ItemContent, type ItemDraft, itemContent } from '@/lib/domain/items/content';

/** What a draft names by id, as it is printed. */
export type ItemLabels = Pick<ItemContent, 'organisation' | 'node' | 'class' | 'field'>;

/** An item whose choices may still be open: what the rules read. A finished one is an `ItemContent`. */
export type OpenItem = Omit<ItemContent, 'formedOn' | 'source'> & {
  formedOn: ItemContent['formedOn'] | null;
  source: ItemContent['source'] | null;
};

/** The whole item that a draft makes. */
export function itemOf(draft: ItemDraft, labels: ItemLabels): OpenItem {
  const { withholding, withholdingBasis, reassessOn, importedFrom } = draft;
  const correctionNote = draft.correctionNote.trim();
  return {
    kind: 'item',
    organisation: labels.organisation,
    title: draft.title.trim(),
    issuingBody: draft.issuingBody.trim(),
    documentNumber: draft.documentNumber.trim(),
    formedOn: draft.formedOn,
    node: labels.node,
    class: labels.class,
    field: labels.field,
    source: draft.source,
    attribute: draft.attribute,
    restriction:
      draft.attribute === 'proactive' ? null : { reason: withholding, basis: withholdingBasis.trim(), reassessOn },
    validity: draft.validity,
    endedOn: draft.validity === 'valid' ? null : draft.endedOn,
    normative: draft.normative,
    ways: draft.ways,
    body: draft.body,
    attachments: draft.attachments,
    relations: draft.relations,
    ...(correctionNote && { correctionNote }),
    ...(importedFrom && { importedFrom }),
  };
}

/** What a clerk would have entered to get this item, in the catalogue and the fields of today. */
export function draftOfItem(item: ItemContent, ids: Pick<ItemDraft, 'nodeId' | 'classId' | 'fieldId'>): ItemDraft {
  return {
    ...ids,
    title: item.title,
    issuingBody: item.issuingBody,
    documentNumber: item.documentNumber,
    formedOn: item.formedOn,
    source: item.source,
    attribute: item.attribute,
    withholding: item.restriction?.reason ?? null,
    withholdingBasis: item.restriction?.basis ?? '',
    reassessOn: item.restriction?.reassessOn ?? null,
    validity: item.validity,
    endedOn: item.endedOn,
    normative: item.normative,
    ways: item.ways,
    body: item.body,
    attachments: item.attachments,
    relations: item.relations,
    correctionNote: item.correctionNote ?? '',
    importedFrom: item.importedFrom ?? null,
  };
}

export const parseItem = (content: string): ItemContent => itemContent.parse(JSON.parse(content));
