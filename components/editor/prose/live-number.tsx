'use client';

import { mergeAttributes, Node } from '@tiptap/core';
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from '@tiptap/react';
import { Popover } from 'radix-ui';
import { useDesk } from '@/components/editor/desk/context';
import { useReader } from '@/components/editor/desk/use-reader';
import { Button } from '@/components/ui/button';
import { sumOf } from '@/lib/domain/report/cells';
import { printedFigure } from '@/lib/text/figures';
import { recordsAddress, sourceName } from '@/lib/text/registers';

/** A number in prose that follows its sources; one place for the caret, never typed into. */
export const LiveNumber = Node.create({
  name: 'liveNumber',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    sources: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset.sources ?? '',
      renderHTML: ({ sources }: Record<string, unknown>) => ({ 'data-sources': sources }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-sources]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes)],
  addNodeView: () => ReactNodeViewRenderer(LiveNumberView, { as: 'span' }),
});

function LiveNumberView({ node, editor, getPos }: NodeViewProps) {
  const { format, year, nodeLabels } = useDesk();
  const read = useReader();
  const sources = String(node.attrs.sources).split('+');
  const value = sumOf(sources.map(read));
  const shown = value === null ? '待定' : printedFigure(value);
  // The number as it reads now takes the place of the reference, and follows nothing any more.
  function asTyped() {
    const at = getPos();
    if (at === undefined) return;
    const text = value === null ? '' : String(value);
    editor
      .chain()
      .focus()
      .insertContentAt({ from: at, to: at + node.nodeSize }, text)
      .run();
  }
  return (
    <NodeViewWrapper as="span">
      <Popover.Root>
        <Popover.Trigger asChild>
          <button type="button" className={value === null ? 'live open' : 'live'} aria-label={`引用的数：${shown}`}>
            {shown}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="live-drop" align="start" sideOffset={4} aria-label="这个数从哪里来">
            <ul>
              {sources.map((source) => {
                const records = recordsAddress(source, year);
                return (
                  <li key={source}>
                    {sourceName(format, source, nodeLabels)}：{printedFigure(read(source))}
                    {records && (
                      <>
                        {' '}
                        <a href={records}>查看记录</a>
                      </>
                    )}
                  </li>
                );
              })}
            </ul>
            <p className="text-ink-2">送审时固定下来；在这以前登记簿有变动，这里跟着变。</p>
            <Button small onClick={asTyped}>
              {value === null ? '删去引用' : '改为手工填写'}
            </Button>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </NodeViewWrapper>
  );
}
