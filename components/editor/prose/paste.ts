import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { markupOf } from '@/lib/editor/markup';
import { newBlockId } from '@/lib/editor/new-id';
import { type Prose, proseOfMarkup, proseOfText } from '@/lib/editor/pasted-prose';
import { nodeOf } from '@/lib/editor/prose-document';

/** Puts in what Word, WPS or a page left on the clipboard: its text and levels, nothing else. */
export function pasteProse(view: EditorView, { clipboardData }: ClipboardEvent): boolean {
  if (!clipboardData) return false;
  const prose = proseFrom(clipboardData);
  if (prose.length > 0)
    view.dispatch(view.state.tr.replaceSelection(sliceOf(view.state.schema, prose)).scrollIntoView());
  return true;
}

function proseFrom(clipboard: DataTransfer): Prose[] {
  const html = clipboard.getData('text/html');
  const prose = html === '' ? [] : proseOfMarkup(markupOf(new DOMParser().parseFromString(html, 'text/html').body));
  return prose.length > 0 ? prose : proseOfText(clipboard.getData('text/plain'));
}

// One plain paragraph goes into the sentence; several open the paragraph at the caret and join at both ends.
function sliceOf(schema: Schema, prose: readonly Prose[]): Slice {
  const nodes = prose.map((block) => schema.nodeFromJSON(nodeOf({ id: newBlockId(), ...block })));
  const open = (block: Prose | undefined) => (block?.kind === 'paragraph' ? 1 : 0);
  return new Slice(Fragment.from(nodes), open(prose[0]), open(prose.at(-1)));
}
