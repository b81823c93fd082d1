import { expect, test } from 'vitest';
import { anItem } from '@/lib/domain/items/an-item';
import type { ItemBlock } from '@/lib/domain/items/body';
import { readingOf } from '@/lib/domain/items/personal-hits';
import { itemMasks } from '@/lib/domain/items/personal-masks';

const file = { sha256: 'c'.repeat(64), name: '王某某申请.xlsx', type: 'xlsx' as const, size: 9 };
const rows = (...lines: string[]) => ({
  pieces: [{ where: { part: 'page' as const, page: 1 }, text: lines.join('\n') }],
  unread: [],
});

test('what is masked is told from title, body, file name and file, with the words around it', () => {
  const body: ItemBlock[] = [
    { id: 'b1', kind: 'paragraph', runs: [{ text: '共36户。' }] },
    { id: 'b2', kind: 'paragraph', runs: [{ text: '联系人李某，手机1391***5678。' }] },
  ];
  const item = anItem({ title: '关于张某某事项的答复', body, attachments: [file] });
  const files = new Map([[file.sha256, readingOf(rows('姓名\t电话', '赵*\t138****0001'), [])]]);
  expect(itemMasks(item, files).map(({ place, text }) => [place.in, text])).toEqual([
    ['field', '张某某'],
    ['body', '李某'],
    ['body', '1391***5678'],
    ['name', '王某某'],
    ['file', '赵*'],
    ['file', '138****0001'],
  ]);
  expect(itemMasks(item, files)[2]).toMatchObject({ before: '联系人李某，手机', after: '。' });
});

test('of a long list in a file the first few are told', () => {
  const long = rows(...Array.from({ length: 500 }, (_, n) => `李某某\t1380***${1_000 + n}`));
  expect(readingOf(long, []).masked).toHaveLength(50);
});
