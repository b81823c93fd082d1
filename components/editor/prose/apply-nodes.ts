import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/**
 * Makes a document equal to `wanted`, nodes with an id each, by the smallest changes, so that carets and selections keep
 * their place when somebody else's save arrives. From the end to the beginning, so that the offsets before stay true.
 */
export function applyNodes(transaction: Transaction, wanted: readonly Node[]): Transaction {
  const kept = inSameOrder(transaction, wanted);
  if (kept.size === 0) return transaction.replaceWith(0, transaction.doc.content.size, wanted);
  let next = wanted.length;
  for (let at = transaction.doc.childCount - 1; at >= 0; at -= 1) {
    const id = idOf(transaction.doc.child(at));
    if (!kept.has(id)) {
      removeAt(transaction, at);
      continue;
    }
    const place = wanted.findIndex((node) => idOf(node) === id);
    insertAt(transaction, endOf(transaction, at), wanted.slice(place + 1, next));
    const node = wanted[place];
    if (node) change(transaction, at, node);
    next = place;
  }
  return insertAt(transaction, 0, wanted.slice(0, next));
}

const idOf = ({ attrs }: Node) => String(attrs.id ?? '');

// The nodes that stay: those whose order is the same in both; a moved one is taken out and put in again.
function inSameOrder({ doc }: Transaction, wanted: readonly Node[]): ReadonlySet<string> {
  const places = new Map(wanted.map((node, place) => [idOf(node), place]));
  const kept = new Set<string>();
  let reached = -1;
  doc.forEach((node) => {
    const place = places.get(idOf(node)) ?? -1;
    if (place <= reached) return;
    kept.add(idOf(node));
    reached = place;
  });
  return kept;
}

const startOf = ({ doc }: Transaction, at: number) => {
  let offset = 0;
  for (let before = 0; before < at; before += 1) offset += doc.child(before).nodeSize;
  return offset;
};
const endOf = (transaction: Transaction, at: number) => startOf(transaction, at) + transaction.doc.child(at).nodeSize;

function removeAt(transaction: Transaction, at: number) {
  transaction.delete(startOf(transaction, at), endOf(transaction, at));
}

const insertAt = (transaction: Transaction, offset: number, nodes: readonly Node[]): Transaction =>
  nodes.length === 0 ? transaction : transaction.insert(offset, nodes);

function change(transaction: Transaction, at: number, wanted: Node) {
  const before = transaction.doc.child(at);
  if (before.eq(wanted)) return;
  const start = startOf(transaction, at);
  if (before.isTextblock === wanted.isTextblock && before.type.validContent(wanted.content)) {
    changeContent(transaction, start, before, wanted);
    if (!transaction.doc.child(at).sameMarkup(wanted)) transaction.setNodeMarkup(start, wanted.type, wanted.attrs);
  }
  // Where a stretch of a table does not fit by itself, the whole of it is put in.
  if (!transaction.doc.child(at).eq(wanted)) transaction.replaceWith(start, endOf(transaction, at), wanted);
}

function changeContent(transaction: Transaction, offset: number, before: Node, wanted: Node) {
  const from = before.content.findDiffStart(wanted.content);
  const to = before.content.findDiffEnd(wanted.content);
  if (from === null || !to) return;
  const overlap = Math.max(0, from - Math.min(to.a, to.b));
  transaction.replace(offset + 1 + from, offset + 1 + to.a + overlap, wanted.slice(from, to.b + overlap));
}
