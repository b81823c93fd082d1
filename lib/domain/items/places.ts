import { itemDraft } from '@/lib/domain/items/content';

/** Where a remark or a finding's place is kept as text: a field, a block of the body ("body#b3"), an attachment, or "". */
export type ItemPlace =
  | { kind: 'whole' }
  | { kind: 'field'; field: string }
  | { kind: 'block'; block: string }
  | { kind: 'file'; sha256: string };

export function parseItemPlace(text: string): ItemPlace | null {
  if (text === '') return { kind: 'whole' };
  if (Object.hasOwn(itemDraft.shape, text)) return { kind: 'field', field: text };
  const [, block] = /^body#([A-Za-z0-9_-]{1,40})$/.exec(text) ?? [];
  if (block) return { kind: 'block', block };
  const [, sha256] = /^attachments#([0-9a-f]{64})$/.exec(text) ?? [];
  return sha256 ? { kind: 'file', sha256 } : null;
}
