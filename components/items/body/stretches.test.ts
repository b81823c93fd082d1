import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesIn } from '@/components/editor/prose/stretches';
import { bodyExtensions } from '@/components/items/body/extensions';
import { textOfBlock } from '@/lib/domain/items/body';
import { bodyDocument } from '@/lib/editor/body/body-document';
import { someBodies } from '@/lib/editor/body/testing/some-bodies';

const schema = getSchema(bodyExtensions());

test('a stretch of a block’s text is found in the paragraph, the entries or the cells that hold it', () => {
  const property = fc.property(someBodies, fc.nat(40), fc.nat(20), (body, start, length) => {
    const doc = schema.nodeFromJSON(bodyDocument(body));
    doc.forEach((node, offset, at) => {
      const block = body[at];
      if (!block || block.kind === 'image') return;
      const text = stretchesIn(node, start, start + length)
        .map(({ from, to }) => doc.textBetween(offset + from, offset + to, '', '\n'))
        .join('');
      const wanted = textOfBlock(block).slice(start, start + length);
      const parts = block.kind === 'list' ? /\n/g : block.kind === 'table' ? /[\n\t]/g : /(?!)/g;
      // Breaks between entries and cells are in no stretch, breaks within them are.
      expect(text.replace(parts, '')).toBe(wanted.replace(parts, ''));
    });
  });
  fc.assert(property, { numRuns: 400 });
});
