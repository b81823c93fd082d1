import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Files of the typefaces that GB/T 9704 names, where an office holds licences for them. What is absent is set in Noto
 * Serif SC, which comes along.
 */
export type PaperFonts = {
  fangSong?: string;
  xiaoBiaoSong?: string;
  kaiTi?: string;
  heiTi?: string;
  /** Further files for characters that none of these has. */
  spare?: readonly string[];
};

export const defaultFamily = 'Noto Serif SC';

/** The files of the typeface that comes along: regular and bold. */
export const defaultFontFiles = (): string[] =>
  ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'].map((file) =>
    join(/* turbopackIgnore: true */ folderOf('@expo-google-fonts/noto-serif-sc'), file),
  );

// Looked for from here upwards, because a bundle of this file lies elsewhere than the file, but below the same folder.
// Turbopack would take whatever might lie there for a part of the bundle.
function folderOf(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(/* turbopackIgnore: true */ folder, 'node_modules', name);
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed`);
  }
}
