import type { Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { applyNodes } from '@/components/editor/prose/apply-nodes';
import type { Block } from '@/lib/domain/report/content';
import { nodeOf } from '@/lib/editor/prose-document';

/** Makes a document equal to `blocks`; one without any is an empty paragraph. */
export function applyBlocks(transaction: Transaction, schema: Schema, blocks: readonly Block[]): Transaction {
  const { id = null } = transaction.doc.firstChild?.attrs ?? {};
  const wanted = blocks.length === 0 ? [{ id: String(id ?? 'b0'), kind: 'paragraph' as const, text: '' }] : blocks;
  return applyNodes(
    transaction,
    wanted.map((block) => schema.nodeFromJSON(nodeOf(block))),
  );
}
