import { describe, expect, test } from 'vitest';
import type { AttachmentText } from '@/lib/domain/attachment';
import { anItem, anItemView } from '@/lib/domain/items/an-item';
import type { ItemBlock } from '@/lib/domain/items/body';
import { checkItem } from '@/lib/domain/items/check';
import { itemHits, readingOf } from '@/lib/domain/items/personal-hits';

const paragraph = (id: string, text: string, href?: string): ItemBlock => {
  return { id, kind: 'paragraph', runs: [{ text, ...(href && { href }) }] };
};
const beside = { allow: [], files: new Map() };
const file = { sha256: 'c'.repeat(64), name: '发放表.xlsx', type: 'xlsx' as const, size: 9 };
const sheet = (...lines: string[]): AttachmentText => ({
  pieces: [{ where: { part: 'page', page: 1 }, text: lines.join('\n') }],
  unread: [],
});
const mobiles = Array.from({ length: 9 }, (_, n) => `1380013800${n}`);

describe('a hit', () => {
  test('is told with its place in the block, its surroundings and what would stand there masked', () => {
    const body = [paragraph('b1', '通知如下：'), paragraph('b2', '请联系李某，手机13912345678，谢谢。')];
    expect(itemHits(anItem({ body }), beside)).toEqual([
      {
        ...{ type: 'mobile', why: 'mobile_prefix', text: '13912345678', masked: '1391***5678' },
        ...{ before: '通知如下： 请联系李某，手机', after: '，谢谢。' },
        place: { in: 'body', block: 'b2', start: 8, end: 19 },
        key: expect.stringMatching(/^I-PERSONAL:body:mobile:[0-9a-f]{8}$/),
      },
    ]);
  });

  test('is found in the title, the note of a correction, a link, a file name and a file', () => {
    const item = anItem({
      title: '关于13912345678的答复',
      correctionNote: '更正电话13912345679',
      body: [paragraph('b1', '打电话', 'tel:13912345670')],
      attachments: [{ ...file, name: '13912345671的申请.xlsx' }],
    });
    const files = new Map([[file.sha256, readingOf(sheet('电话\t13912345672'), [])]]);
    expect(itemHits(item, { allow: [], files }).map(({ place, text }) => [place.in, text.slice(-1)])).toEqual([
      ['field', '8'],
      ['field', '9'],
      ['link', '0'],
      ['name', '1'],
      ['file', '2'],
    ]);
  });

  test("is none where the number is the office's own", () => {
    const item = anItem({ body: [paragraph('b', '咨询电话0379-66512345')] });
    expect(itemHits(item, { ...beside, allow: ['（0379）66512345'] })).toEqual([]);
    expect(itemHits(item, beside)).toHaveLength(1);
  });
});

describe('what one reason settles', () => {
  const keysOf = (body: ItemBlock[]) => [...new Set(itemHits(anItem({ body }), beside).map(({ key }) => key))];

  test('is one number wherever it stands in the body, and another number needs another reason', () => {
    const [one, other] = [paragraph('a', '手机13912345678。'), paragraph('b', '再打13912345678。')];
    expect(keysOf([one, other])).toEqual(keysOf([one]));
    expect(keysOf([one, paragraph('b', '手机13912345679。')])).toHaveLength(2);
  });

  test('never bears the number itself: the key goes into the trail', () => {
    for (const key of keysOf([paragraph('a', '手机13912345678。')])) expect(key).not.toContain('1391');
  });

  test('is all of a list of names, until a name is added', () => {
    const lines = ['姓名\t金额', '张建国\t500元', '李秀英\t300元', '王春梅\t400元'];
    const table = (rows: string[]): ItemBlock => ({
      ...{ id: 't', kind: 'table', headerRows: 1 },
      rows: rows.map((row) => row.split('\t').map((text) => ({ runs: [{ text }] }))),
    });
    const first = keysOf([table(lines)]);
    expect(first).toHaveLength(1);
    expect(keysOf([table([...lines, '赵德胜\t600元'])])).not.toEqual(first);
  });

  test('is all numbers of one kind in one place where they are many', () => {
    const few = mobiles.map((number, n) => paragraph(`b${n}`, `手机${number}。`));
    expect(keysOf(few)).toHaveLength(9);
    const many = Array.from({ length: 30 }, (_, n) => paragraph(`b${n}`, `手机139123456${10 + n}。`));
    expect(keysOf(many)).toHaveLength(1);
    const item = anItem({ body: many });
    const findings = checkItem(anItemView({ item }));
    expect(findings).toMatchObject([{ rule: 'I-PERSONAL', facts: { count: 30 } }]);
    expect(findings[0]?.places).toHaveLength(30);
  });
});
