'use client';

import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useReader } from '@/components/editor/desk/use-reader';
import { applyBlocks } from '@/components/editor/prose/apply-blocks';
import { type Doubt, doubtsKey } from '@/components/editor/prose/doubts';
import { extensionsFor } from '@/components/editor/prose/extensions';
import { LevelButtons } from '@/components/editor/prose/level-buttons';
import { pasteProse } from '@/components/editor/prose/paste';
import type { Block } from '@/lib/domain/report/content';
import { writtenOut } from '@/lib/domain/report/live-numbers';
import { blocksOf, documentOf, sameBlocks } from '@/lib/editor/prose-document';

type ProseEditorProps = {
  section: string;
  label: string;
  blocks: readonly Block[];
  doubts: readonly Doubt[];
  /** What stood here and what stands here now. */
  onWrite: (before: readonly Block[], after: Block[]) => void;
};

export function ProseEditor({ section, label, blocks, doubts, onWrite }: ProseEditorProps) {
  const written = useRef<readonly Block[]>(blocks);
  const write = useRef(onWrite);
  write.current = onWrite;

  const editor = useEditor({
    extensions: extensionsFor(section),
    content: documentOf(blocks),
    immediatelyRender: false,
    editorProps: {
      attributes: { class: 'ed-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': `${label}，正文` },
      handlePaste: pasteProse,
    },
    onUpdate: ({ editor: changed }) => {
      // What an input method is still composing is not written yet.
      if (!changed.view.composing) hand(blocksOf(changed.getJSON()));
    },
  });

  function hand(after: Block[]) {
    const before = written.current;
    if (sameBlocks(before, after)) return;
    written.current = after;
    write.current(before, after);
  }

  // The end of a composition changes no text, so that no update tells of it.
  useEffect(() => {
    if (!editor) return;
    const control = new AbortController();
    const settle = () => setTimeout(() => editor.isDestroyed || hand(blocksOf(editor.getJSON())), 50);
    editor.view.dom.addEventListener('compositionend', settle, { signal: control.signal });
    return () => control.abort();
  });

  useEffect(() => {
    if (!editor || editor.view.composing || sameBlocks(written.current, blocks)) return;
    written.current = blocks;
    const transaction = applyBlocks(editor.state.tr, editor.schema, blocks);
    editor.view.dispatch(transaction.setMeta('addToHistory', false).setMeta('preventUpdate', true));
  }, [editor, blocks]);

  useEffect(() => {
    if (editor) editor.view.dispatch(editor.state.tr.setMeta(doubtsKey, doubts).setMeta('addToHistory', false));
  }, [editor, doubts]);

  if (!editor) return <StillText section={section} blocks={blocks} />;
  return (
    <>
      <LevelButtons editor={editor} section={label} />
      <EditorContent editor={editor} />
    </>
  );
}

/** What stands there until the script has loaded, and where nothing may be edited. */
export function StillText({ section, blocks }: { section: string; blocks: readonly Block[] }) {
  const read = useReader();
  return (
    <div className="ed-text">
      {blocks.map(({ id, kind, text }) => {
        const Tag = kind === 'paragraph' ? 'p' : kind === 'heading2' ? 'h3' : 'h4';
        return (
          <Tag key={id} id={`${section}-${id}`}>
            {writtenOut(text, read)}
          </Tag>
        );
      })}
    </div>
  );
}
