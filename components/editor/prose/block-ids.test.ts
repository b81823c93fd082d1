import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { ownIds } from '@/components/editor/prose/block-ids';
import { extensionsFor } from '@/components/editor/prose/extensions';
import { blocksOf, documentOf } from '@/lib/editor/prose-document';

const schema = getSchema(extensionsFor('s1'));

test('the longer part of a paragraph cut in two keeps its id', () => {
  expect(cut('新开头。原来的一长段', 4)).toEqual([
    { id: expect.not.stringMatching(/^b1$/), text: '新开头。' },
    { id: 'b1', text: '原来的一长段' },
  ]);
  expect(cut('原来的一长段', 6)).toEqual([
    { id: 'b1', text: '原来的一长段' },
    { id: expect.stringMatching(/^b\w+/), text: '' },
  ]);
});

test('a paragraph that comes twice gets a new id the second time', () => {
  const state = holding('一段');
  const twice = state.apply(state.tr.insert(state.doc.content.size, state.doc.child(0)));
  const [first, second] = blocksOf(twice.doc.toJSON());
  expect(first?.id).toBe('b1');
  expect(second?.id).toMatch(/^b[a-z0-9]{6}$/);
});

function cut(text: string, at: number) {
  const state = holding(text);
  const after = state.apply(state.tr.split(1 + at, 1, [{ type: state.doc.child(0).type, attrs: { id: null } }]));
  return blocksOf(after.doc.toJSON()).map((block) => ({ id: block.id, text: block.text }));
}

function holding(text: string) {
  const doc = schema.nodeFromJSON(documentOf([{ id: 'b1', kind: 'paragraph', text }]));
  return EditorState.create({ doc, plugins: [ownIds()] });
}
