import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WrongCall } from '@/bin/command';
import { setup } from '@/bin/commands/setup';
import { db } from '@/lib/server/db';
import { signIn } from '@/lib/server/people/sign-in';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

const said = { log: [] as string[], error: [] as string[] };
const password = '村口老槐树下有三只鸡';

beforeEach(() => {
  vi.stubEnv('GONGKAI_ADMIN_PASSWORD', password);
  for (const channel of ['log', 'error'] as const) {
    said[channel] = [];
    vi.spyOn(console, channel).mockImplementation((line: string) => void said[channel].push(line));
  }
});
afterEach(() => void vi.unstubAllEnvs());

const flags = (changed: Record<string, string> = {}) =>
  Object.entries({
    slug: 'deting',
    name: '德亭镇人民政府',
    'short-name': '德亭镇',
    level: 'township',
    office: '德亭镇人民政府党建办公室',
    admin: 'ＡＤＭＩＮ',
    person: '王某',
    ...changed,
  }).flatMap(([flag, value]) => [`--${flag}`, value]);

test('makes the organisation and an administrator who can sign in at once', async () => {
  expect(await setup.run(flags())).toBe(0);
  expect(said.log).toEqual(['德亭镇人民政府已建立。请用账号admin登录，添加人员和领域。']);
  const organisation = await db.organisation.findUniqueOrThrow({ where: { slug: 'deting' } });
  await signIn('admin', password, '');
  expect(await lastEvents(organisation.id, 3)).toEqual(['signed_in', 'user_created', 'catalogue_installed']);

  expect(await setup.run(flags())).toBe(1);
  expect(said.error).toEqual(['这个网址名已经有机关用了。请换一个。', '这个账号已经有人用了。请换一个。']);
  expect(await setup.run(flags({ slug: 'huangzhuang', admin: 'hz', parent: 'deting' }))).toBe(0);
  expect(await db.organisation.findUnique({ where: { slug: 'huangzhuang' } })).toMatchObject({
    parentId: organisation.id,
  });
});

test.each([
  ['a weak password', {}, 'huawei@2024', '这个密码太常见'],
  ['a parent that is not there', { slug: 'a-town', admin: 'a-town-admin', parent: 'nowhere' }, password, '上级机关'],
])('refuses %s', async (_, changed, typed, sentence) => {
  vi.stubEnv('GONGKAI_ADMIN_PASSWORD', typed);
  const before = await db.organisation.count();
  expect(await setup.run(flags(changed))).toBe(1);
  expect(said.error.join()).toContain(sentence);
  expect(await db.organisation.count()).toBe(before);
});

test.each([
  ['nothing', [], '缺少参数：--slug'],
  ['an unknown flag', ['--password', 'x'], '参数有误：--password'],
  ['a slug that is spoken for', flags({ slug: 'admin' }), '网址名填写得不对'],
  ['a level that does not exist', flags({ level: 'village' }), '类别不在可选的范围里'],
])('shows how it is called when given %s', async (_, args, sentence) => {
  const call = setup.run(args);
  await expect(call).rejects.toThrow(WrongCall);
  await expect(call).rejects.toThrow(sentence);
});
