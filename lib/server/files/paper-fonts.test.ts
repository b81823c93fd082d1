import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { paperFonts } from '@/lib/server/files/paper-fonts';

const folder = await mkdtemp(join(tmpdir(), 'gongkai-fonts-'));
afterAll(() => rm(folder, { recursive: true }));

test('a typeface is known by the name of its file, any other font fills gaps', async () => {
  for (const name of ['FangSong.TTF', 'xiaobiaosong.otf', 'rare.ttf', 'licence.txt']) {
    await writeFile(join(folder, name), '');
  }
  vi.stubEnv('FONTS_DIR', folder);
  expect(paperFonts()).toEqual({
    fangSong: join(folder, 'FangSong.TTF'),
    xiaoBiaoSong: join(folder, 'xiaobiaosong.otf'),
    spare: [join(folder, 'rare.ttf')],
  });
  vi.unstubAllEnvs();
});
