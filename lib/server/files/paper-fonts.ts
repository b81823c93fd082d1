import 'server-only';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperFonts } from '@/lib/documents/fonts';
import { environment } from '@/lib/server/environment';

const roles = { fangsong: 'fangSong', xiaobiaosong: 'xiaoBiaoSong', kaiti: 'kaiTi', heiti: 'heiTi' } as const;

let fonts: PaperFonts | undefined;

/** The office's own typefaces in FONTS_DIR, by the names of their files; any other file there fills gaps. */
export function paperFonts(): PaperFonts {
  fonts ??= fontsIn(environment().FONTS_DIR);
  return fonts;
}

function fontsIn(folder: string | undefined): PaperFonts {
  if (!folder) return {};
  const files = readdirSync(folder).filter((name) => /\.(?:ttf|otf)$/i.test(name));
  const named = Object.entries(roles).flatMap(([name, role]) =>
    files.filter((file) => file.slice(0, -4).toLowerCase() === name).map((file) => [role, join(folder, file)] as const),
  );
  const taken = new Set<string>(named.map(([, file]) => file));
  const spare = files.map((file) => join(folder, file)).filter((file) => !taken.has(file));
  return { ...Object.fromEntries(named), spare };
}
