import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { blockElementId } from '@/lib/domain/report/addresses';
import { newBlockId } from '@/lib/editor/new-id';

/** Every paragraph and heading keeps an id of its own, whatever is split, joined or pasted around it. */
export const BlockIds = Extension.create<{ section: string }>({
  name: 'blockIds',
  addOptions: () => ({ section: '' }),
  addGlobalAttributes() {
    const { section } = this.options;
    const renderHTML = ({ id }: Record<string, unknown>) => (id ? { id: blockElementId(section, String(id)) } : {});
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: { id: { default: null, keepOnSplit: false, parseHTML: () => null, renderHTML } },
      },
    ];
  },
  addProseMirrorPlugins: () => [
    new Plugin({ appendTransaction: (_transactions, _before, { doc, tr }) => withIds(doc, tr) }),
  ],
});

function withIds(doc: Node, transaction: Transaction): Transaction | null {
  const taken = new Set<string>();
  doc.forEach((node, offset) => {
    const id: unknown = node.attrs['id'];
    if (typeof id === 'string' && !taken.has(id)) return taken.add(id);
    const fresh = newBlockId();
    taken.add(fresh);
    return transaction.setNodeAttribute(offset, 'id', fresh);
  });
  return transaction.docChanged ? transaction.setMeta('addToHistory', false) : null;
}
