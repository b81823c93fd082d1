import type { Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { Block } from '@/lib/domain/report/content';
import { blockOf, differenceOf, nodeOf } from '@/lib/editor/prose-document';

/**
 * Makes a document equal to `blocks` by the smallest changes, so that carets and selections keep their place when somebody
 * else's save arrives. From the end to the beginning, so that the offsets before stay true.
 */
export function applyBlocks(transaction: Transaction, schema: Schema, blocks: readonly Block[]): Transaction {
  const wanted = blocks.length === 0 ? [{ id: firstId(transaction), kind: 'paragraph' as const, text: '' }] : blocks;
  const kept = inSameOrder(transaction, wanted);
  if (kept.size === 0) return transaction.replaceWith(0, transaction.doc.content.size, nodesOf(schema, wanted));
  let next = wanted.length;
  for (let at = transaction.doc.childCount - 1; at >= 0; at -= 1) {
    const id = idAt(transaction, at);
    if (!kept.has(id)) {
      removeAt(transaction, at);
      continue;
    }
    const place = wanted.findIndex((block) => block.id === id);
    insertAfter(transaction, schema, at, wanted.slice(place + 1, next));
    const block = wanted[place];
    if (block) change(transaction, schema, at, block);
    next = place;
  }
  return insertAt(transaction, schema, 0, wanted.slice(0, next));
}

const idAt = ({ doc }: Transaction, at: number) => String(doc.child(at).attrs.id ?? '');
const firstId = (transaction: Transaction) => idAt(transaction, 0) || 'b0';

// The blocks that stay: those whose order is the same in both; a moved block is taken out and put in again.
function inSameOrder(transaction: Transaction, wanted: readonly Block[]): ReadonlySet<string> {
  const kept = new Set<string>();
  let reached = -1;
  for (let at = 0; at < transaction.doc.childCount; at += 1) {
    const id = idAt(transaction, at);
    const place = wanted.findIndex((block) => block.id === id);
    if (place <= reached) continue;
    kept.add(id);
    reached = place;
  }
  return kept;
}

const startOf = ({ doc }: Transaction, at: number) => {
  let offset = 0;
  for (let before = 0; before < at; before += 1) offset += doc.child(before).nodeSize;
  return offset;
};

function removeAt(transaction: Transaction, at: number) {
  const from = startOf(transaction, at);
  transaction.delete(from, from + transaction.doc.child(at).nodeSize);
}

const insertAfter = (transaction: Transaction, schema: Schema, at: number, blocks: readonly Block[]) =>
  insertAt(transaction, schema, startOf(transaction, at) + transaction.doc.child(at).nodeSize, blocks);

function insertAt(transaction: Transaction, schema: Schema, offset: number, blocks: readonly Block[]): Transaction {
  return blocks.length === 0 ? transaction : transaction.insert(offset, nodesOf(schema, blocks));
}

const nodesOf = (schema: Schema, blocks: readonly Block[]) => blocks.map((block) => schema.nodeFromJSON(nodeOf(block)));

function change(transaction: Transaction, schema: Schema, at: number, block: Block) {
  const before = blockOf(transaction.doc.child(at).toJSON());
  const start = startOf(transaction, at);
  if (before.text !== block.text) {
    const { from, to, text } = differenceOf(before.text, block.text);
    transaction.insertText(text, start + 1 + from, start + 1 + to);
  }
  if (before.kind !== block.kind) {
    const { type, attrs } = schema.nodeFromJSON(nodeOf({ ...block, text: '' }));
    transaction.setNodeMarkup(start, type, attrs);
  }
}
