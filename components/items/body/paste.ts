import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import type { Run } from '@/lib/domain/items/body';
import { bodyNode } from '@/lib/editor/body/body-document';
import { type Clip, type NamedBlock, type Taken, takeClip } from '@/lib/editor/body/clipboard';
import { markupOf } from '@/lib/editor/markup';

/** What the clipboard holds for a body; null where the editor itself put it there and takes it back as it is. */
export function clipFrom(data: DataTransfer): Clip | null {
  const html = data.getData('text/html');
  if (html.includes('data-pm-slice')) return null;
  const pictures = [...data.files].filter(({ type }) => type === 'image/png' || type === 'image/jpeg');
  const body = html === '' ? null : new DOMParser().parseFromString(html, 'text/html').body;
  return { html: body && markupOf(body), text: data.getData('text/plain'), pictures };
}

/** Puts in what was pasted, and answers what is left to do: pictures to be stored, and what could not be taken. */
export function pasteClip(view: EditorView, clip: Clip): Taken {
  const taken = takeClip(clip);
  if (taken.blocks.length > 0) {
    const { tr, schema } = view.state;
    const slice = holdsBlocks(view) ? sliceOf(schema, taken.blocks) : lineSlice(schema, taken.blocks);
    view.dispatch(tr.replaceSelection(slice).scrollIntoView());
  }
  return taken;
}

// Cells and entries hold one paragraph: what comes in there comes as lines.
const holdsBlocks = (view: EditorView) => !isInTable(view.state) && view.state.selection.$from.depth < 2;

// One plain paragraph goes into the sentence; several open the paragraph at the caret and join at both ends.
function sliceOf(schema: Schema, blocks: readonly NamedBlock[]): Slice {
  const nodes = blocks.map((block) => schema.nodeFromJSON(bodyNode(block)));
  const open = (block: NamedBlock | undefined) => (block?.kind === 'paragraph' ? 1 : 0);
  return new Slice(Fragment.from(nodes), open(blocks[0]), open(blocks.at(-1)));
}

function lineSlice(schema: Schema, blocks: readonly NamedBlock[]): Slice {
  const runs = blocks.flatMap(linesIn).flatMap((line, at) => (at === 0 ? line : [{ text: '\n' }, ...line]));
  const paragraph = schema.nodeFromJSON(bodyNode({ id: 'lines', kind: 'paragraph', runs }));
  return new Slice(contentOf(paragraph), 0, 0);
}

const contentOf = ({ content }: Node) => content;

function linesIn(block: NamedBlock): Run[][] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.runs];
    case 'list':
      return block.entries;
    case 'table':
      return block.rows.map((row) => row.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: '　' }, ...runs])));
  }
}
