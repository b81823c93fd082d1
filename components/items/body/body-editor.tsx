'use client';

import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { type Doubt, doubtsKey } from '@/components/editor/prose/doubts';
import { applyBody } from '@/components/items/body/apply-body';
import { bodyExtensions } from '@/components/items/body/extensions';
import { editedImage } from '@/components/items/body/image-view';
import { clipFrom, pasteClip } from '@/components/items/body/paste';
import { Toolbar } from '@/components/items/body/toolbar';
import { type StorePicture, usePictures } from '@/components/items/body/use-pictures';
import { Notice } from '@/components/ui/notice';
import type { ItemBlock, ItemBody } from '@/lib/domain/items/body';
import { bodyBlock, bodyDocument, isBlank } from '@/lib/editor/body/body-document';
import { clipWords, sendingPictures } from '@/lib/text/body';

type BodyEditorProps = {
  body: ItemBody;
  doubts: readonly Doubt[];
  store: StorePicture;
  /** Where this server shows a stored picture. */
  addressOf: (sha256: string) => string;
  /** What stood here and what stands here now. */
  onWrite: (before: ItemBody, after: ItemBody) => void;
  /** What stands there until the script has loaded. */
  still: ReactNode;
};

/** The body of an item: headings, lists, tables, pictures, links; pasting keeps structure and drops the rest. */
export function BodyEditor({ body, doubts, store, addressOf, onWrite, still }: BodyEditorProps) {
  const written = useRef(body);
  const write = useRef(onWrite);
  write.current = onWrite;
  const { underWay, refused, bring } = usePictures(store);
  const [said, setSaid] = useState('');
  const extensions = useMemo(() => bodyExtensions(editedImage(addressOf)), [addressOf]);
  const self = useRef<Editor | null>(null);

  function take(view: EditorView, data: DataTransfer | null): boolean {
    const clip = data && clipFrom(data);
    if (!clip) return false;
    const taken = pasteClip(view, clip);
    setSaid(clipWords(taken));
    if (self.current) void bring(self.current, taken.pictures);
    return true;
  }

  const editor = useEditor({
    extensions,
    content: bodyDocument(body),
    immediatelyRender: false,
    editorProps: {
      attributes: { class: 'ed-text body-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': '正文' },
      handlePaste: (view, event) => take(view, event.clipboardData),
      handleDrop: (view, event, _slice, moved) => !moved && take(view, event.dataTransfer),
    },
    onUpdate: ({ editor: changed }) => {
      // What an input method is still composing is not written yet.
      if (!changed.view.composing) hand(bodyIn(changed.state.doc));
    },
  });
  self.current = editor;

  function hand(after: ItemBody) {
    const before = written.current;
    if (sameBody(before, after)) return;
    written.current = after;
    write.current(before, after);
  }

  // The end of a composition changes no text, so that no update tells of it.
  useEffect(() => {
    if (!editor) return;
    const control = new AbortController();
    const settle = () => setTimeout(() => editor.isDestroyed || hand(bodyIn(editor.state.doc)), 50);
    editor.view.dom.addEventListener('compositionend', settle, { signal: control.signal });
    return () => control.abort();
  });

  useEffect(() => {
    if (!editor || editor.view.composing || sameBody(written.current, body)) return;
    written.current = body;
    const transaction = applyBody(editor.state.tr, editor.schema, body);
    editor.view.dispatch(transaction.setMeta('addToHistory', false).setMeta('preventUpdate', true));
  }, [editor, body]);

  useEffect(() => {
    if (editor) editor.view.dispatch(editor.state.tr.setMeta(doubtsKey, doubts).setMeta('addToHistory', false));
  }, [editor, doubts]);

  if (!editor) return still;
  return (
    <>
      <Toolbar
        editor={editor}
        onPictures={(files) =>
          void bring(
            editor,
            files.map((file) => ({ file, alt: '', after: null })),
          )
        }
      />
      <div role="status">
        {underWay > 0 && <p className="text-ink-2 text-note">{sendingPictures(underWay)}</p>}
        {said && <Notice kind="check" title={said} />}
      </div>
      {refused.length > 0 && <Notice kind="stop" live title={refused.join('')} />}
      <EditorContent editor={editor} />
    </>
  );
}

// A block that was not touched is the same object, so that a key in one costs nothing in the others.
const known = new WeakMap<Node, ItemBlock>();

function bodyIn(doc: Node): ItemBody {
  const blocks = doc.children.map((node) => {
    const block = known.get(node) ?? bodyBlock(node.toJSON());
    known.set(node, block);
    return block;
  });
  return isBlank(blocks) ? [] : blocks;
}

const sameBody = (one: ItemBody, other: ItemBody) =>
  one.length === other.length &&
  one.every((block, at) => block === other[at] || JSON.stringify(block) === JSON.stringify(other[at]));
