import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anItem } from '@/lib/domain/items/an-item';
import { type ItemBlock, textOfBlock } from '@/lib/domain/items/body';
import { blankItem, type ItemDraft } from '@/lib/domain/items/content';
import { maskedBlock } from '@/lib/domain/items/mask-block';
import { isMaskable, maskedDraft } from '@/lib/domain/items/mask-item';
import { itemHits } from '@/lib/domain/items/personal-hits';
import { applyMasks } from '@/lib/domain/personal-data/mask';

const node = '00000000-0000-7000-8000-000000000001';
const runs = fc.array(
  fc.record({ text: fc.string({ minLength: 1, maxLength: 6 }), href: fc.constantFrom('https://a.cn') }),
  {
    maxLength: 3,
  },
);
const cell = runs.map((list) => ({ runs: list }));
const blocks: fc.Arbitrary<ItemBlock> = fc.oneof(
  runs.map((list): ItemBlock => ({ id: 'b', kind: 'paragraph', runs: list })),
  fc
    .array(runs, { minLength: 1, maxLength: 3 })
    .map((entries): ItemBlock => ({ id: 'b', kind: 'list', ordered: true, entries })),
  fc
    .array(fc.array(cell, { maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows): ItemBlock => ({ id: 'b', kind: 'table', headerRows: 0, rows })),
  fc.string({ maxLength: 9 }).map((alt): ItemBlock => ({ id: 'b', kind: 'image', sha256: 'a'.repeat(64), alt })),
);

test('a mask stands in the block where it stands in its text', () => {
  const property = fc.property(blocks, fc.nat(), fc.nat(4), (block, from, length) => {
    const text = textOfBlock(block);
    const start = text.length === 0 ? 0 : from % text.length;
    const stretch = text.slice(start, start + length);
    // A hit lies within one line and one cell.
    const end = start + (stretch.split(/[\n\t]/)[0] ?? '').length;
    const masks = end > start ? [{ start, end, masked: '某' }] : [];
    expect(textOfBlock(maskedBlock(block, masks))).toBe(applyMasks(text, masks));
  });
  fc.assert(property, { numRuns: 300 });
});

const number = '410325196405127315';
const draft: ItemDraft = {
  ...blankItem(node, '柳河镇人民政府'),
  title: `关于${number}的答复`,
  body: [
    {
      id: 'p',
      kind: 'paragraph',
      runs: [{ text: '联系人手机138' }, { text: '00138000', href: 'tel:13800138000' }, { text: '。' }],
    },
    {
      id: 't',
      kind: 'table',
      headerRows: 1,
      rows: [
        [{ runs: [{ text: '姓名' }] }, { runs: [{ text: '金额（元）' }] }],
        [{ runs: [{ text: '张建国' }] }, { runs: [{ text: '1200' }] }],
        [{ runs: [{ text: '李秀英' }] }, { runs: [{ text: '800' }] }],
        [{ runs: [{ text: '王志强' }] }, { runs: [{ text: '650' }] }],
      ],
    },
  ],
  attachments: [{ sha256: 'f'.repeat(64), name: '13900139000的申请.pdf', type: 'pdf', size: 9 }],
};

const withParts = ({ title, body, attachments }: ItemDraft) => ({ ...anItem(), title, body, attachments });

test('masking every hit leaves none, wherever it stood', () => {
  const beside = { allow: [], files: new Map() };
  const before = itemHits(withParts(draft), beside);
  expect(new Set(before.map(({ place }) => place.in))).toEqual(new Set(['field', 'body', 'link', 'name']));
  expect(before.every(isMaskable)).toBe(true);
  const after = maskedDraft(draft, before);
  expect(itemHits(withParts(after), beside)).toEqual([]);
  expect(after.body.map(textOfBlock)).toEqual([
    '联系人手机1380***8000。',
    '姓名\t金额（元）\n张某某\t1200\n李某某\t800\n王某某\t650',
  ]);
  expect(after.title).toContain('4103**********7315');
});

test('what stands in a file is not masked in the draft', () => {
  expect(isMaskable({ place: { in: 'file', sha256: 'f'.repeat(64), place: { part: 'header' } } })).toBe(false);
});
