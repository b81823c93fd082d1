import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { blockElementId } from '@/lib/domain/report/addresses';
import { newBlockId } from '@/lib/editor/new-id';

/** Every block keeps an id of its own, whatever is split, joined or pasted around it. */
export const BlockIds = Extension.create<{ section: string; types: string[] }>({
  name: 'blockIds',
  addOptions: () => ({ section: '', types: ['paragraph', 'heading'] }),
  addGlobalAttributes() {
    const { section, types } = this.options;
    const renderHTML = ({ id }: Record<string, unknown>) => (id ? { id: blockElementId(section, String(id)) } : {});
    return [
      {
        types,
        attributes: { id: { default: null, keepOnSplit: false, parseHTML: () => null, renderHTML } },
      },
    ];
  },
  addProseMirrorPlugins: () => [ownIds()],
});

export const ownIds = () =>
  new Plugin({ appendTransaction: (_transactions, before, { doc, tr }) => withIds(before.doc, doc, tr) });

function withIds(before: Node, doc: Node, transaction: Transaction): Transaction | null {
  const taken = new Set<unknown>([null]);
  const wanted = idsAfterSplit(before, doc);
  doc.forEach((node, offset, at) => {
    const known = wanted[at] ?? idInside(node);
    const id = taken.has(known) ? newBlockId() : known;
    if (id !== node.attrs.id) transaction.setNodeAttribute(offset, 'id', id);
    taken.add(id);
  });
  return transaction.docChanged ? transaction.setMeta('addToHistory', false) : null;
}

// A list keeps the name of the paragraph that it was made of.
const idInside = (node: Node): unknown => node.firstChild?.firstChild?.attrs.id ?? null;

// Of a paragraph cut in two, the longer part is the one that remarks and links are about, and where others have their carets.
function idsAfterSplit(before: Node, doc: Node): unknown[] {
  const texts = new Map<unknown, string>(before.children.map((node) => [node.attrs.id, node.textContent]));
  const ids: unknown[] = doc.children.map((node) => node.attrs.id);
  for (let at = 1; at < ids.length; at += 1) {
    const [first, second] = [doc.child(at - 1).textContent, doc.child(at).textContent];
    const cut = ids[at] === null && texts.get(ids[at - 1]) === first + second;
    if (cut && second.length > first.length) [ids[at - 1], ids[at]] = [null, ids[at - 1]];
  }
  return ids;
}
