import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { stretchesIn } from '@/components/editor/prose/stretches';

/** A stretch of text that a finding is about, or a whole paragraph that a leader remarked on. */
export type Doubt =
  | { kind: 'finding'; key: string; block: string; start: number; end: number; severity: 'block' | 'warn' }
  | { kind: 'remark'; block: string; title: string };

export const doubtsKey = new PluginKey<DecorationSet>('doubts');

/** Underlines what the checks doubt; set by a transaction's meta, carried along by every change until the next check. */
export const Doubts = Extension.create({
  name: 'doubts',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: doubtsKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, before, _old, { doc }) => {
          const doubts: readonly Doubt[] | undefined = transaction.getMeta(doubtsKey);
          return doubts
            ? DecorationSet.create(doc, doubts.flatMap(underlineIn(doc)))
            : before.map(transaction.mapping, doc);
        },
      },
      props: { decorations: (state) => doubtsKey.getState(state) },
    }),
  ],
});

const underlineIn = (doc: Node) => (doubt: Doubt) => {
  const found: Decoration[] = [];
  doc.forEach((node, offset) => {
    if (node.attrs.id === doubt.block) found.push(...markOn(node, offset, doubt));
  });
  return found;
};

function markOn(node: Node, offset: number, doubt: Doubt): Decoration[] {
  if (doubt.kind === 'remark') {
    return [Decoration.node(offset, offset + node.nodeSize, { class: 'remarked', title: doubt.title })];
  }
  const look = { nodeName: 'mark', class: `doubt ${doubt.severity}`, 'data-finding': doubt.key };
  return stretchesIn(node, doubt.start, doubt.end).map(({ from, to }) =>
    Decoration.inline(offset + from, offset + to, look),
  );
}
