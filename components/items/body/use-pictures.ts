'use client';

import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import type { Arriving } from '@/lib/editor/body/clipboard';
import { newBlockId } from '@/lib/editor/new-id';

/** Stores a picture; answers its hash, or a sentence that says why it was refused. */
export type StorePicture = (file: File) => Promise<{ sha256: string } | { refused: string }>;

/** Pictures on their way into the body, one after the other; what they are is asked as soon as they stand there. */
export function usePictures(store: StorePicture) {
  const [underWay, setUnderWay] = useState(0);
  const [refused, setRefused] = useState<readonly string[]>([]);

  async function bring(editor: Editor, pictures: readonly Arriving[]) {
    if (pictures.length === 0) return;
    setRefused([]);
    setUnderWay((count) => count + pictures.length);
    let last: string | null = null;
    for (const { file, alt, after } of pictures) {
      const answer = await store(file);
      setUnderWay((count) => count - 1);
      if ('refused' in answer) setRefused((before) => [...before, answer.refused]);
      else if (!editor.isDestroyed) last = insertPicture(editor, { sha256: answer.sha256, alt }, after ?? last);
    }
    if (last) askForWords(last);
  }
  return { underWay, refused, bring };
}

/** Puts a picture after a block, or where the caret stands; answers the picture's own name. */
function insertPicture(editor: Editor, picture: { sha256: string; alt: string }, after: string | null): string {
  const { state, view, schema } = editor;
  const id = newBlockId();
  const node = schema.nodeFromJSON({ type: 'image', attrs: { id, ...picture } });
  let offset = state.selection.$to.depth > 0 ? state.selection.$to.after(1) : state.selection.to;
  state.doc.forEach((block, start) => {
    if (after !== null && block.attrs.id === after) offset = start + block.nodeSize;
  });
  view.dispatch(state.tr.insert(offset, node));
  return id;
}

// Drawn in the next moment; until then there is nothing to type in.
function askForWords(id: string) {
  requestAnimationFrame(() => document.getElementById(`body-${id}`)?.querySelector('input')?.focus());
}
