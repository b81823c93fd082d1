import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveContents, archiveFileName, itemFolder, safeName } from '@/lib/text/open-data';

test.each([
  ['关于<危房>改造/审定："结果"|公示?.pdf', '关于_危房_改造_审定：_结果__公示_.pdf'],
  ['..', '_'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['con', '_con'],
  ['名单 . .xlsx', '名单.xlsx'],
  ['换行\n和\u202e倒写.png', '换行_和_倒写.png'],
])('%s is kept as %s', (name, safe) => expect(safeName(name)).toBe(safe));

test('a name is never empty, never too long, and holds nothing that a system forbids', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
      expect(safe).not.toMatch(/^\.|[. ]$/);
      expect([...safe].length).toBeLessThanOrEqual(101);
      expect(safe).not.toBe('');
    }),
  );
});

test('names of archives and folders', () => {
  expect(archiveFileName('德亭镇人民政府', 2020, 1, 1)).toBe('德亭镇人民政府2020年公开信息.zip');
  expect(archiveFileName('德亭镇人民政府', 2020, 2, 3)).toBe('德亭镇人民政府2020年公开信息（第2部分）.zip');
  expect(itemFolder(12, '关于春季森林防火的通知')).toBe('0012_关于春季森林防火的通知');
  expect(archiveContents({ annual_report: 1, item: 23, guide: 0 })).toBe('年度报告1份，主动公开信息23条');
});
