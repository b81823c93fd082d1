import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyBlocks } from '@/components/editor/prose/apply-blocks';
import { extensionsFor } from '@/components/editor/prose/extensions';
import type { Block } from '@/lib/domain/report/content';
import { blocksOf, documentOf } from '@/lib/editor/prose-document';

const schema = getSchema(extensionsFor('s1'));
const holding = (blocks: readonly Block[]) => EditorState.create({ doc: schema.nodeFromJSON(documentOf(blocks)) });
const paragraph = (id: string, text: string): Block => ({ id, kind: 'paragraph', text });

const someBlocks = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('b1', 'b2', 'b3', 'b4', 'b5', 'b6'),
    kind: fc.constantFrom('paragraph' as const, 'heading2' as const, 'heading3' as const),
    text: fc.string({ unit: fc.constantFrom('公', '开', '1', '。'), maxLength: 6 }),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);

test('a document becomes any other', () => {
  const property = fc.property(someBlocks, someBlocks, (before, after) => {
    const { tr } = holding(before);
    const wanted = after.filter((block) => after.length > 1 || block.kind !== 'paragraph' || block.text !== '');
    expect(blocksOf(applyBlocks(tr, schema, wanted).doc.toJSON())).toEqual(wanted);
  });
  fc.assert(property);
});

test('the caret stays where it was while another paragraph, or another end of this one, changes', () => {
  const state = holding([paragraph('b1', '甲'), paragraph('b2', '全年公开345条')]);
  const caret = state.tr.setSelection(TextSelection.create(state.doc, 3 + 1 + 4));
  const after = applyBlocks(caret, schema, [
    paragraph('b0', '新'),
    paragraph('b1', '甲乙'),
    paragraph('b2', '全年公开345件'),
  ]);
  const { $from } = after.selection;
  expect($from.parent.textBetween(0, $from.parentOffset)).toBe('全年公开');
});
