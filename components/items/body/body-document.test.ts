import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { fixTables } from '@tiptap/pm/tables';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyBody } from '@/components/items/body/apply-body';
import { bodyExtensions } from '@/components/items/body/extensions';
import { itemBody } from '@/lib/domain/items/body';
import { bodyDocument, bodyOf } from '@/lib/editor/body/body-document';
import { someBodies } from '@/lib/editor/body/testing/some-bodies';

const schema = getSchema(bodyExtensions());
const holding = (body: Parameters<typeof bodyDocument>[0]) =>
  EditorState.create({ doc: schema.nodeFromJSON(bodyDocument(body)) });

test('a body is a document of the editor and comes back whole', () => {
  const property = fc.property(someBodies, (body) => {
    const { doc } = holding(body);
    doc.check();
    expect(bodyOf(doc.toJSON())).toEqual(body);
    expect(itemBody.parse(body)).toEqual(body);
  });
  fc.assert(property, { numRuns: 400 });
});

test('the tables of a body need no mending', () => {
  const property = fc.property(someBodies, (body) => {
    expect(fixTables(holding(body))).toBeUndefined();
  });
  fc.assert(property);
});

test('a body becomes any other, as when somebody else has saved', () => {
  const property = fc.property(someBodies, someBodies, (before, after) => {
    const { tr } = holding(before);
    expect(bodyOf(applyBody(tr, schema, after).doc.toJSON())).toEqual(after);
  });
  fc.assert(property, { numRuns: 300 });
});

test('nothing written is no block, and an empty line between two others is one', () => {
  const empty = { id: 'b', kind: 'paragraph' as const, runs: [] };
  const line = (id: string) => ({ id, kind: 'paragraph' as const, runs: [{ text: '甲' }] });
  expect(bodyOf(holding([empty]).doc.toJSON())).toEqual([]);
  expect(bodyOf(holding([line('a'), empty, line('c')]).doc.toJSON())).toHaveLength(3);
});

test('a row is a heading only with the cells that reach into it', () => {
  const cell = (text: string, rowspan?: number) => ({ runs: [{ text }], ...(rowspan && { rowspan }) });
  const rows = [[cell('序号', 2), cell('姓名')], [cell('户主')], [cell('1'), cell('张某')]];
  const table = { id: 't', kind: 'table' as const, headerRows: 2, rows };
  expect(bodyOf(holding([table]).doc.toJSON())).toEqual([table]);
  expect(bodyOf(holding([{ ...table, headerRows: 1 }]).doc.toJSON())).toEqual([{ ...table, headerRows: 1 }]);
});
